// Frames on demand. A frame is asked for only when something is due; while the canvas is off screen,
// the page hidden or the graphics context lost, none is, and the simulation waits.
(() => {
  tenfold.frames = 0;     // drawn so far
  tenfold.callbacks = 0;  // animation-frame callbacks so far

  // draw(nowMs) gives when the next frame is due: in so many ms, or never when negative.
  tenfold.makeLoop = (canvas, draw) => {
    let request = 0;
    let timer = 0;
    const stopped = { hidden: document.hidden, offScreen: false, lost: false, failed: false };

    const mayRun = () => !Object.values(stopped).includes(true);

    const cancel = () => {
      cancelAnimationFrame(request);
      clearTimeout(timer);
      request = 0;
      timer = 0;
    };
    // Nothing is drawn until something happens, and no worker is about to make it happen.
    tenfold.isResting = () => request === 0 && timer === 0 && tenfold.jobsOut === 0;

    const now = (time = performance.now()) => {
      cancel();
      if (!mayRun()) return;
      ++tenfold.frames;
      const due = draw(time);
      if (due === 0) wake();
      else if (due > 0) timer = setTimeout(wake, due);
    };

    const wake = () => {
      if (request !== 0 || !mayRun()) return;
      request = requestAnimationFrame((time) => {
        ++tenfold.callbacks;
        now(time);
      });
    };

    const set = (reason, value) => {
      stopped[reason] = value;
      if (mayRun()) wake();
      else cancel();
    };

    document.addEventListener('visibilitychange', () => set('hidden', document.hidden));
    new IntersectionObserver((entries) => {
      set('offScreen', !entries[entries.length - 1].isIntersecting);
    }).observe(canvas);

    return { wake, now, set };
  };
})();
