// Everything the page reads besides its scripts. The single-file edition carries the same files
// inside itself, under the same names.
(() => {
  tenfold.inlined = window.tenfoldFiles || {};

  const get = async (path) => {
    let answer;
    try {
      answer = await fetch(path);
    } catch {
      throw Object.assign(new Error(`${path} could not be loaded: the server did not answer.`), { unreachable: true });
    }
    if (!answer.ok) throw new Error(`${path} could not be loaded: the server said ${answer.status}.`);
    return answer;
  };
  const decode = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

  tenfold.readText = async (path) => {
    const text = tenfold.inlined[path];
    return text === undefined ? (await get(path)).text() : text;
  };

  tenfold.readBytes = async (path) => {
    const base64 = tenfold.inlined[path];
    return base64 === undefined
      ? new Uint8Array(await (await get(path)).arrayBuffer())
      : decode(base64);
  };

  // Of the worker's script; in the single file it and the program's are inside the page.
  tenfold.workerAddress = () => {
    const inlined = tenfold.inlined['worker.js'];
    if (inlined === undefined) return 'worker.js';
    const code = [document.getElementById('program').text, inlined];
    return URL.createObjectURL(new Blob(code, { type: 'text/javascript' }));
  };

  // Runs a script file; settles when it has run.
  tenfold.runScript = (path) => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = path;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${path} could not be loaded.`));
    document.head.append(script);
  });
})();
