// What a first visit downloads, as a server with Brotli sends it: the program, the fonts, the page and one lesson, and
// whose share of the program is how large. Prints the tables and fails above the budget.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { bytesOfParts } from './wasm_parts.mjs';

const kBudgetKB = 355;
const [site, whole, symbols] = process.argv.slice(2);

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
const row = (name, raw, small, note = '') => console.log(`${name.padEnd(26)} ${kilobytes(raw)} ${kilobytes(small)}${note}`);
const read = (file) => readFileSync(path.join(site, file));

// What index.html asks for, and what its scripts then read.
const asked = [...read('index.html').toString().matchAll(/<(?:script|link)[^>]* (?:src|href)="([^":]+)"/g)]
  .map(([, file]) => file);
const [firstLesson] = readdirSync(path.join(site, 'lessons')).filter((name) => /^stage-\d+b?\.json$/.test(name)).sort();
if (!firstLesson) throw new Error(`${site}/lessons has no lesson.`);
const files = new Set(['tenfold.wasm', 'tenfold.js', 'font-regular.ttf', 'font-bold.ttf', 'index.html', ...asked,
  'worker.js', 'lessons/index.json', `lessons/${firstLesson}`]);

const sizes = [...files].map((file) => {
  const bytes = read(file);
  return { file, raw: bytes.length, small: brotliCompressSync(bytes).length };
});
const sum = (list, what) => list.reduce((total, size) => total + size[what], 0);
const total = sum(sizes, 'small');

console.log(`${'file'.padEnd(28)} raw KB  Brotli KB`);
for (const { file, raw, small } of sizes) row(file, raw, small);
row('total', sum(sizes, 'raw'), total, `   (budget ${kBudgetKB})`);

const rooms = read('rooms.wasm');
row('rooms.wasm, afterwards', rooms.length, brotliCompressSync(rooms).length);

// Compressed, the program is one piece: each part is given of it what it has of the raw bytes. Both files of it are meant.
console.log(`\n${'part'.padEnd(28)} raw KB  Brotli KB, of the program by raw size`);
const [program] = sizes;
const parts = bytesOfParts(readFileSync(whole), readFileSync(symbols, 'utf8'));
for (const [part, raw] of Object.entries(parts)) row(part, raw, raw * program.small / program.raw);
const kKinds = { scripts: /\.js$/, fonts: /\.ttf$/, 'page and lesson': /\.(?!js$|ttf$|wasm$)\w+$/ };
for (const [kind, pattern] of Object.entries(kKinds)) {
  const those = sizes.filter(({ file }) => pattern.test(file));
  row(kind, sum(those, 'raw'), sum(those, 'small'));
}

if (total > kBudgetKB * 1000) {
  console.error(`The first visit downloads ${(total / 1000).toFixed(1)} KB, more than the budget of ${kBudgetKB} KB.`);
  process.exitCode = 1;
}
