// Starts the page: checks what the browser can do, fetches the program, its fonts and the lesson asked
// for, wires program and page together, and lets the other lessons follow after the first frame. Any
// failure on the way, or later, ends in the fallback with the reason in words.
(() => {
  const byId = (id) => document.getElementById(id);
  const values = tenfold.readAddress(location.search);

  // A lesson is known by its place in the list (stage 1 is the first), or by the id in its file.
  const lessons = { files: [], texts: new Map() };
  const lessonText = async (file) => {
    if (!lessons.texts.has(file)) lessons.texts.set(file, await tenfold.readText(`lessons/${file}`));
    return lessons.texts.get(file);
  };
  const identity = (text) => {
    try {
      const { id, stage } = JSON.parse(text);
      return { id, stage };
    } catch {
      return {};
    }
  };
  const stageOf = (file) => Number((/(\d+)\.json$/.exec(file) || [])[1]);

  // The stage that the address asks for, and its file; with a warning, the first one instead.
  const findStage = async (wanted) => {
    for (const file of lessons.files) {
      if (typeof wanted === 'number' ? stageOf(file) === wanted : identity(await lessonText(file)).id === wanted) {
        return { stage: stageOf(file), file };
      }
    }
    tenfold.warnAbout('stage', wanted, `${lessons.files.map(stageOf).join(', ')}, or a lesson’s name`,
      stageOf(lessons.files[0]));
    return { stage: stageOf(lessons.files[0]), file: lessons.files[0] };
  };

  const opened = (async () => {
    lessons.files = JSON.parse(await tenfold.readText('lessons/index.json')).lessons;
    const found = await findStage(values.stage);
    return { ...found, text: await lessonText(found.file) };
  })();
  opened.catch(() => {});  // reported where it is awaited

  let loop;
  const fail = (reason) => {
    if (loop) loop.set('failed', true);
    tenfold.showFallback(reason, opened.then((lesson) => lesson.text));
  };

  const demand = () => {
    if (tenfold.missing.length > 0) throw new Error(`${tenfold.missing.join(', ')} could not be loaded.`);
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
    if (!window.createTenfold) throw new Error('tenfold.js is damaged.');
    for (const [bytes, weight] of [[regular, '400'], [bold, '700']]) {
      document.fonts.add(await new FontFace('Tenfold', bytes, { weight }).load());
    }

    const canvas = byId('canvas');
    byId('tenfold').hidden = false;
    const storage = tenfold.openStorage(values.storage === '1');
    let program;
    let look;
    let current = 0;
    const wake = () => loop.wake();
    const andWake = (call) => (...given) => { call(...given); wake(); };

    const mirror = tenfold.makeMirror({
      pageLayer: byId('page-layer'), fixedLayer: byId('fixed-layer'), fontRatio: tenfold.fontRatio(regular),
      program: {
        activate: andWake((id) => program.activate(id)),
        change: andWake((id, value, text) => program.change(id, value, text)),
        focus: andWake((id, visible) => program.focus(id, visible)),
      },
    });
    const page = {
      begin: mirror.begin, keep: mirror.keep, node: mirror.node, end: mirror.end,
      focus: (id) => mirror.focus(id),
      scroll: (y, still) => window.scrollTo({ top: y, behavior: still ? 'instant' : 'smooth' }),
      dark: (isDark) => look.choose(isDark),
      store: (text) => storage.write('progress', text),
      stage: (stage, title) => {
        document.title = `${title} – Tenfold`;
        if (current !== 0 && stage !== current) tenfold.showStage(stage);
        current = stage;
      },
    };
    program = await tenfold.startProgram({ wasm, canvas, page, failed: fail });
    loop = tenfold.makeLoop(canvas, program.frame);

    program.setFonts(regular, bold);
    const lesson = await opened;
    const rest = lessons.files.filter((file) => file !== lesson.file);
    const addRest = async () => {
      for (const file of rest) program.addLesson(await lessonText(file).catch(() => ''), `lessons/${file}`);
    };
    // Without a usable first lesson the others are needed at once, to have something to open.
    const usable = program.addLesson(lesson.text, `lessons/${lesson.file}`);
    if (!usable) await addRest();
    program.setProgress(storage.read('progress'));
    if (!storage.works) program.say('This browser keeps nothing here: your progress lasts for this visit.');
    look = tenfold.watchLook(values, storage, andWake(program.look));
    program.open(lesson.stage, values.step, values.seed, values.speed);

    tenfold.watchBox(canvas, (...sizes) => { program.resize(...sizes); loop.now(); });
    tenfold.watchPointer(canvas, mirror, wake);
    window.addEventListener('scroll', andWake(() => program.scroll(window.scrollY)), { passive: true });
    window.addEventListener('popstate', async () => {
      const { stage } = await findStage(tenfold.readAddress(location.search).stage);
      current = stage;
      program.open(stage, 'hook', values.seed, values.speed);
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
      if (usable) await addRest();
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
    const alone = self.origin === 'null' && Object.keys(tenfold.inlined).length === 0;
    if (error.unreachable && alone) location.replace(`tenfold.html${location.search}`);
    else fail(error.message);
  });
})();
