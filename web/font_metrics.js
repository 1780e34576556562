// How large a font must be asked for in CSS to come out as large as it is drawn: the canvas counts
// from the highest to the lowest reach of the face (hhea), CSS counts the em square (head).
(() => {
  const table = (view, wanted) => {
    for (let i = 0; i < view.getUint16(4); ++i) {
      const entry = 12 + 16 * i;
      const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(entry + k)));
      if (tag === wanted) return view.getUint32(entry + 8);
    }
    throw new Error(`The font has no ${wanted} table.`);
  };

  // CSS font size divided by drawn size. `bytes`: a TrueType file.
  tenfold.fontRatio = (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const unitsPerEm = view.getUint16(table(view, 'head') + 18);
    const hhea = table(view, 'hhea');
    return unitsPerEm / (view.getInt16(hhea + 4) - view.getInt16(hhea + 6));
  };
})();
