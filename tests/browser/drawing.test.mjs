// A curve drawn by mouse, by finger and by keyboard, in the first stage's prediction: the same points come of it,
// and a finger that draws does not scroll.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { clickAt, open, rest, screenshotPath, setUp } from './helpers.mjs';
import { readLesson } from './learner.mjs';

setUp();
const { curve } = readLesson(1).predict;
const points = (page) => page.getByRole('slider', { name: /^At \d/ });
const prediction = { name: 'That is my prediction', exact: true };
const scrollOf = (page) => page.evaluate(() => window.scrollY);

// What the points stand at, as they are told: "At 0:10: 600 requests".
const heights = (page) => points(page).evaluateAll((sliders) => sliders.map(
  (slider) => Number(/: ([\d,.]+)/.exec(slider.getAttribute('aria-valuetext'))[1].replaceAll(',', ''))));

async function openPaper(options = {}) {
  const page = await open('?stage=1&step=predict', options);
  const drawing = page.getByRole('img', { name: /^Your curve/ });
  await drawing.scrollIntoViewIfNeeded();
  await rest(page);
  const { x, y, width, height } = await drawing.boundingBox();
  // A place by its shares of the drawing's width and height, from the bottom left.
  return { page, at: (right, up) => ({ x: x + width * right, y: y + height * (1 - up) }) };
}

const rises = (values) => values.every((value, i) => i === 0 || value > values[i - 1]);

test('one fast stroke of the mouse sets every point that it passes', async () => {
  const { page, at } = await openPaper();
  assert.equal((await heights(page)).length, curve.at_s.length);
  assert.equal(await page.getByRole('button', { ...prediction, disabled: false }).count(), 0);
  const [from, to] = [at(0.01, 0.1), at(0.99, 0.9)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  await rest(page);
  const drawn = await heights(page);
  assert.ok(rises(drawn), drawn.join(' '));
  await page.mouse.move(from.x, from.y);
  await page.mouse.move(to.x, from.y);
  await rest(page);
  assert.deepEqual(await heights(page), drawn, 'without a button nothing is drawn');
  await page.getByRole('button', { ...prediction, disabled: false }).waitFor({ state: 'attached' });
  assert.deepEqual(page.problems, []);
});

test('the mouse draws on where it leaves the plot, and stops where it is let go', async () => {
  const { page, at } = await openPaper();
  const [from, out] = [at(0.01, 0.5), at(0.99, 1)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(out.x, out.y - 40, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(from.x, from.y, { steps: 5 });
  await rest(page);
  const drawn = await heights(page);
  assert.equal(drawn.at(-1), curve.high);
  assert.ok(drawn[0] < drawn.at(-1));
});

test('a finger draws and does not scroll, upwards as well', async () => {
  const { page, at } = await openPaper({ phone: true });
  const before = await scrollOf(page);
  const session = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  const steps = 20;
  await touch('touchStart', at(0.01, 0.05));
  for (let i = 1; i <= steps; ++i) {
    await touch('touchMove', at(0.01 + 0.98 * i / steps, 0.05 + 0.9 * i / steps));
    await page.waitForTimeout(16);
  }
  await touch('touchEnd');
  await rest(page);
  const drawn = await heights(page);
  assert.ok(rises(drawn), drawn.join(' '));
  assert.equal(await scrollOf(page), before);
  // A touch without a stroke sets one point.
  const { x, y } = at(0.99, 0.5);
  await page.touchscreen.tap(x, y);
  await rest(page);
  const touched = await heights(page);
  assert.deepEqual(touched.slice(0, -1), drawn.slice(0, -1));
  assert.ok(touched.at(-1) < drawn.at(-1));
  assert.deepEqual(page.problems, []);
});

test('Tab goes from point to point, arrows move them, and the run lies over what was drawn', async () => {
  const { page } = await openPaper({ viewport: { width: 1280, height: 800 } });
  await points(page).first().focus();
  const before = await heights(page);
  for (let i = 0; i < curve.at_s.length; ++i) {
    assert.ok(await points(page).nth(i).evaluate((slider) => slider === document.activeElement));
    for (let press = 0; press < 20; ++press) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
  }
  await rest(page);
  const drawn = await heights(page);
  assert.ok(drawn.every((height, i) => height < before[i]), drawn.join(' '));
  await clickAt(page, page.getByRole('button', prediction));
  await page.getByRole('button', { name: 'Predict: Drawn by hand', exact: true }).waitFor({ state: 'attached' });
  await clickAt(page, page.getByRole('button', { name: 'Skip to the end', exact: true }));
  await page.getByRole('table', { name: 'What you drew and what it was' }).waitFor({ state: 'attached' });
  await page.getByRole('img', { name: /^The run, .* times what you drew\.$/ }).waitFor({ state: 'attached' });
  await page.screenshot({ path: screenshotPath('stage-1-predicted') });
  assert.equal(await points(page).count(), 0);
  assert.deepEqual(page.problems, []);
});
