// Makes the numbers of lessons/proof.json, the room "Why trust it": `node make_proof.mjs <tenfold> <theory program> …`,
// which the preset `proof` calls. The file's last members are made here, a row a line, so that a change shows what
// changed; what stands before them was written by hand and is kept as it is.
import { readFileSync, writeFileSync } from 'node:fs';

import { matrixRows, signature, theoryRows } from './proof.mjs';

const file = 'lessons/proof.json';
const [tenfold, ...programs] = process.argv.slice(2).map((path) => [path]);
const byHand = () => {
  const text = readFileSync(file, 'utf8');
  const end = text.indexOf('  "signature":');
  if (end < 0) throw new Error(`${file} has no line "signature", from which on it is made`);
  return text.slice(0, end);
};

const row = (values) => `    {${Object.entries(values).map((pair) => pair.map((one) => JSON.stringify(one)).join(': ')).join(', ')}}`;
const rows = (list) => `[\n${list.map(row).join(',\n')}\n  ]`;
byHand(); // before the minutes that follow
console.log('Theory and simulation: some minutes …');
const theory = programs.flatMap((program) => theoryRows(program));
console.log(`${theory.length} rows. The matrix of every stage, 100 seeds each: some minutes …`);
const matrix = matrixRows(tenfold, ['--seeds', '100']);
writeFileSync(file, `${byHand()}  "signature": "${signature(tenfold)}",
  "theory": ${rows(theory)},
  "matrix": ${rows(matrix)}
}
`);
console.log(`${matrix.length} rows. Wrote ${file}.`);
