// One number over everything that happens in every lesson's runs must be equal natively, by GCC and by clang, and as
// WebAssembly: otherwise two learners with the same link would see different systems. Arguments: name=program ...
import { execFileSync } from 'node:child_process';

const signature = (program) => {
  const [command, ...first] = program.endsWith('.js') ? ['node', program] : [program];
  return execFileSync(command, [...first, 'signature', 'lessons'], { encoding: 'utf8' }).trim();
};
const results = Object.fromEntries(process.argv.slice(2).map((word) => {
  const [name, program] = word.split('=');
  return [name, signature(program)];
}));
console.log(results);
const numbers = Object.values(results);
if (numbers.length < 2 || !numbers.every((number) => /^\d+$/.test(number) && number === numbers[0])) {
  console.error('The programs disagree.');
  process.exitCode = 1;
}
