// The learner's progress, place and choices in this browser, which all its tabs share. Where storage is
// refused (private windows, sandboxed frames, storage=0) everything works for the visit, and `works` says so.
(() => {
  const prefix = 'tenfold.';

  tenfold.openStorage = (allowed) => {
    let store = null;
    if (allowed) {
      try {
        store = window.localStorage;
        store.setItem(`${prefix}probe`, '1');
        store.removeItem(`${prefix}probe`);
      } catch {
        store = null;
      }
    }
    return {
      works: store !== null,
      // To the program a zero byte would be the end.
      read: (name) => (store === null ? '' : (store.getItem(prefix + name) || '').replace(/\0/g, '\ufffd')),
      write: (name, text) => {
        try {
          if (store !== null) store.setItem(prefix + name, text);
          return store !== null;
        } catch {
          return false;
        }
      },
      // call(): another tab wrote it.
      hear: (name, call) => window.addEventListener('storage', (event) => {
        if (store !== null && event.key === prefix + name) call();
      }),
    };
  };
})();
