// Going back and on in a run comes to what was there, natively and as WebAssembly, within the memory that a page can
// spare. TENFOLD_PROGRAMS: the command lines of both, as a JSON list of lists.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const kMoments = 50;
const kMostBytes = 64 * 2 ** 20;

const programs = JSON.parse(process.env.TENFOLD_PROGRAMS);
for (const [name, command] of Object.entries(programs)) {
  for (const stage of [1, 5, 10]) {
    test(`${name}: stage ${stage} at any moment gone to is what it is in a plain run`, () => {
      const words = ['seeks', 'lessons', '--stage', String(stage), '--moments', String(kMoments)];
      const result = spawnSync(command[0], [...command.slice(1), ...words], { encoding: 'utf8' });
      assert.equal(result.stderr, '');
      assert.equal(result.status, 0);
      const systems = JSON.parse(result.stdout);
      assert.deepEqual(systems.map((system) => system.system), ['start', 'fix']);
      for (const system of systems) {
        assert.equal(system.stage, stage);
        assert.equal(system.moments, kMoments);
        assert.equal(system.equal, kMoments);
        assert.ok(system.changes > 0, 'something was done by hand');
        assert.ok(system.snapshot_bytes <= kMostBytes, `snapshots take ${system.snapshot_bytes} bytes`);
      }
    });
  }
}
