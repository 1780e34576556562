// How the page is to look: light or dark, moving or still, for a finger or a mouse. The address
// decides, then the learner's own choice, then what the system says, which may change at any time.
(() => {
  // values: the address's. storage: see storage.js. tell(dark, reducedMotion, minimal, touch).
  tenfold.watchLook = (values, storage, tell) => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const reduced = matchMedia('(prefers-reduced-motion: reduce)');
    const coarse = matchMedia('(pointer: coarse)');
    let theme = values.theme === 'auto' ? storage.read('theme') || 'auto' : values.theme;

    const update = () => {
      const isDark = theme === 'auto' ? dark.matches : theme === 'dark';
      document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
      tell(isDark, values.motion === 'reduce' || reduced.matches, values.ui === 'min', coarse.matches);
    };
    for (const query of [dark, reduced, coarse]) query.addEventListener('change', update);
    update();

    return {
      choose(isDark) {
        theme = isDark ? 'dark' : 'light';
        storage.write('theme', theme);
        update();
      },
    };
  };
})();
