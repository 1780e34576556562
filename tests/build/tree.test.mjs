// The shape of the tree: what may lie at its top, how long a file may be, and that nothing is tied to one machine.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const kTop = ['CMakeLists.txt', 'CMakePresets.json', 'LICENSE', 'README.md', 'emsdk.cmake', 'lessons', 'shaders', 'src',
  'tests', 'web'];
const files = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files'], { encoding: 'utf8' }).trim().split('\n');
const lines = (path) => readFileSync(path, 'utf8').trimEnd().split('\n').length;

test('nothing lies at the top but the agreed files and folders', () => {
  const top = [...new Set(files.map((path) => path.split('/')[0]))];
  assert.deepEqual(top.filter((name) => !name.startsWith('.') && !kTop.includes(name)), []);
});

test('the CMakeLists.txt at the top has at most 150 lines', () => {
  assert.ok(lines('CMakeLists.txt') <= 150);
});

test('every main is at most 30 lines long', () => {
  for (const path of files.filter((name) => /^src\/.*main\.cpp$/.test(name))) {
    assert.ok(lines(path) <= 30, `${path} has ${lines(path)} lines`);
  }
});

test('no source file is longer than 600 lines', () => {
  const sources = files.filter((path) => /\.(cpp|c|h|js|mjs|css|html|cmake|vert|frag)$/.test(path));
  assert.deepEqual(sources.filter((path) => lines(path) > 600), []);
});

test('the npm lock files name no registry', () => {
  const locks = files.filter((path) => path.endsWith('package-lock.json'));
  assert.equal(locks.length, 2);
  for (const path of locks) {
    const { packages } = JSON.parse(readFileSync(path, 'utf8'));
    for (const [name, { resolved, integrity }] of Object.entries(packages)) {
      assert.equal(resolved, undefined, `${path}: ${name}`);
      if (name) assert.match(integrity, /^sha512-/, `${path}: ${name}`);
    }
  }
});

test('no third-party package is kept in the tree', () => {
  assert.deepEqual(files.filter((path) => /(^|\/)node_modules\//.test(path)), []);
});
