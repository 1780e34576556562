// The room "Why trust it" against the programs that its numbers came from. When one of these fails, something that
// runs has changed since: `cmake --workflow --preset proof` makes the room's tables anew.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { matrixRows, signature, theoryCases, theoryRows } from './proof.mjs';

const read = (file) => JSON.parse(readFileSync(`lessons/${file}`, 'utf8'));
const proof = read('proof.json');
const { TENFOLD_PROGRAM: quickest, TENFOLD_WASM_DIR: wasm } = process.env;
const tenfold = quickest.endsWith('.js') ? ['node', quickest] : [quickest];
const theoryPrograms = ['sim/theory_test.js', 'model/web_theory_test.js'].map((path) => ['node', `${wasm}/tests/${path}`]);

const kRows = 3;
// In an order drawn by the signature: every change that moves it has other rows looked at.
const drawn = (list, nameOf) => {
  const lot = (one) => createHash('sha256').update(`${proof.signature} ${nameOf(one)}`).digest('hex');
  return [...list].sort((a, b) => (lot(a) < lot(b) ? -1 : 1));
};

test('the numbers are from runs with the signature of today', () => {
  assert.equal(proof.signature, signature(tenfold));
});

test('the matrix has every variant of every stage, by the names they have now, and what solves its challenge', () => {
  const lessons = readdirSync('lessons').filter((file) => /^stage-\d+b?\.json$/.test(file)).map(read);
  const expected = lessons.flatMap(({ stage, title, variants }) => [
    ...variants.map(({ id, label }) => ({ stage, title, id, label })),
    { stage, title, id: 'copied', label: 'The challenge with the fix that was shown, copied' },
    { stage, title, id: 'solution', label: 'The worked solution' }]);
  assert.deepEqual(proof.matrix.map(({ stage, title, id, label }) => ({ stage, title, id, label })), expected);
});

test('what theory expects lies in the interval of every row', () => {
  for (const { name, expected, simulated, half_width } of proof.theory) {
    assert.ok(Math.abs(simulated - expected) <= half_width + 1e-9 * expected, name);
  }
});

test('rows of theory come out again as they are told', () => {
  const cases = theoryPrograms.flatMap((each) => theoryCases(each).map((name) => [each, name]));
  const rows = [];
  for (const [each, name] of drawn(cases, ([, name]) => name)) {
    if (rows.length < kRows) rows.push(...theoryRows(each, name)); // some cases print none
  }
  console.log(rows);
  assert.ok(rows.length >= kRows);
  for (const row of rows) assert.deepEqual(proof.theory.find(({ name }) => name === row.name), row);
});

test('rows of the matrix come out again as they are told', () => {
  for (const row of drawn(proof.matrix, ({ stage, part, id }) => `${stage} ${part} ${id}`).slice(0, kRows)) {
    console.log(row);
    const words = ['--stage', `${row.stage}`, '--variant', row.id, '--seeds', `${row.of}`];
    assert.deepEqual(matrixRows(tenfold, words).filter(({ part }) => part === row.part), [row]);
  }
});
