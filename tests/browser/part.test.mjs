// One part looked into: chosen by mouse, by finger and by keyboard; its numbers read, a parameter turned, killed
// and healed, and put away.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { clickAt, open, rest, screenshotPath, setUp } from './helpers.mjs';
import { manners, readLesson } from './learner.mjs';

setUp();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wide = { viewport: { width: 1280, height: 800 } };

const { parts } = readLesson(1).scenario;
const { label } = parts.find((part) => part.kind === 'app_server');
const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const panel = (page) => page.getByRole('region', { name: `Part: ${label}`, exact: true });
const card = (page) => page.getByRole('button', { name: new RegExp(`^${escaped}: .*(busy|down)`) }).first();
const button = (page, name) => panel(page).getByRole('button', { name, exact: typeof name === 'string' });
const attached = (locator) => locator.waitFor({ state: 'attached' });
const detached = (locator) => locator.waitFor({ state: 'detached' });

// The first stage's run, paused some way into its trouble.
async function openRun(options = {}) {
  const page = await open('?stage=1&step=run', { running: true, ...options });
  const pause = page.getByRole('button', { name: 'Pause', exact: true });
  if (await pause.count() > 0) await manners.mirror(page, 'button', 'Pause');
  await rest(page);
  await page.getByRole('slider', { name: 'Moment of the run', exact: true }).evaluate((slider) => {
    slider.value = 40;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.waitForFunction(() => [...document.querySelectorAll('input[type=range]')].some(
    (input) => (input.getAttribute('aria-valuetext') ?? '').startsWith('0:40 of ')));
  await rest(page);
  return page;
}

// On a phone what does not fit stands on further pages.
async function turnTo(page, locator) {
  for (let pages = 0; await locator.count() === 0; ++pages) {
    assert.ok(pages < 20, 'no page has it');
    await button(page, 'Next page of the part').evaluate((next) => next.click());
    await rest(page);
  }
}

async function assertNothingToObjectTo(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
  });
  assert.deepEqual(found, []);
}

const press = async (page, locator) => {
  await clickAt(page, locator);
  await rest(page);
};

test('by mouse: a part is chosen, tells its numbers, takes a change, dies, comes back and is put away', async () => {
  const page = await openRun(wide);
  await press(page, card(page));
  await attached(panel(page));
  const numbers = await panel(page).getByRole('list', { name: 'Right now', exact: true }).getByRole('listitem').allTextContents();
  assert.ok(numbers.some((one) => /^Busy: .+ %/.test(one)), numbers.join(' | '));
  assert.ok(numbers.some((one) => /^Arrive: [\d,]+\/s$/.test(one)), numbers.join(' | '));
  await attached(panel(page).getByText(/^[\d,.]+\/s × [\d,.]+ m?s = [\d,.]+ here$/));
  await attached(panel(page).getByRole('table', { name: 'Waiting, by second' }));
  await page.screenshot({ path: screenshotPath('part-panel') });

  const workers = panel(page).locator('p', { hasText: /^Workers: / });
  const before = await workers.textContent();
  await press(page, button(page, /^Workers: up to/));
  assert.notEqual(await workers.textContent(), before);
  await attached(page.getByRole('button', { name: new RegExp(`^0:40: ${escaped}: workers .+ → `) }));

  await press(page, button(page, `Kill ${label}`));
  await attached(page.getByRole('button', { name: new RegExp(`^${escaped}: .*down`) }).first());
  await press(page, button(page, `Heal ${label}`));
  await attached(button(page, `Kill ${label}`));
  await press(page, button(page, `Close ${label}`));
  await detached(panel(page));
  assert.deepEqual(page.problems, []);
});

test('by finger: a part is chosen, and what is pressed in its sheet is not the card below', async () => {
  const page = await openRun({ phone: true });
  const { x, y, width, height } = await card(page).boundingBox();
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await rest(page);
  await attached(panel(page));
  await page.screenshot({ path: screenshotPath('part-sheet-phone') });
  const tap = async (locator) => {
    await turnTo(page, locator);
    const box = await locator.boundingBox();
    assert.ok(Math.min(box.width, box.height) >= 43.5, `${box.width} × ${box.height}`);
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await rest(page);
  };
  await tap(button(page, /^Workers: up to/));
  await attached(page.getByRole('button', { name: new RegExp(`^0:40: ${escaped}: workers .+ → `) }));
  await tap(button(page, `Kill ${label}`));
  await attached(button(page, `Heal ${label}`));
  await tap(button(page, `Heal ${label}`));
  await tap(button(page, `Close ${label}`));
  await detached(panel(page));
  assert.deepEqual(page.problems, []);
});

test('by keyboard: Enter opens the panel and Escape puts it away, back to the part', async () => {
  const page = await openRun(wide);
  await card(page).focus();
  await page.keyboard.press('Enter');
  await attached(panel(page));
  assert.equal(await card(page).getAttribute('aria-expanded'), 'true');
  await rest(page);
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  for (let stops = 0; !(await focused()).startsWith('Workers: up to'); ++stops) {
    assert.ok(stops < 60, 'Tab never comes to the button');
    await page.keyboard.press('Tab');
  }
  const offered = await focused();
  await page.keyboard.press('Enter');
  await rest(page);
  await attached(panel(page).locator('p').getByText(offered.replace('up to ', ''), { exact: true }));
  await page.keyboard.press('Escape');
  await detached(panel(page));
  await rest(page);
  assert.ok(await card(page).evaluate((element) => element === document.activeElement), await focused());
  await page.keyboard.press('Enter');
  await attached(panel(page));
  await page.keyboard.press('Enter');
  await detached(panel(page));
  assert.deepEqual(page.problems, []);
});

for (const options of [wide, { phone: true }]) {
  test(`axe-core finds nothing to object to in a panel${options.phone ? ' on a phone' : ''}`, async () => {
    const page = await openRun(options);
    await card(page).evaluate((element) => element.click());
    await attached(panel(page));
    await assertNothingToObjectTo(page);
    assert.deepEqual(page.problems, []);
  });
}
