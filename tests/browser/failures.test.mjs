// What a visitor is told when something is missing: always a reason in words, always the lesson's text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { kSite, newPage, open, openEmbedded, ready, setUp, world } from './helpers.mjs';

setUp();
const lesson = JSON.parse(readFileSync(path.join(kSite, 'lessons/stage-01.json'), 'utf8'));

// Opens a page that is prepared to fail, and waits for its alert.
async function failing(prepare, query = '') {
  const page = await newPage();
  await prepare(page);
  await page.goto(`${world.origin}/${query}`);
  await page.getByRole('alert').waitFor();
  return page;
}

async function assertReadable(page, reason) {
  assert.match(await page.getByRole('alert').innerText(), reason);
  await page.getByRole('heading', { level: 1, name: `Stage 1: ${lesson.title}` }).waitFor();
  await page.getByText(lesson.questions[0].prompt).first().waitFor();
  const answer = page.getByText(lesson.questions[0].options[0].reason);
  assert.equal(await answer.isVisible(), false, 'answers are folded');
  await page.getByText('The answer, and why').first().click();
  assert.equal(await answer.isVisible(), true);
  assert.equal(await page.locator('#canvas').isVisible(), false);
}

test('without WebGL 2 the page says so and the lesson can be read', async () => {
  const page = await failing((p) => p.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  }));
  await assertReadable(page, /no WebGL 2/);
});

test('without WebAssembly the page says so and the lesson can be read', async () => {
  const page = await failing((p) => p.addInitScript(() => { delete window.WebAssembly; }));
  await assertReadable(page, /no WebAssembly/);
});

for (const file of ['tenfold.js', 'tenfold.wasm', 'rooms.wasm', 'font-regular.ttf']) {
  test(`without ${file} the page says so and the lesson can be read`, async () => {
    const page = await failing((p) => p.route(`**/${file}`, (route) => route.fulfill({ status: 404, body: '' })));
    await assertReadable(page, /could not be loaded|is not|failed/);
  });
}

test('what is pressed while the code of its room is on its way opens once it has come', async () => {
  const page = await newPage();
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/rooms.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${world.origin}/?stage=1`);
  await page.getByRole('button', { name: 'Quiz', exact: true }).press('Enter');
  await page.getByText('Quiz is on its way here').waitFor();
  release();
  await page.waitForFunction(() => new URLSearchParams(location.search).get('mode') === 'quiz');
  assert.deepEqual(page.problems, []);
});

test('without its script the page says so and leads to the lessons as plain pages', async () => {
  const page = await newPage();
  await page.route('**/page.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(world.origin);
  await page.getByText(/did not arrive/).waitFor();
  await page.getByRole('link', { name: /plain page/ }).click();
  await page.getByRole('link', { name: `Stage 1: ${lesson.title}` }).waitFor();
});

test('with a damaged program the page says so and the lesson can be read', async () => {
  for (const [file, body] of [['tenfold.js', 'this is (not a script'], ['tenfold.wasm', 'not a program'],
    ['rooms.wasm', 'nor this']]) {
    const page = await failing((p) => p.route(`**/${file}`, (route) => route.fulfill({ body })));
    await assertReadable(page, /./);
  }
});

test('a program that stops while it runs leaves the lesson’s text', async () => {
  const page = await open();
  await page.evaluate(() => {
    const gl = document.getElementById('canvas').getContext('webgl2');
    gl.clear = () => { throw new Error('the drawing broke'); };
    window.dispatchEvent(new Event('scroll'));
  });
  await page.getByRole('alert').waitFor();
  await assertReadable(page, /the drawing broke/);
});

test('a broken lesson says which and why, and the others work', async () => {
  for (const body of ['{"id": "single-server", "stage": 1', '[]', '', '\u0000\u0001', '{"stage":1,"title":7}']) {
    const page = await newPage();
    await page.route('**/lessons/stage-01.json', (route) => route.fulfill({ body }));
    await page.goto(`${world.origin}/?stage=2`);
    await ready(page);
    await page.getByRole('heading', { name: /stage-01\.json/ }).waitFor({ state: 'attached' });
    assert.ok(await page.getByRole('heading', { level: 1 }).count() > 0);
    await page.close();
  }
});

test('a lesson that does not arrive does not stop the others', async () => {
  const page = await newPage();
  await page.route('**/lessons/stage-01.json', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${world.origin}/?stage=2`);
  await ready(page);
  assert.match(await page.title(), /^Stage 2/);
});

test('asking for a broken lesson says so instead of showing nothing', async () => {
  const page = await newPage();
  await page.route('**/lessons/stage-01.json', (route) => route.fulfill({ body: '{' }));
  await page.goto(`${world.origin}/?stage=1`);
  await ready(page);
  await page.getByText(/stage-01\.json/).first().waitFor({ state: 'attached' });
  assert.equal(await page.getByRole('alert').count(), 0);
});

test('where storage is refused the lesson works, and says once that nothing is kept', async () => {
  const said = (frame) => frame.getByRole('status').filter({ hasText: /lasts for this visit/ });
  const page = await newPage();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  });
  await page.goto(world.origin);
  await ready(page);
  await said(page).waitFor({ state: 'attached' });

  const { frame } = await openEmbedded('', { attributes: 'sandbox="allow-scripts"' });
  await said(frame).waitFor({ state: 'attached' });

  const asked = await open('?storage=0');
  await said(asked).waitFor({ state: 'attached' });
  assert.equal(await asked.evaluate(() => localStorage.length), 0);
});

test('without JavaScript the page says so and leads to the lessons as plain pages', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(world.origin);
  await page.getByText(/JavaScript is turned off/).waitFor();
  await page.getByRole('link', { name: /plain page/ }).click();
  await page.getByRole('link', { name: `Stage 1: ${lesson.title}` }).click();
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), `Stage 1: ${lesson.title}`);
  await page.getByText(lesson.questions[0].prompt).first().waitFor();
});
