// The page's workers, which make what the program runs out of sight. Where there are none, or one dies,
// the program makes it itself, a little in each frame: the same comes of it, only later.
(() => {
  const silentForMs = 20000;  // one that says nothing for so long is given up

  tenfold.jobsOut = 0;  // that workers are making now

  // Not more than there is work for; the page itself computes so little that it need have no processor to itself.
  const wanted = () => Math.min(2, navigator.hardwareConcurrency || 2);

  // module: the compiled program. program: makeJobsElsewhere(yes), finishJob(number, bytes), takeJobBack(number).
  tenfold.startWorkers = (module, program) => {
    let workers = [];

    const giveUp = (entry) => {
      if (!workers.includes(entry)) return;
      clearTimeout(entry.timer);
      entry.worker.terminate();
      workers = workers.filter((other) => other !== entry);
      if (entry.job) --tenfold.jobsOut;
      if (!workers.some((other) => other.ready)) program.makeJobsElsewhere(false);
      else if (entry.job) program.takeJobBack(entry.job);
    };
    const expectWord = (entry) => {
      clearTimeout(entry.timer);
      entry.timer = setTimeout(() => giveUp(entry), silentForMs);
    };

    const start = () => {
      const entry = { worker: new Worker(tenfold.workerAddress()), job: 0, ready: false };
      workers.push(entry);
      entry.worker.onmessage = ({ data }) => {
        clearTimeout(entry.timer);
        const { job } = entry;
        entry.job = 0;
        if (entry.ready) {
          --tenfold.jobsOut;
          program.finishJob(job, data);
        } else {
          entry.ready = true;
          program.makeJobsElsewhere(true);
        }
      };
      entry.worker.onerror = (event) => {
        event.preventDefault();
        giveUp(entry);
      };
      entry.worker.onmessageerror = () => giveUp(entry);
      entry.worker.postMessage(module);
      expectWord(entry);
    };
    try {
      for (let i = 0; i < wanted(); ++i) start();
    } catch {
      workers.forEach(giveUp);  // a frame without an origin, or a policy, may have none
    }

    const free = () => workers.filter((entry) => entry.ready && !entry.job);
    return {
      free: () => free().length,
      give: (number, bytes) => {
        const [entry] = free();
        entry.job = number;
        ++tenfold.jobsOut;
        entry.worker.postMessage(bytes, [bytes.buffer]);
        expectWord(entry);
      },
    };
  };
})();
