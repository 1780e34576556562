// Systems that go from one to another: in a link, whose part after the # holds all of one, or as a file.
(() => {
  const longest = 2e6;  // characters of a file that are looked at: what is longer is no system

  const mark = '#draft=';
  tenfold.draftIn = (hash) => (hash.startsWith(mark) ? hash.slice(mark.length) : '');

  const save = (name, text) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').toLowerCase() || 'system'}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  const share = (text) => {
    const address = new URL(location.href);
    address.search = '?mode=build';
    address.hash = mark + text;
    history.replaceState('visited', '', address);
    if (!navigator.clipboard) return false;
    navigator.clipboard.writeText(address.href).catch(() => {});
    return true;
  };

  let take;
  const read = async (file) => take(true, await file.slice(0, longest + 1).text());
  const ask = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.onchange = () => { if (input.files[0]) read(input.files[0]); };
    input.click();
  };

  // kind: as Handout::Kind of src/tutor/tutor.h has them.
  tenfold.handOut = (kind, name, text) => [share, () => save(name, text), ask][kind](text);

  // call(isFile, text): somebody came with a link, or dropped a file on the page.
  tenfold.watchDrafts = (call) => {
    take = call;
    window.addEventListener('hashchange', () => {
      const given = tenfold.draftIn(location.hash);
      if (given) call(false, given);
    });
    window.addEventListener('dragover', (event) => event.preventDefault());
    window.addEventListener('drop', (event) => {
      event.preventDefault();
      const [file] = event.dataTransfer.files;
      if (file) read(file);
    });
  };
})();
