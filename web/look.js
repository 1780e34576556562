// How the page is to look: light or dark, moving or still, for a finger or a mouse. The address
// decides, then the learner's own choice, then what the system says, which may change at any time.
(() => {
  const choices = { theme: ['auto', 'light', 'dark'], motion: ['auto', 'reduce'] };

  // values: the address's. storage: see storage.js. tell(dark, reducedMotion, minimal, touch, theme, motion):
  // the last two are what was chosen, by its place among the choices.
  tenfold.watchLook = (values, storage, tell) => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const reduced = matchMedia('(prefers-reduced-motion: reduce)');
    const coarse = matchMedia('(pointer: coarse)');
    const chosen = {};
    for (const [name, allowed] of Object.entries(choices)) {
      const kept = storage.read(name);
      chosen[name] = values[name] === 'auto' && allowed.includes(kept) ? kept : values[name];
    }

    const update = () => {
      const isDark = chosen.theme === 'auto' ? dark.matches : chosen.theme === 'dark';
      document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
      tell(isDark, chosen.motion === 'reduce' || reduced.matches, values.ui === 'min', coarse.matches,
        ...Object.entries(choices).map(([name, allowed]) => allowed.indexOf(chosen[name])));
    };
    for (const query of [dark, reduced, coarse]) query.addEventListener('change', update);
    update();

    return {
      choose(name, value) {
        chosen[name] = value;
        storage.write(name, value);
        update();
      },
    };
  };
})();
