// The whole way, through the mirror: all stages from the first hook to the finale, with questions answered
// wrongly and rightly; and each challenge won by its worked solution.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { drawn, kSite, newPage, setUp, world } from './helpers.mjs';
import { manners, readLesson, walk } from './learner.mjs';

setUp();

const stages = readdirSync(path.join(kSite, 'lessons')).map((file) => /^stage-0*(\d+b?)\.json$/.exec(file))
  .filter(Boolean).map((match) => match[1]).sort((a, b) => parseInt(a, 10) - parseInt(b, 10) || a.length - b.length);
const press = manners.mirror;

test('all ten stages, from the first hook to the finale', async () => {
  assert.deepEqual(stages, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '9b', '10']);
  const page = await newPage({ viewport: { width: 1000, height: 700 } });
  page.setDefaultTimeout(60_000);
  await page.goto(`${world.origin}/`);
  await drawn(page);
  await press(page, 'button', 'Start: launch day');
  for (const stage of stages) {
    if (stage !== '1') await press(page, 'button', `Go to stage ${stage}: ${readLesson(stage).title}`);
    await walk(page, stage, press);
  }
  await press(page, 'button', 'Go to the finale');
  await page.getByRole('heading', { level: 1, name: /whole picture|finale/i }).waitFor({ state: 'attached' });
  assert.deepEqual(page.problems, []);
});

for (const stage of stages) {
  test(`stage ${stage}: the worked solution wins the challenge`, async () => {
    const page = await newPage({ viewport: { width: 1000, height: 700 } });
    page.setDefaultTimeout(60_000);
    await page.goto(`${world.origin}/?stage=${stage}`);
    await drawn(page);
    await press(page, 'button', 'I know this: try the challenge');
    for (const hint of [1, 2, 3]) await press(page, 'button', `Hint ${hint} of 3`);
    await press(page, 'button', 'Show the worked solution');
    await press(page, 'button', 'Skip to the end');
    await page.getByRole('heading', { name: /Goal met/ }).waitFor({ state: 'attached' });
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}
