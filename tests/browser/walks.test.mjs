// Stage 1 and stage 2 from the first word to the last, three times: with the mouse on the canvas, with
// the keyboard alone, and through the accessibility tree alone, as a screen reader acts.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { drawn, newPage, setUp, world } from './helpers.mjs';
import { manners, readLesson, walk } from './learner.mjs';

setUp();

for (const manner of ['mouse', 'keyboard', 'tree']) {
  const press = manners[manner];
  test(`stage 1 and stage 2 to the end by ${manner}`, async () => {
    const page = await newPage({ viewport: { width: 1000, height: 700 } });
    await page.goto(`${world.origin}/`);
    await drawn(page);
    await press(page, 'button', 'Start: launch day');
    await walk(page, 1, press);
    await press(page, 'button', `Go to stage 2: ${readLesson(2).title}`);
    await walk(page, 2, press);
    assert.notEqual(await page.evaluate(() => localStorage.getItem('tenfold.progress')), null);
    assert.deepEqual(page.problems, []);
  });
}

test('what was reached is still there after a reload', async () => {
  const page = await newPage();
  await page.goto(`${world.origin}/?step=next`);
  await drawn(page);
  await page.waitForFunction(() => localStorage.getItem('tenfold.progress'));
  const kept = await page.evaluate(() => localStorage.getItem('tenfold.progress'));
  await page.goto(`${world.origin}/`);
  await drawn(page);
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => localStorage.getItem('tenfold.progress')), kept);
});
