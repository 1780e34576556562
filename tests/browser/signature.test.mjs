// The same lessons give the same runs to the bit in Chromium as natively, and going back and on in one comes to what was
// there: the headless program, made by the same code on a page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { newPage, serveHtml, setUp } from './helpers.mjs';

setUp();

const folder = process.env.TENFOLD_LESSONS;
const kMostBytes = 64 * 2 ** 20; // what snapshots may take of a page's memory

// What the program says on a page that is given all lessons, and its exit code.
async function runInPage(...words) {
  const lessons = readdirSync(folder).filter((name) => /^stage-.*\.json$/.test(name))
    .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);
  assert.ok(lessons.length > 0);
  const page = await newPage();
  await page.goto(await serveHtml('<title>Headless</title>'));
  await page.addScriptTag({ path: process.env.TENFOLD_HEADLESS_PAGE });
  return page.evaluate(async ([files, given]) => {
    const out = [];
    const err = [];
    const program = await window.createHeadless({ print: (line) => out.push(line), printErr: (line) => err.push(line) });
    program.FS.mkdir('/lessons');
    for (const [name, text] of files) program.FS.writeFile(`/lessons/${name}`, text);
    const code = program.callMain(given);
    return { code, out, err };
  }, [lessons, words]);
}

test('the signature of all lessons is the same in Chromium as natively', async () => {
  const native = execFileSync(process.env.TENFOLD_HEADLESS, ['signature', folder], { encoding: 'utf8' }).trim();
  assert.match(native, /^\d+$/);
  assert.deepEqual(await runInPage('signature', '/lessons'), { code: 0, out: [native], err: [] });
});

for (const stage of [1, 5, 10]) {
  test(`in Chromium stage ${stage} at any moment gone to is what it is in a plain run`, async () => {
    const { code, out, err } = await runInPage('seeks', '/lessons', '--stage', String(stage), '--moments', '50');
    assert.deepEqual(err, []);
    assert.equal(code, 0);
    const systems = JSON.parse(out.join('\n'));
    assert.equal(systems.length, 2);
    for (const system of systems) {
      assert.equal(system.stage, stage);
      assert.equal(system.moments, 50);
      assert.equal(system.equal, 50);
      assert.ok(system.snapshot_bytes <= kMostBytes, `snapshots take ${system.snapshot_bytes} bytes`);
    }
  });
}
