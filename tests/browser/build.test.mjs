// The bench in a real browser: a system built from nothing by mouse, by finger and by keyboard alone is the same system;
// it runs, breaks, goes into a link, and comes back out of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { newPage, open, ready, rest, screenshotPath, setUp, world } from './helpers.mjs';
import { manners } from './learner.mjs';

setUp();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wide = { viewport: { width: 1280, height: 800 } };

const touch = async (page, role, name) => {
  const locator = page.getByRole(role, { name, exact: true }).last();
  await locator.waitFor({ state: 'attached' });
  await locator.scrollIntoViewIfNeeded();
  await rest(page);
  const { x, y } = await locator.evaluate((element) => {
    const place = element.getBoundingClientRect();
    return { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  });
  await page.touchscreen.tap(x, y);
};
const ways = { mouse: [manners.mouse, wide], keyboard: [manners.keyboard, wide], touch: [touch, { phone: true }] };

const mends = (page) => page.getByRole('button', { name: /^Mend: / });

// From an empty bench to one that can run: people, a server and a database, and whatever the bench says they lack.
async function build(page, press) {
  const say = async (name) => {
    await press(page, 'button', name);
    await rest(page);
  };
  await say('An empty bench');
  for (const kind of ['App server', 'Database']) {
    if (await page.getByRole('button', { name: `Add: ${kind}`, exact: true }).count() === 0) await say('Add a part');
    await say(`Add: ${kind}`);
    await say('All parts');
  }
  await say('Add a part');
  const people = await page.getByRole('button', { name: /^Add: / }).first().textContent();
  await say(people);
  await say('All parts');
  for (let left = 10; await mends(page).count() > 0; --left) {
    assert.ok(left > 0, 'mending comes to an end');
    await say(await mends(page).first().textContent());
  }
  await page.getByRole('region', { name: 'Live system' }).waitFor({ state: 'attached' });
}

async function share(page, press) {
  await page.evaluate(() => history.replaceState('visited', '', '?mode=build'));
  await press(page, 'button', 'Copy a link to it');
  await page.waitForFunction(() => location.hash.startsWith('#draft='));
  return page.evaluate(() => location.hash);
}

const links = {};
for (const [way, [press, options]] of Object.entries(ways)) {
  test(`a system is built from an empty bench by ${way}`, async () => {
    const page = await open('?mode=build', options);
    await build(page, press);
    links[way] = await share(page, press);
    await page.screenshot({ path: screenshotPath(`build-by-${way}`) });
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}

test('by whichever hand, it is the same system', () => {
  assert.equal(Object.keys(links).length, Object.keys(ways).length);
  assert.equal(new Set(Object.values(links)).size, 1);
});

test('a link opens the system in a fresh page; a broken one says so and leaves the bench alone', async () => {
  const page = await newPage(wide);
  await page.goto(`${world.origin}/?mode=build${links.mouse}`);
  await ready(page);
  await page.getByRole('region', { name: 'Live system' }).waitFor({ state: 'attached' });
  assert.equal(await share(page, manners.mirror), links.mouse);
  await page.evaluate((hash) => { location.hash = hash.slice(0, hash.length - 9); }, links.mouse);
  await page.getByRole('status').filter({ hasText: /link/i }).waitFor({ state: 'attached' });
  await page.getByRole('region', { name: 'Live system' }).waitFor({ state: 'attached' });
  assert.equal(await share(page, manners.mirror), links.mouse);
  assert.deepEqual(page.problems, []);
});

test('a part that is killed fails requests, and the reason is said; the draft is kept for the next visit', async () => {
  const page = await newPage(wide);
  await page.goto(`${world.origin}/?mode=build${links.mouse}`);
  await ready(page);
  await manners.mirror(page, 'button', 'Play');
  await page.waitForTimeout(1500);
  await manners.mirror(page, 'button', 'Break it');
  await page.getByRole('button', { name: /^kill: Database now$/i }).evaluate((button) => button.click());
  await page.getByText(/database down/i).first().waitFor({ state: 'attached' });
  await manners.mirror(page, 'button', 'Pause');
  await manners.mirror(page, 'button', 'Parts');
  await manners.mirror(page, 'button', 'Add a part');
  await page.getByRole('button', { name: 'Add: Cache', exact: true }).evaluate((button) => button.click());
  await rest(page);
  await page.goto(`${world.origin}/?mode=build`);
  await ready(page);
  await page.getByText('Kept in this browser').first().waitFor({ state: 'attached' });
  assert.deepEqual(page.problems, []);
});

test('a file that is none is refused in one sentence', async () => {
  const page = await open('?mode=build', wide);
  const chosen = page.waitForEvent('filechooser');
  await manners.mirror(page, 'button', 'Open a file');
  await (await chosen).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"lesson": ') });
  await page.getByText(/x\.json|file/).first().waitFor({ state: 'attached' });
  assert.deepEqual(page.problems, []);
});

test('the bench has nothing that axe objects to, on a laptop and on a phone', async () => {
  for (const options of [wide, { phone: true }]) {
    const page = await newPage(options);
    await page.goto(`${world.origin}/?mode=build${links.mouse}`);
    await ready(page);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await window.axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
      return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
    });
    assert.deepEqual(found, []);
    await page.context().close();
  }
});
