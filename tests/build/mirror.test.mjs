// The mirror's two sides know the same roles, and the page reads a node's record as the program describes it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInThisContext } from 'node:vm';

globalThis.tenfold = {};
for (const file of ['mirror_kinds.js', 'mirror_record.js']) runInThisContext(readFileSync(`web/${file}`, 'utf8'));
const header = readFileSync('src/ui/mirror.h', 'utf8');
const between = (start, end) => header.split(start)[1].split(end)[0];

test('the page has an element for each role that the program names, and no other', () => {
  const named = between('kRoleNames = {', '}').match(/\w+/g);
  assert.ok(named.length > 0);
  assert.deepEqual(Object.keys(tenfold.mirrorKinds), named);
});

test('the names of the roles and layers are those of the program, in its order', () => {
  for (const [type, names] of [['Role', 'kRoleNames'], ['Layer', 'kLayerNames']]) {
    const listed = between(`enum class ${type} : std::uint8_t {`, '}').replace(/\/\/.*/g, '').match(/\w+/g);
    assert.deepEqual(between(`${names} = {`, '}').match(/\w+/g), listed);
  }
});

test('records are read as described: numbers, texts by their address and names by their number', () => {
  const description = ['id number', 'layer one page fixed', 'name text', 'x number'].join('\n');
  const texts = { 1000: 'one', 2000: '' };
  const read = tenfold.makeRecordReader(description, (address) => texts[address]);
  const nodes = read(Float64Array.of(4294967295, 1, 1000, -0.5, 7, 0, 2000, 3));
  assert.deepEqual(nodes, [
    { id: 4294967295, layer: 'fixed', name: 'one', x: -0.5 },
    { id: 7, layer: 'page', name: '', x: 3 },
  ]);
  assert.equal(read(new Float64Array()).length, 0);
});
