// What a first visit downloads, as a server with Brotli sends it: the program, the fonts, the page and one lesson.
// Prints the table and fails above the budget.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const kBudgetKB = 300;
const [site] = process.argv.slice(2);

// What index.html asks for, and what its scripts then read.
const page = readFileSync(path.join(site, 'index.html'), 'utf8');
const asked = [...page.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^":]+)"/g)].map(([, file]) => file);
const [firstLesson] = readdirSync(path.join(site, 'lessons')).filter((name) => /^stage-\d+\.json$/.test(name)).sort();
if (!firstLesson) throw new Error(`${site}/lessons has no lesson.`);
const files = ['tenfold.wasm', 'tenfold.js', 'font-regular.ttf', 'font-bold.ttf', 'index.html', ...asked,
  'lessons/index.json', `lessons/${firstLesson}`];

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
let total = 0;
let rawTotal = 0;
console.log(`${'file'.padEnd(28)} raw KB  Brotli KB`);
for (const file of new Set(files)) {
  const bytes = readFileSync(path.join(site, file));
  const size = brotliCompressSync(bytes).length;
  total += size;
  rawTotal += bytes.length;
  console.log(`${file.padEnd(26)} ${kilobytes(bytes.length)} ${kilobytes(size)}`);
}
console.log(`${'total'.padEnd(26)} ${kilobytes(rawTotal)} ${kilobytes(total)}   (budget ${kBudgetKB})`);
if (total > kBudgetKB * 1000) {
  console.error(`The first visit downloads ${(total / 1000).toFixed(1)} KB, more than the budget of ${kBudgetKB} KB.`);
  process.exitCode = 1;
}
