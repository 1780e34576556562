// Cuts a font down to what the program draws: `node subset_font.mjs <node_modules> <font.ttf> <result.ttf> <text> …`, with
// the letters and signs of the texts, which are the lessons and the program's own sources. Hints and layout tables go too,
// since the program rasterises plain outlines, one glyph a letter; and the grid of the outlines is as coarse as the
// largest letters allow, which makes their coordinates bytes.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

// To the em. The largest letters, 42 px high, move by no more than a twentieth of a pixel.
const kGrid = 512;
const [kFirst, kLast] = [0x20, 0x7e]; // those of ASCII, whatever the texts say
const kDroppedTables = ['GSUB', 'GPOS', 'GDEF', 'STAT', 'DSIG', 'meta', 'gasp'];
const kKeptNames = [0, 1, 2, 3, 4, 5, 6, 13, 14]; // 13 and 14 say the licence

// Numbers of HarfBuzz's C interface (hb-subset.h).
const kMemoryReadable = 1;
const kNoHinting = 0x1;
const kDropTableSet = 3;
const kNameSet = 4;

const [modules, fontPath, resultPath, ...textPaths] = process.argv.slice(2);

// The same font on a grid of so many units to the em.
function regridded(bytes, unitsPerEm) {
  const { TTFReader, TTFWriter } = createRequire(path.resolve(modules, '_'))('fonteditor-core');
  const font = new TTFReader().read(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const scale = unitsPerEm / font.head.unitsPerEm;
  const regrid = (object, keys) => {
    for (const key of keys) if (object[key]) object[key] = Math.round(object[key] * scale);
  };
  for (const glyph of font.glyf) {
    regrid(glyph, ['advanceWidth', 'leftSideBearing', 'xMin', 'xMax', 'yMin', 'yMax']);
    for (const point of (glyph.contours ?? []).flat()) regrid(point, ['x', 'y']);
    for (const { transform } of glyph.glyfs ?? []) regrid(transform, ['e', 'f']);
  }
  font.head.unitsPerEm = unitsPerEm;
  regrid(font.hhea, ['ascent', 'descent', 'lineGap']);
  regrid(font['OS/2'], ['sTypoAscender', 'sTypoDescender', 'sTypoLineGap', 'usWinAscent', 'usWinDescent', 'sxHeight',
    'sCapHeight']);
  return Buffer.from(new TTFWriter().write(font));
}

const { instance } = await WebAssembly.instantiate(await readFile(path.join(modules, 'harfbuzzjs/dist/harfbuzz-subset.wasm')));
const hb = instance.exports;
hb._initialize();

const font = regridded(await readFile(fontPath), kGrid);
const address = hb.malloc(font.length);
new Uint8Array(hb.memory.buffer).set(font, address);
const face = hb.hb_face_create(hb.hb_blob_create(address, font.length, kMemoryReadable, 0, 0), 0);

const input = hb.hb_subset_input_create_or_fail();
hb.hb_subset_input_set_flags(input, kNoHinting);
const unicodes = hb.hb_subset_input_unicode_set(input);
for (let letter = kFirst; letter <= kLast; ++letter) hb.hb_set_add(unicodes, letter);
const texts = await Promise.all(textPaths.map((file) => readFile(file, 'utf8')));
for (const sign of new Set(texts.join(''))) hb.hb_set_add(unicodes, sign.codePointAt(0));
for (const tag of kDroppedTables) {
  hb.hb_set_add(hb.hb_subset_input_set(input, kDropTableSet), Buffer.from(tag).readUInt32BE());
}
const names = hb.hb_subset_input_set(input, kNameSet);
hb.hb_set_clear(names);
for (const name of kKeptNames) hb.hb_set_add(names, name);

const subset = hb.hb_subset_or_fail(face, input);
if (!subset) throw new Error(`${fontPath} could not be cut down.`);
const blob = hb.hb_face_reference_blob(subset);
const start = hb.hb_blob_get_data(blob, 0);
const length = hb.hb_blob_get_length(blob);
await writeFile(resultPath, new Uint8Array(hb.memory.buffer, start, length));
