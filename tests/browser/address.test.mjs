// What the address may say, and what is said when it says nonsense.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { clickAt, open, rest, setUp } from './helpers.mjs';

setUp();
const theme = (page) => page.evaluate(() => document.documentElement.dataset.theme);

test('a stage opens by its number or its name, and the title says which', async () => {
  for (const query of ['?stage=2', '?stage=separate-the-database']) {
    const page = await open(query);
    assert.match(await page.title(), /^Stage 2: .* – Tenfold$/);
    assert.deepEqual(page.warnings, []);
  }
});

test('bad values give the default and one warning each, which names what is allowed', async () => {
  const bad = {
    stage: ['11', '0', '-1', '1.5', 'no-such-lesson', '<script>', '99999999999999999999'],
    step: ['dance'], ui: ['huge'], theme: ['pink'], motion: ['fast'], storage: ['yes'],
    seed: ['-3', 'x', '1e99'], speed: ['0', '1000', 'NaN'],
  };
  for (const [name, values] of Object.entries(bad)) {
    for (const value of values) {
      const page = await open(`?${name}=${encodeURIComponent(value)}`);
      assert.equal(page.warnings.length, 1, `${name}=${value}: ${page.warnings}`);
      assert.ok(page.warnings[0].includes(`${name}=${value}`) && page.warnings[0].includes('may be'));
      assert.match(await page.title(), /^Stage 1: /);
      assert.deepEqual(page.problems, []);
      await page.context().close();
    }
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
  await rest(page);
  assert.equal(await theme(page), 'light');
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
    const there = await open(`?step=${step}`);
    const nodes = (page) => page.locator('#page-layer .node').count();
    assert.ok((await nodes(there)) > (await nodes(start)), `${step} shows more than the start`);
    assert.deepEqual(there.warnings, []);
    await start.context().close();
    await there.context().close();
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
