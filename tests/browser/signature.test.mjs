// The same lessons give the same runs to the bit in Chromium as natively: the headless program's signature, one number
// over everything that happens in all of them, made by the same code on a page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { newPage, serveHtml, setUp } from './helpers.mjs';

setUp();

test('the signature of all lessons is the same in Chromium as natively', async () => {
  const folder = process.env.TENFOLD_LESSONS;
  const lessons = readdirSync(folder).filter((name) => /^stage-.*\.json$/.test(name))
    .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);
  assert.ok(lessons.length > 0);

  const page = await newPage();
  await page.goto(await serveHtml('<title>Headless</title>'));
  await page.addScriptTag({ path: process.env.TENFOLD_HEADLESS_PAGE });
  const printed = await page.evaluate(async (files) => {
    const lines = [];
    const program = await window.createHeadless({ print: (line) => lines.push(line), printErr: (line) => lines.push(line) });
    program.FS.mkdir('/lessons');
    for (const [name, text] of files) program.FS.writeFile(`/lessons/${name}`, text);
    program.callMain(['signature', '/lessons']);
    return lines;
  }, lessons);
  const native = execFileSync(process.env.TENFOLD_HEADLESS, ['signature', folder], { encoding: 'utf8' }).trim();
  assert.match(native, /^\d+$/);
  assert.deepEqual(printed, [native]);
});
