// A green run must mean that all three suites ran: asks CTest what it would run, and fails when a suite is empty or a
// test program runs on one side only.
import { execFileSync } from 'node:child_process';

const [ctest, folder] = process.argv.slice(2);
const listing = JSON.parse(execFileSync(ctest, ['--test-dir', folder, '--show-only=json-v1'],
  { encoding: 'utf8', maxBuffer: 1 << 26 }));

const suites = { native: [], wasm: [], browser: [] };
for (const { name, properties } of listing.tests) {
  const labels = properties.find((property) => property.name === 'LABELS')?.value ?? [];
  for (const label of labels) suites[label]?.push(name.replace(`${label}.`, ''));
}
const problems = Object.keys(suites).filter((label) => suites[label].length === 0).map((label) => `no ${label} tests`);
for (const name of suites.native) if (!suites.wasm.includes(name)) problems.push(`${name} does not run as WebAssembly`);
for (const name of suites.wasm) if (!suites.native.includes(name)) problems.push(`${name} does not run natively`);

for (const [label, names] of Object.entries(suites)) console.log(`${label}: ${names.join(', ')}`);
if (problems.length > 0) {
  console.error(`The test run is incomplete: ${problems.join('; ')}.`);
  process.exitCode = 1;
}
