// Time that goes back, and one request told whole: by mouse, by finger, by keyboard and through the mirror.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { clickAt, open, rest, setUp } from './helpers.mjs';
import { readLesson } from './learner.mjs';

setUp();

const { duration_s: duration } = readLesson(1).scenario;
const handle = (page) => page.getByRole('slider', { name: 'Moment of the run', exact: true });
const moment = async (page) => Number(await handle(page).inputValue());
const mark = (page, words) => page.getByRole('button', { name: new RegExp(`^\\d+:\\d\\d: ${words}`) });
const card = (page) => page.getByRole('heading', { name: 'Where one request’s time went' });

// The first stage's run at its end, which has seen all of its trouble.
async function openAtEnd(options = {}) {
  const page = await open('?stage=1&step=run', { running: true, ...options });
  await page.getByRole('button', { name: 'Skip to the end', exact: true }).evaluate((button) => button.click());
  await page.waitForFunction(([end]) => [...document.querySelectorAll('input[type=range]')]
    .some((input) => input.getAttribute('aria-label') === 'Moment of the run' && Number(input.value) === end), [duration]);
  await rest(page);
  return page;
}

// Where a moment stands on the strip, as the browser's own slider places it.
async function placeOf(page, share) {
  const thumb = 20;
  const { x, y, width, height } = await handle(page).boundingBox();
  return { x: x + thumb / 2 + (width - thumb) * share, y: y + height / 2 };
}

test('the mouse drags the handle back and on', async () => {
  const page = await openAtEnd();
  const [half, quarter] = [await placeOf(page, 0.5), await placeOf(page, 0.25)];
  await page.mouse.move(half.x, half.y);
  await page.mouse.down();
  await page.mouse.move(quarter.x, quarter.y, { steps: 4 });
  await page.mouse.up();
  await rest(page);
  assert.ok(Math.abs(await moment(page) - duration / 4) < duration / 40, `${await moment(page)} s`);
  await page.mouse.click(half.x, half.y);
  await rest(page);
  assert.ok(Math.abs(await moment(page) - duration / 2) < duration / 40, `${await moment(page)} s`);
  assert.deepEqual(page.problems, []);
});

test('a finger goes to a moment', async () => {
  const page = await openAtEnd({ phone: true });
  const { x, y } = await placeOf(page, 0.5);
  await page.touchscreen.tap(x, y);
  await rest(page);
  assert.ok(Math.abs(await moment(page) - duration / 2) < duration / 20, `${await moment(page)} s`);
  assert.deepEqual(page.problems, []);
});

test('arrows go a second, with Shift ten, Home to the start; the full stop makes one event, the space plays', async () => {
  const page = await openAtEnd();
  await handle(page).focus();
  const press = async (key) => {
    await page.keyboard.press(key);
    await rest(page);
  };
  await press('ArrowLeft');
  assert.equal(await moment(page), duration - 1);
  await press('Shift+ArrowLeft');
  assert.equal(await moment(page), duration - 11);
  assert.match(await handle(page).getAttribute('aria-valuetext'), /^\d+:\d\d of \d+:\d\d/);
  await press('Home');
  assert.equal(await moment(page), 0);
  await press('Shift+ArrowRight');
  assert.equal(await moment(page), 10);
  await press('.');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor({ state: 'attached' });
  assert.deepEqual(page.problems, []);
});

test('a mark leads to its moment, and the moment is said with what happened there', async () => {
  const page = await openAtEnd();
  await clickAt(page, mark(page, 'First failure'));
  await rest(page);
  assert.match(await handle(page).getAttribute('aria-valuetext'), /First failure/);
  assert.deepEqual(page.problems, []);
});

for (const wanted of ['Slowest', 'Last failed', 'Typical']) {
  test(`one request is told and put away: ${wanted}`, async () => {
    const page = await openAtEnd();
    await clickAt(page, page.getByRole('button', { name: 'Details', exact: true }));
    await clickAt(page, page.getByRole('button', { name: `One request told: ${wanted}`, exact: true }));
    await card(page).waitFor({ state: 'attached' });
    await page.getByRole('table', { name: 'Where one request’s time went' }).waitFor({ state: 'attached' });
    await page.getByText(/^At \d+:\d\d it came, and (was answered|failed \(.+\)) after .+: .+\.$/).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Close the request', exact: true }).focus();
    await page.keyboard.press('Enter');
    await card(page).waitFor({ state: 'detached' });
    assert.deepEqual(page.problems, []);
  });
}
