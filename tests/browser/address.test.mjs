// What the address may say, and what is said when it says nonsense.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { clickAt, kSite, open, setUp } from './helpers.mjs';
import { readLesson } from './learner.mjs';

setUp();
const theme = (page) => page.evaluate(() => document.documentElement.dataset.theme);

test('a stage opens by its number or its name, and the title says which', async () => {
  const { id } = JSON.parse(readFileSync(path.join(kSite, 'lessons/stage-02.json'), 'utf8'));
  for (const query of ['?stage=2', `?stage=${id}`]) {
    const page = await open(query);
    assert.match(await page.title(), /^Stage 2: .* – Tenfold$/);
    assert.deepEqual(page.warnings, []);
  }
});

test('bad values give the default and one warning each, which names what is allowed', async () => {
  const rounds = [
    { stage: '11', step: 'dance', ui: 'huge', theme: 'pink', motion: 'fast', storage: 'yes', seed: '-3', speed: '0' },
    { stage: 'no-such-lesson', step: '', ui: 'FULL', theme: '1', motion: 'no', storage: '2', seed: '1e99', speed: '1000' },
    { stage: '<script>', step: '__proto__', ui: 'null', seed: '0', speed: 'NaN', theme: 'a'.repeat(2000) },
    { stage: '99999999999999999999', speed: '-1', seed: '1.5' },
  ];
  for (const bad of rounds) {
    const page = await open(`?${new URLSearchParams(bad)}`);
    assert.equal(page.warnings.length, Object.keys(bad).length, page.warnings.join('\n'));
    for (const [name, value] of Object.entries(bad)) {
      assert.ok(page.warnings.some((line) => line.includes(`${name}=${value} `) && line.includes('may be')), name);
    }
    assert.match(await page.title(), /^Stage 1: /);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
});

test('unknown parameters and an empty address say nothing', async () => {
  const page = await open('?utm_source=feed&v=1&lang=de&stage');
  assert.equal(page.warnings.length, 1, 'an empty stage is a bad value');
  const plain = await open('?utm_source=feed&v=1&lang=de');
  assert.deepEqual(plain.warnings, []);
});

test('the theme follows the address, then the learner, then the system', async () => {
  assert.equal(await theme(await open('?theme=dark')), 'dark');
  assert.equal(await theme(await open('?theme=light', { colorScheme: 'dark' })), 'light');
  const page = await open('', { colorScheme: 'dark' });
  assert.equal(await theme(page), 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
  await clickAt(page, page.getByRole('button', { name: 'Dark colours' }));
  await page.getByRole('button', { name: 'Light colours' }).waitFor();
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
});

test('opening another stage changes address and title, and back returns', async () => {
  const page = await open();
  const first = page.url();
  await clickAt(page, page.getByRole('button', { name: /^Stage 2/ }));
  await page.waitForFunction(() => document.title.startsWith('Stage 2'));
  assert.equal(new URL(page.url()).searchParams.get('stage'), '2');
  await page.goBack();
  await page.waitForFunction(() => document.title.startsWith('Stage 1'));
  assert.equal(page.url(), first);
  await page.goForward();
  await page.waitForFunction(() => document.title.startsWith('Stage 2'));
});

test('without a place in the address a visit begins at home, which leads to the lesson and to each stage', async () => {
  const page = await open('');
  assert.match(await page.title(), /^Home/);
  assert.deepEqual(page.warnings, []);
  await clickAt(page, page.getByRole('button', { name: 'Start: launch day' }));
  await page.waitForFunction(() => document.title.startsWith('Stage 1'));
  await page.goBack();
  await page.waitForFunction(() => document.title.startsWith('Home'));
  await clickAt(page, page.getByRole('button', { name: /^Stage 2: / }));
  await page.waitForFunction(() => document.title.startsWith('Stage 2'));
  await clickAt(page, page.getByRole('button', { name: 'Tenfold' }));
  await page.waitForFunction(() => document.title.startsWith('Home'));
  assert.deepEqual(page.problems, []);
});

test('Escape closes an open panel, and the button that opened it has the focus again', async () => {
  const page = await open();
  const more = page.getByRole('button', { name: 'More…' });
  await more.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'More' }).waitFor({ state: 'attached' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.getByRole('group', { name: 'More' }).waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement.textContent === 'More…');
});

test('ui=min leaves out the shell around the lesson', async () => {
  const full = await open();
  const minimal = await open('?ui=min');
  assert.ok(await full.getByRole('button', { name: /^Stage 2/ }).count());
  assert.equal(await minimal.getByRole('button', { name: /^Stage 2/ }).count(), 0);
  assert.ok(await minimal.getByRole('heading', { level: 1 }).count());
});

test('a step of the lesson can be opened directly', async () => {
  for (const step of ['predict', 'run', 'challenge', 'questions', 'next']) {
    const start = await open();
    const there = await open(`?step=${step}`, { running: step === 'run' });
    const nodes = (page) => page.locator('#page-layer .node').count();
    assert.ok((await nodes(there)) > (await nodes(start)), `${step} shows more than the start`);
    assert.deepEqual(there.warnings, []);
    await start.context().close();
    await there.context().close();
  }
});

test('a step opened by the address is in view, below the diagram where that stands above it', async () => {
  for (const options of [{ phone: true }, { viewport: { width: 480, height: 270 } }]) {
    const page = await open('?step=explain', options);
    const heading = page.getByRole('heading', { level: 2 }).filter({ hasText: readLesson(1).explain.title });
    const { y, height } = await heading.boundingBox();
    const covered = await page.evaluate(() => parseFloat(document.documentElement.style.scrollPaddingTop));
    assert.ok(y >= covered && y + height <= page.viewportSize().height, `the heading at ${y}, the diagram down to ${covered}`);
  }
});

test('the same seed gives the same screen', async () => {
  const names = async (query) => {
    const page = await open(query);
    return page.locator('.node').evaluateAll((all) => all.map((node) => node.textContent || node.ariaLabel).join('\n'));
  };
  const [a, b, c] = [await names('?step=questions&seed=7'), await names('?step=questions&seed=7'), await names('?step=questions&seed=8')];
  assert.equal(a, b);
  assert.notEqual(a, c);
});
