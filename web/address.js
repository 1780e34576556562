// What the address may say. It is a public contract: unknown parameters are ignored, a bad value
// gives the default and one console warning that names the parameter and what it may be.
// This script runs first, so it also makes the one global object that the others add to.
window.tenfold = {};

(() => {
  const oneOf = (fallback, ...values) => ({
    fallback,
    allowed: values.join(', '),
    read: (text) => (values.includes(text) ? text : undefined),
  });
  // The program knows which names there are, and boot.js warns of others.
  const name = (fallback) => ({ fallback, allowed: 'a name', read: (text) => (/^[a-z]+$/.test(text) ? text : undefined) });
  const number = (fallback, low, high, allowed, pattern) => ({
    fallback,
    allowed,
    read: (text) => {
      const value = pattern.test(text) ? Number(text) : NaN;
      return value >= low && value <= high ? value : undefined;
    },
  });

  // The program's number for a lesson: 9 begins stage 9, and 19 is what the address calls 9b.
  const kStages = 10;
  tenfold.readStage = (text) => {
    const [, stage, second] = /^([1-9]|10)(b?)$/.exec(text) || [];
    return stage && Number(stage) + (second ? kStages : 0);
  };
  tenfold.writeStage = (number) => (number > kStages ? `${number - kStages}b` : String(number));

  const parameters = {
    stage: {
      fallback: 1,
      allowed: '1 to 10, or a lesson’s name',
      read: (text) => {
        if (tenfold.readStage(text)) return tenfold.readStage(text);
        return /^[a-z][a-z0-9_-]*$/.test(text) ? text : undefined;
      },
    },
    step: name('hook'),
    mode: name('lesson'),
    quiz: oneOf('ask', 'ask', 'mixed', ...Array.from({ length: 10 }, (_, i) => String(i + 1))),
    n: number(10, 1, 100, 'a whole number from 1 to 100', /^\d+$/),
    shuffle: oneOf('1', '0', '1'),
    feedback: oneOf('now', 'now', 'end'),
    ui: oneOf('full', 'full', 'min'),
    theme: oneOf('auto', 'auto', 'light', 'dark'),
    motion: oneOf('auto', 'auto', 'reduce'),
    storage: oneOf('1', '0', '1'),
    seed: number(1, 1, Number.MAX_SAFE_INTEGER, 'a whole number from 1', /^\d+$/),
    speed: number(0, 0.25, 16, '0.25 to 16', /^\d+(\.\d+)?$/),
  };

  tenfold.warnAbout = (name, text, allowed, taken) => {
    console.warn(`Address: ${name}=${text} is not possible; it may be ${allowed}. Taking ${taken}.`);
  };

  // The values of all parameters, each from `search` or its default. speed 0: the lesson's own.
  tenfold.readAddress = (search) => {
    const given = new URLSearchParams(search);
    const values = {};
    for (const [name, parameter] of Object.entries(parameters)) {
      values[name] = parameter.fallback;
      if (!given.has(name)) continue;
      const value = parameter.read(given.get(name));
      if (value !== undefined) values[name] = value;
      else tenfold.warnAbout(name, given.get(name), parameter.allowed, parameter.fallback || 'the lesson’s own');
    }
    return values;
  };

  // Whether the address says where to begin; otherwise a visit begins at home, with what the last one left.
  const placeNames = ['stage', 'step', 'mode'];
  tenfold.namesPlace = (search) => placeNames.some((name) => new URLSearchParams(search).has(name));

  // A place as an address would say it, to be kept for the next visit; and its values again, none where
  // what was kept is no place.
  tenfold.writePlace = (stage, step, mode) => `stage=${tenfold.writeStage(stage)}&step=${step}&mode=${mode}`;
  tenfold.readPlace = (text) => {
    const kept = new URLSearchParams(text);
    const values = placeNames.map((name) => [name, parameters[name].read(kept.get(name) || '')]);
    return values.some(([, value]) => value === undefined) ? {} : Object.fromEntries(values);
  };

  // Shows another stage or room in the address; a step back in the history returns to the one before.
  tenfold.showPlace = (stage, room) => {
    const address = new URL(location.href);
    address.searchParams.set('stage', tenfold.writeStage(stage));
    if (room === 'lesson') address.searchParams.delete('mode');
    else address.searchParams.set('mode', room);
    for (const name of ['step', 'seed', 'quiz', 'n', 'shuffle', 'feedback']) address.searchParams.delete(name);
    address.hash = '';
    try {
      history.pushState('visited', '', address);
    } catch {
      // A sandboxed or file page may not change its address; the lesson opens all the same.
    }
  };
})();
