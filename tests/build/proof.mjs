// What the room "Why trust it" shows, computed: rows of the theory tests, rows of the ablation matrix, the signature.
// A program is a list of words, so that it may be ["node", "tenfold.js"].
import { execFileSync } from 'node:child_process';

const output = ([command, ...first], words) =>
  execFileSync(command, [...first, ...words], { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] });

export const signature = (tenfold) => output(tenfold, ['signature', 'lessons']).trim();

// The names of a theory program's test cases.
export const theoryCases = (program) => output(program, ['--list-test-cases', '--no-colors'])
  .split('\n').filter((line) => line !== '' && !line.startsWith('[doctest]') && !line.startsWith('==='));

// The rows that a theory program prints, all or one case's. Throws when one does not hold.
export const theoryRows = (program, testCase) => {
  const printed = /^(.*?) +expected +(\S+) +simulated +(\S+) \+- +(\S+)$/;
  const words = testCase === undefined ? [] : [`--test-case=${testCase.replaceAll(',', '\\,')}`];
  return output(program, ['--no-colors', ...words]).split('\n').map((line) => printed.exec(line)).filter(Boolean)
    .map(([, name, ...numbers]) => {
      const [expected, simulated, half_width] = numbers.map(Number);
      return { name, expected, simulated, half_width };
    });
};

// The rows of the matrix, of all stages or as `tenfold ablation` is told to choose. Throws when one is not as taught.
export const matrixRows = (tenfold, words = []) => JSON.parse(output(tenfold, ['ablation', 'lessons', ...words])).lessons
  .flatMap(({ stage, part, title, variants }) => variants.map(({ id, label, role, met, seeds }) =>
    ({ stage, ...(part > 1 ? { part } : {}), title, id, label, role, wins: met, of: seeds })));
