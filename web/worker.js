// A worker: makes what the program has to run out of sight, with an instance of the program of its own.
// First it is handed the compiled module; then each message is a job as bytes, and each answer what it
// came to. See workers.js for the other side.
(() => {
  if (!self.createTenfold) importScripts('tenfold.js');
  let program;

  const make = (bytes) => {
    const place = program._malloc(bytes.length);
    program.HEAPU8.set(bytes, place);
    const answer = program._tenfold_make_job(place, bytes.length);
    program._free(place);
    const size = new DataView(program.HEAPU8.buffer).getUint32(answer, true);
    return program.HEAPU8.slice(answer + 4, answer + 4 + size);
  };

  self.onmessage = async ({ data }) => {
    if (program) {
      const result = make(data);
      self.postMessage(result, [result.buffer]);
      return;
    }
    program = await self.createTenfold({
      instantiateWasm: (imports, use) => {
        WebAssembly.instantiate(data, imports).then((instance) => use(instance, data));
        return {};
      },
    });
    self.postMessage('ready');
  };
})();
