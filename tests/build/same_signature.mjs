// One number over everything that happens in every lesson's runs must be equal natively and as WebAssembly: otherwise
// two learners with the same link would see different systems.
import { execFileSync } from 'node:child_process';

const [native, wasm] = process.argv.slice(2);
const signature = (command, ...first) => execFileSync(command, [...first, 'signature', 'lessons'],
  { encoding: 'utf8' }).trim();
const results = { native: signature(native), wasm: signature('node', wasm) };
console.log(results);
if (!/^\d+$/.test(results.native) || results.native !== results.wasm) {
  console.error('The native and the WebAssembly program disagree.');
  process.exitCode = 1;
}
