// Which lessons there are, and their files' texts. A lesson is known by its stage ("9", and "9b" where the
// stage goes on in a second lesson) or by its id; which ids there are is known only once the files are read.
(() => {
  const stageOf = (file) => tenfold.readStage((/0*(\d+b?)\.json$/.exec(file) || [])[1]);

  const idIn = (text) => {
    try {
      return JSON.parse(text).id;
    } catch {
      return undefined;
    }
  };

  tenfold.openLessons = async () => {
    const { lessons: files, problems = [] } = JSON.parse(await tenfold.readText('lessons/index.json'));
    if (files.length === 0) throw new Error('There are no lessons here.');
    const texts = new Map();

    // A file that does not arrive is an empty one: the program says so, and shows the others.
    const text = async (file) => {
      if (!texts.has(file)) texts.set(file, await tenfold.readText(`lessons/${file}`).catch(() => ''));
      return texts.get(file);
    };

    // wanted: a stage or an id. Where there is none such: the first lesson, and a warning.
    const find = async (wanted) => {
      for (const file of files) {
        const found = typeof wanted === 'number' ? stageOf(file) === wanted : idIn(await text(file)) === wanted;
        if (found) return { file, stage: stageOf(file) };
      }
      const first = { file: files[0], stage: stageOf(files[0]) };
      tenfold.warnAbout('stage', wanted, `${files.map((file) => tenfold.writeStage(stageOf(file))).join(', ')}, or a lesson’s name`, first.stage);
      return first;
    };

    return { files, problems, text, find };
  };
})();
