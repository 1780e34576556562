// Puts the program into two files: what the first picture and the lessons need, and what only the rooms around them do,
// which the page loads while the learner already reads:
//   node split.mjs <folder of Binaryen's tools> <program.wasm> <its symbols> <first.wasm> <later.wasm> <export …>
// Later is what is reached only by a pointer to a function in a namespace `later` or of src/design, or by the exports
// named: no call from the first file leads to one that is missing, and such pointers are used only in rooms (see
// tutor/room_kind.h). The functions that a variant of design's makes itself, to copy and drop its values, are not meant.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [tools, program, symbols, first, later, ...laterExports] = process.argv.slice(2);
const run = (tool, ...args) => execFileSync(path.join(tools, tool), args, { maxBuffer: 2 ** 30, encoding: 'utf8' });

const text = run('wasm-dis', program);
const imported = [...text.matchAll(/^ \(import .*\(func \$(\S+)/gm)].map(([, id]) => id);
const bodies = new Map([...text.matchAll(/^ \(func \$(\S+)([^]*?)(?=^ \(func |^\)|^ ;; )/gm)].map(([, id, body]) => [id, body]));
const names = readFileSync(symbols, 'utf8').split('\n').map((line) => line.slice(line.indexOf(':') + 1));
const nameOf = new Map([...imported, ...bodies.keys()].map((id, index) => [id, names[index]]));

const mentioned = (pattern, body) => [...body.matchAll(pattern)].map(([, id]) => id);
const called = (id) => mentioned(/\((?:return_call|call|ref\.func) \$([^\s)]+)/g, bodies.get(id) ?? '');
const inTable = mentioned(/\$([^\s)]+)/g, /^ \(elem \$\S+ \(i32\.const \d+\)(.*)\)$/m.exec(text)[1]);
const exported = [...text.matchAll(/^ \(export "[^"]*" \(func \$([^\s)]+)\)\)/gm)].map(([, id]) => id);

const kLater = /\blater::|^tenfold::design::|__(func|value_visitor)<tenfold::design::/;
const isLater = (id) => kLater.test(nameOf.get(id)) || laterExports.includes(nameOf.get(id));
const wanted = new Set([...inTable, ...exported].filter((id) => !isLater(id)));
for (const id of wanted) called(id).forEach((next) => wanted.add(next));
const rest = [...bodies.keys()].filter((id) => !wanted.has(id));
if (rest.length === 0) throw new Error('Nothing is in a namespace `later`: the symbols are not this program’s.');

const list = `${program}.later`;
writeFileSync(list, rest.join('\n'));
run('wasm-split', program, '--split-funcs', `@${list}`, '-o1', first, '-o2', later, '--no-placeholders',
  '--import-namespace', 'first', '--enable-bulk-memory', '--enable-nontrapping-float-to-int', '--enable-mutable-globals',
  '--enable-sign-ext');
