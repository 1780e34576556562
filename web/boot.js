// Starts the page: checks what the browser can do, fetches the program, its fonts and the lesson asked
// for, wires program and page together, and lets the other lessons follow after the first frame. Any
// failure on the way, or later, ends in the fallback with the reason in words.
(() => {
  const byId = (id) => document.getElementById(id);
  const address = tenfold.readAddress(location.search);
  const storage = tenfold.openStorage(address.storage === '1');
  const embedded = address.ui === 'min';  // neither resumes a visit nor is resumed, and has no home
  const lastPlace = embedded ? {} : tenfold.readPlace(storage.read('place'));
  const orResumed = (given) => {
    if (!tenfold.namesPlace(location.search)) return { ...given, ...lastPlace, ...(embedded ? {} : { mode: 'home' }) };
    // What the learner went to in this visit goes on, when it is loaded again, at the step reached.
    const goesOn = history.state === 'visited' && lastPlace.stage === given.stage;
    return goesOn ? { ...given, step: lastPlace.step } : given;
  };
  const values = orResumed(address);

  const opened = (async () => {
    const lessons = await tenfold.openLessons();
    const { file, stage } = await lessons.find(values.stage);
    return { lessons, file, stage, text: await lessons.text(file) };
  })();
  opened.catch(() => {});  // reported where it is awaited

  let loop;
  const fail = (reason) => {
    if (loop) loop.set('failed', true);
    tenfold.showFallback(reason, opened);
  };

  const demand = () => {
    if (typeof WebAssembly !== 'object') throw new Error('This browser has no WebAssembly.');
    // The program finds the canvas with this context already; a second one, only to try, takes time.
    const plain = { alpha: false, depth: false, stencil: false, antialias: false };
    if (!byId('canvas').getContext('webgl2', plain)) throw new Error('This browser has no WebGL 2, or it is turned off.');
  };

  const start = async () => {
    const parts = Promise.all([
      tenfold.readBytes('tenfold.wasm'), tenfold.readBytes('font-regular.ttf'),
      tenfold.readBytes('font-bold.ttf'),
      window.createTenfold ? undefined : tenfold.runScript('tenfold.js'),
    ]);
    parts.catch(() => {});  // reported where it is awaited
    demand();
    const [wasm, regular, bold] = await parts;
    const compiled = await WebAssembly.compile(wasm);
    if (!window.createTenfold) throw new Error('tenfold.js is damaged.');
    for (const [bytes, weight] of [[regular, '400'], [bold, '700']]) {
      document.fonts.add(await new FontFace('Tenfold', bytes, { weight }).load());
    }

    const canvas = byId('canvas');
    byId('tenfold').hidden = false;
    let program;
    let look;
    let workers;
    let current;  // the stage and room on screen
    const wake = () => loop.wake();
    const andWake = (call) => (...given) => { call(...given); wake(); };

    const layers = { bar: byId('bar-layer'), page: byId('page-layer'), fixed: byId('fixed-layer') };
    const mirror = tenfold.makeMirror({
      layers, fontRatio: tenfold.fontRatio(regular),
      program: {
        activate: andWake((id) => program.activate(id)),
        change: andWake((id, value, text) => program.change(id, value, text)),
        focus: andWake((id, visible) => program.focus(id, visible)),
      },
    });
    const page = {
      describe: mirror.describe, list: mirror.list,
      focus: (id) => mirror.focus(id),
      scroll: (y, still) => window.scrollTo({ top: y, behavior: still ? 'instant' : 'smooth' }),
      choose: (name, value) => look.choose(name, value),
      stored: (name) => storage.read(name),
      store: (name, text) => storage.write(name, text),
      handOut: tenfold.handOut,
      place: (place, title, step, room) => {
        if (!embedded) storage.write('place', tenfold.writePlace(place, step, room));
        document.title = `${title} – Tenfold`;
        if (current && (place !== current.stage || room !== current.room)) tenfold.showPlace(place, room);
        current = { stage: place, room };
      },
      freeWorkers: () => (workers ? workers.free() : 0),
      job: (number, bytes) => workers.give(number, bytes),
      problems: async () => {
        const { lessons } = await opened;
        for (const file of lessons.problems) program.addProblem(await lessons.text(file), `lessons/${file}`);
        wake();
      },
      room: async (name) => {
        const file = `${name}.json`;
        program.addRoom(name, await (await opened).lessons.text(file), `lessons/${file}`);
        wake();
      },
    };
    program = await tenfold.startProgram({ compiled, canvas, page, failed: fail });
    loop = tenfold.makeLoop(canvas, program.frame);

    program.setFonts(regular, bold);
    const { lessons, file: first, stage, text } = await opened;
    // What only rooms need; once.
    let code;
    const addCode = () => {
      code = code || tenfold.readBytes('rooms.wasm').then(program.addCode).catch((error) => fail(error.message));
      return code;
    };
    const addRest = async () => {
      for (const file of lessons.files.filter((other) => other !== first)) {
        program.addLesson(await lessons.text(file), `lessons/${file}`);
      }
    };
    const usable = program.addLesson(text, `lessons/${first}`);
    // The others are needed at once where a quiz draws from all, or to have something to show.
    const whole = !usable || values.mode === 'quiz';
    if (whole) await addRest();
    program.readStored();
    for (const name of ['progress', 'drafts']) storage.hear(name, andWake(program.readStored));
    look = tenfold.watchLook(values, storage, andWake(program.look));
    // What an earlier visit kept may be gone; only the address has somebody to tell.
    if (!program.open(stage, values.step, values.seed, values.speed) && values.step === address.step) {
      tenfold.warnAbout('step', values.step, program.stepNames(), 'hook');
    }
    if (!program.enter(values.mode) && values.mode === address.mode) {
      tenfold.warnAbout('mode', values.mode, program.roomNames(), 'lesson');
    }
    const given = tenfold.draftIn(location.hash);
    if (program.awaitsCode() || given) await addCode();
    if (given) program.takeDraft(false, given);
    program.setQuiz(Number(values.quiz) || 0, values.n, values.shuffle === '1', values.feedback === 'end', values.quiz !== 'ask');

    tenfold.watchBox(canvas, (...sizes) => { program.resize(...sizes); loop.now(); });
    tenfold.watchPointer(canvas, mirror, wake);
    for (const layer of Object.values(layers)) tenfold.passStrokesOn(layer, canvas);
    window.addEventListener('scroll', andWake(() => program.scroll(window.scrollY)), { passive: true });
    tenfold.watchDrafts(async (...draft) => {
      await addCode();
      program.takeDraft(...draft);
      wake();
    });
    window.addEventListener('popstate', async () => {
      if (tenfold.draftIn(location.hash)) return;
      const past = orResumed(tenfold.readAddress(location.search));
      const found = await lessons.find(past.stage);
      const other = found.stage !== current.stage;
      current = { stage: found.stage, room: past.mode };
      if (other) program.open(found.stage, 'hook', values.seed, values.speed);
      program.enter(past.mode);
      wake();
    });
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      loop.set('lost', true);
    });
    canvas.addEventListener('webglcontextrestored', () => {
      program.restoreContext();
      loop.set('lost', false);
    });

    program.scroll(window.scrollY);
    byId('words').hidden = true;
    requestAnimationFrame(() => setTimeout(async () => {
      await addCode();
      if (!whole) await addRest();
      workers = tenfold.startWorkers(compiled, {
        makeJobsElsewhere: andWake(program.makeJobsElsewhere),
        finishJob: andWake(program.finishJob),
        takeJobBack: andWake(program.takeJobBack),
      });
      wake();
      tenfold.complete = true;
    }));
  };

  window.addEventListener('error', (event) => {
    if (!loop && event.message) fail(`A script failed: ${event.message}.`);
  });
  start().catch((error) => {
    // A page opened from disk, or in a frame without an origin, may run scripts but fetch nothing; the
    // edition that holds everything in one file runs there.
    const opaque = self.origin === 'null' && !window.tenfoldFiles;
    if (error.unreachable && opaque) location.replace(`tenfold.html${location.search}`);
    else fail(error.message);
  });
})();
