// Cuts a font down to the letters and signs the program draws, and those that its lessons use: `node subset_font.mjs
// <harfbuzz-subset.wasm> <font.ttf> <result.ttf> <lesson or room.json> …`. Hints and layout tables go too, since the
// program rasterises plain outlines, one glyph a letter.
import { readFile, writeFile } from 'node:fs/promises';

const kSigns = '–—…‘’“”•·×÷−≈≥≤→←↑↓▶✓✗●○◆■▲λµμρ∞';
const kRanges = [[0x20, 0x7e], [0xa0, 0xff]];
const kDroppedTables = ['GSUB', 'GPOS', 'GDEF', 'STAT', 'DSIG', 'meta', 'gasp'];
const kKeptNames = [0, 1, 2, 3, 4, 5, 6, 13, 14]; // 13 and 14 say the licence

// Numbers of HarfBuzz's C interface (hb-subset.h).
const kMemoryReadable = 1;
const kNoHinting = 0x1;
const kDropTableSet = 3;
const kNameSet = 4;

const [wasmPath, fontPath, resultPath, ...lessons] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(await readFile(wasmPath));
const hb = instance.exports;
hb._initialize();

const font = await readFile(fontPath);
const address = hb.malloc(font.length);
new Uint8Array(hb.memory.buffer).set(font, address);
const face = hb.hb_face_create(hb.hb_blob_create(address, font.length, kMemoryReadable, 0, 0), 0);

const input = hb.hb_subset_input_create_or_fail();
hb.hb_subset_input_set_flags(input, kNoHinting);
const unicodes = hb.hb_subset_input_unicode_set(input);
for (const [first, last] of kRanges) {
  for (let letter = first; letter <= last; ++letter) hb.hb_set_add(unicodes, letter);
}
const texts = await Promise.all(lessons.map((file) => readFile(file, 'utf8')));
for (const sign of new Set([kSigns, ...texts].join(''))) hb.hb_set_add(unicodes, sign.codePointAt(0));
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
