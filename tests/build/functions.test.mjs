// How long a function of ours may be, that the one which changes the tutor's state stays an index of what can be done, and
// that a file says first what it is.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { functionsOf } from './functions.mjs';

const kLines = 60;
const kUpdateLines = 40;
const files = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', 'src'], { encoding: 'utf8' }).trim().split('\n')
  .filter((path) => /\.(cpp|h|c)$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const functions = files.flatMap(({ path, text }) => functionsOf(text).map((found) => ({ path, ...found })));
const shown = ({ path, line, name, lines }) => `${path}:${line}: ${name} has ${lines} lines`;

test('functions are found in classes, beside lambdas, strings and values with braces', () => {
  const text = `#define NOT {
namespace a::b {
constexpr int kTable[] = {1, 2};  // {
struct Part { int size = f(); int weight() const { return 1; } bool operator==(const Part&) const = default; };
Part::Part(int size)
    : size_{.count = size}, list_({1}) {
  const char* raw = R"x(})" {)x";
  each([&](int i) { use(i, '{', "}"); });
}
template <class T>
std::vector<T> list(int count = g(1)) noexcept {
}
const auto twice = [](int i) {
  return 2 * i;
};
}
`;
  assert.deepEqual(functionsOf(text), [
    { name: 'weight', line: 4, lines: 1 },
    { name: 'Part::Part', line: 5, lines: 5 },
    { name: 'list', line: 10, lines: 3 },
    { name: 'twice', line: 13, lines: 3 },
  ]);
});

test(`no function has more than ${kLines} lines`, () => {
  assert.ok(functions.length > files.length);
  assert.deepEqual(functions.filter(({ lines }) => lines > kLines).sort((a, b) => b.lines - a.lines).map(shown), []);
});

test(`the tutor's update() has fewer than ${kUpdateLines} lines`, () => {
  const update = functions.filter(({ path, name }) => path === 'src/tutor/tutor.cpp' && name === 'update');
  assert.ok(update.length > 0);
  assert.deepEqual(update.filter(({ lines }) => lines >= kUpdateLines).map(shown), []);
});

test('every source file opens with a comment', () => {
  assert.deepEqual(files.filter(({ text }) => !/^\/[/*]/.test(text)).map(({ path }) => path), []);
});
