// A lesson file as a plain document: headings, paragraphs, code, lists and folded answers. Used where
// the program cannot run: by the page's fallback and by the pages made at build time.
(() => {
  const root = globalThis.tenfold || (globalThis.tenfold = {});

  const list = (value) => (Array.isArray(value) ? value : []);
  const object = (value) => (value && typeof value === 'object' ? value : {});
  const words = (value) => (typeof value === 'string' ? value : '');

  const heading = (level, text) => ({ kind: 'heading', level, text });
  const paragraph = (text) => ({ kind: 'paragraph', text });
  const code = (text) => ({ kind: 'code', text });
  const items = (texts) => ({ kind: 'list', items: texts });
  const folded = (summary, blocks) => ({ kind: 'folded', summary, blocks });

  const plain = (value) => words(value).replace(/\[([^\]]*)\]/g, '$1');

  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

  // What a learner is to draw, where there is nothing to draw into.
  const toDraw = ({ at_s: times, unit }) => {
    const [first, last] = [list(times)[0], list(times).at(-1)].map((time) => clock(Number(time) || 0));
    return `Draw it from ${first} to ${last}, in ${words(unit)}.`;
  };

  // A question's text with the first of the values that it may be asked with.
  const asked = (question, value) => {
    const fresh = new Map(list(question.fresh).map((one) => [one.name, list(one.from)[0]]));
    return plain(value).replace(/\{([^{}]+)\}/g,
      (_, name) => (fresh.has(name) ? fresh.get(name).toLocaleString('en') : '…'));
  };

  // The questions of a lesson or a room. What a run answers stands open here: the page that runs it says
  // what comes out.
  root.questionBlocks = (lesson) => {
    const said = { one: 'Right', several: 'Right', order: 'In this order' };
    const labels = new Map(list(object(lesson.scenario).parts).map((part) => [part.id, part.label]));
    const called = (option) => plain(option.text) || words(labels.get(option.part)) || words(option.part);
    return list(lesson.questions).flatMap((question) => {
      const written = said[question.kind];
      const options = list(question.options);
      const offered = question.kind === 'order' ? [...options].sort((a, b) => (called(a) < called(b) ? -1 : 1)) : options;
      const verdict = (option) => (question.kind !== 'order' && !option.right ? 'Wrong' : written);
      return [
        paragraph(`**${asked(question, question.prompt)}**`),
        items(offered.map(called)),
        written
          ? folded('The answer, and why', options.map((option) => paragraph(
            `${verdict(option)}: ${called(option)} — ${plain(option.reason)}`)))
          : paragraph(`${asked(question, question.hint)} The simulator answers this one.`),
      ];
    });
  };

  // "9", and "9b" of a lesson that goes on with its stage.
  const stageName = (lesson) => `${Number(lesson.stage) || ''}${Number(lesson.part) === 2 ? 'b' : ''}`;
  root.stageName = stageName;

  // The blocks of a lesson. `lesson`: the file's JSON, which may be broken. `facts`: the numbers of its
  // runs by name, where they are known.
  root.outline = (lesson, facts = {}) => {
    const text = (value) => words(value)
      .replace(/\{([^{}]+)\}/g, (_, name) => facts[name] || '…')
      .replace(/\[([^\]]*)\]/g, '$1');
    const section = (part) => [
      heading(2, text(object(part).title)),
      ...list(object(part).text).map((one) => (words(one) ? paragraph(text(one)) : code(words(object(one).code)))),
    ].filter((block) => block.text);

    const walk = object(lesson.walk);
    const predict = object(lesson.predict);
    const challenge = object(lesson.challenge);
    const stops = list(walk.stops).flatMap((stop, i) => [
      heading(3, text(stop.title)),
      paragraph(text(words(stop.text).replace('{took_ms}', facts[`stops.${i}.took_ms`] || '…'))),
      ...(stop.sample ? [code(words(stop.sample))] : []),
    ]);
    const decisions = list(challenge.decisions).flatMap((decision) => [
      paragraph(text(decision.prompt)),
      items(list(decision.options).map((option) => text(option.label))),
    ]);
    const questions = root.questionBlocks(lesson);

    return [
      heading(1, `Stage ${stageName(lesson)}: ${text(lesson.title)}`),
      paragraph(text(lesson.idea)),
      ...section(lesson.hook),
      paragraph(text(object(lesson.hook).caption)),
      ...section(walk), ...stops,
      heading(2, 'Before it runs'),
      paragraph(text(predict.prompt)),
      ...(predict.curve ? [paragraph(toDraw(object(predict.curve)))] : []),
      items(list(predict.options).map((option) => text(option.text))),
      folded('What happened', [paragraph(text(predict.when_right))]),
      ...section(lesson.run),
      ...section(lesson.compare),
      ...section(lesson.explain),
      ...section(challenge), ...decisions,
      folded('Hints', list(challenge.hints).map((hint) => paragraph(text(hint)))),
      ...section(lesson.worse),
      heading(2, 'Questions'), ...questions,
      ...section(lesson.next),
      heading(2, 'Words used here'),
      items(list(lesson.glossary).map((entry) => `**${text(entry.term)}**: ${text(entry.meaning)}`)),
      heading(2, 'What the model leaves out'),
      items(list(lesson.omits).map(text)),
    ].filter((block) => block.text || block.blocks || (block.items && block.items.length > 0));
  };

  // A text's spans: every second one is **bold**.
  root.spans = (text) => text.split('**').map((part, i) => ({ text: part, bold: i % 2 === 1 }));
})();
