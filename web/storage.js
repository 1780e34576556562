// The learner's progress in this browser. Where storage is refused (private windows, sandboxed
// frames, storage=0) everything works for the visit, and `works` says so.
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
      read: (name) => (store === null ? '' : store.getItem(prefix + name) || ''),
      write: (name, text) => {
        try {
          if (store !== null) store.setItem(prefix + name, text);
          return store !== null;
        } catch {
          return false;
        }
      },
    };
  };
})();
