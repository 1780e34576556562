// How a good guest on a page behaves: one test for each row of the table in the architecture, in a page
// of its own, inside a tall page, and on a phone.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { counts, kSite, newPage, open, openEmbedded, ready, rest, setUp, world } from './helpers.mjs';

setUp();
const small = { viewport: { width: 640, height: 400 } };
const scrollOf = (frame) => frame.evaluate(() => window.scrollY);

async function settledScroll(frame, from) {
  await frame.waitForFunction((y) => window.scrollY !== y, from);
  await rest(frame);
  return scrollOf(frame);
}

test('the wheel over the canvas scrolls the page before anything has been clicked', async () => {
  const page = await open('?stage=1', small);
  await page.mouse.move(600, 390);
  await page.mouse.wheel(0, 120);
  assert.equal(await settledScroll(page, 0), 120);
});

test('inside a tall page the wheel goes on with the outer page where the lesson ends', async () => {
  const { page, frame } = await openEmbedded('?stage=1', small);
  await page.mouse.move(300, 350);
  for (let i = 0; i < 30; ++i) await page.mouse.wheel(0, 400);
  await page.waitForFunction(() => window.scrollY > 0);
  const [inner, end] = await frame.evaluate(() => [scrollY, document.documentElement.scrollHeight - innerHeight]);
  assert.ok(Math.abs(inner - end) <= 1, 'the lesson came to its end first');
});

test('Tab goes through the lesson and leaves it at either end', async () => {
  const { page, frame } = await openEmbedded();
  const insideLesson = () => page.evaluate(() => document.activeElement.tagName === 'IFRAME');
  const at = () => page.evaluate(() => document.activeElement.id);
  await page.focus('#above');
  await page.keyboard.press('Tab');
  assert.ok(await insideLesson());
  let stops = 1;
  for (; await insideLesson(); ++stops) {
    assert.ok(stops < 200, 'Tab never leaves');
    assert.ok(await frame.evaluate(() => document.activeElement.matches('.node')), 'each stop is a control');
    await page.keyboard.press('Tab');
  }
  assert.equal(await at(), 'below');
  await page.keyboard.press('Shift+Tab');
  assert.ok(await insideLesson());
  for (let i = 0; i < stops && (await insideLesson()); ++i) await page.keyboard.press('Shift+Tab');
  assert.equal(await at(), 'above');
});

test('keys that belong to the browser reach it, wherever the focus is', async () => {
  const page = await open();
  await page.evaluate(() => {
    window.kept = [];
    window.addEventListener('keydown', (event) => {
      if (event.defaultPrevented) window.kept.push(event.key);
      event.preventDefault();  // this test stays on its page
    });
  });
  const keys = ['F5', 'Control+f', 'Control+l', 'Control+p', 'Alt+ArrowLeft', 'Space', 'PageDown', 'End', 'Escape'];
  for (const key of keys) await page.keyboard.press(key);
  await page.mouse.click(300, 300);
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press('Tab');
  for (const key of keys) await page.keyboard.press(key);
  assert.deepEqual(await page.evaluate(() => window.kept), []);
});

// A slow drag by one finger, upwards; returns how far `frame` scrolled.
async function swipe(page, frame, x, y) {
  const before = await scrollOf(frame);
  const session = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', { x, y });
  for (let i = 1; i <= 20; ++i) {
    await touch('touchMove', { x, y: y - 10 * i });
    await page.waitForTimeout(16);
  }
  await page.waitForTimeout(100);  // so that letting go throws nothing
  await touch('touchEnd');
  await page.waitForTimeout(100);
  return (await scrollOf(frame)) - before;
}

test('a swipe over the canvas or its words scrolls a phone’s page', async () => {
  const page = await open('?stage=1', { phone: true, viewport: { width: 412, height: 500 } });
  const outside = await newPage({ phone: true });
  await outside.setContent('<meta name="viewport" content="width=device-width"><div style="height:4000px">');
  const usual = await swipe(outside, outside, 200, 400);
  assert.ok(usual > 150);
  for (const x of [200, 408]) assert.ok(Math.abs((await swipe(page, page, x, 480)) - usual) < 20);
});

test('a swipe over an embedded lesson at its end moves the page around it', async () => {
  const { page, frame } = await openEmbedded('?stage=1', { phone: true });
  const usual = await swipe(page, page, 200, 280);
  await page.evaluate(() => window.scrollTo(0, 0));
  await frame.evaluate(() => window.scrollTo(0, 1e6));
  await rest(frame);
  // Beside the grip below the system, which a finger drags.
  assert.ok(Math.abs((await swipe(page, page, 60, 600)) - usual) < 20);
});

test('a tap presses a button on a phone', async () => {
  const page = await open('?stage=1', { phone: true });
  const button = page.getByRole('button', { name: 'More…' });
  const tap = async (locator) => {
    await locator.scrollIntoViewIfNeeded();
    const box = await locator.boundingBox();
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  };
  await tap(button);
  await page.getByRole('group', { name: 'More' }).waitFor({ state: 'attached' });
  await tap(page.getByRole('button', { name: 'Colours: Dark' }));
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await page.touchscreen.tap(200, 700);
  await page.getByRole('group', { name: 'More' }).waitFor({ state: 'detached' });
});

test('nothing is drawn while nothing happens', async () => {
  for (const [query, options] of [['?stage=1', {}], ['?stage=1', { phone: true }], ['', {}]]) {
    const page = await open(query, options);
    const start = await counts(page);
    await page.waitForTimeout(5000);
    assert.deepEqual(await counts(page), start);
  }
});

const running = (frame) => frame.waitForFunction((before) => window.tenfold.frames > before + 10, 20);

test('scrolled off screen a running lesson stops, and goes on when it is back', async () => {
  const { page, frame } = await openEmbedded('?step=run', { running: true });
  await running(frame);
  await page.evaluate(() => window.scrollTo(0, 2000));
  await page.waitForTimeout(300);
  const away = await counts(frame);
  await page.waitForTimeout(1000);
  assert.deepEqual(await counts(frame), away);
  await page.evaluate(() => window.scrollTo(0, 0));
  await frame.waitForFunction((before) => window.tenfold.frames > before + 10, away.frames);
});

test('in a hidden tab a running lesson stops, and goes on when it is shown', async () => {
  const page = await open('?step=run', { running: true });
  await running(page);
  const setHidden = (hidden) => page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
  await setHidden(true);
  const away = await counts(page);
  await page.waitForTimeout(1000);
  assert.deepEqual(await counts(page), away);
  await setHidden(false);
  await page.waitForFunction((before) => window.tenfold.frames > before + 10, away.frames);
});

const canvasSize = (frame) => frame.evaluate(() => {
  const canvas = document.getElementById('canvas');
  const box = canvas.getBoundingClientRect();
  return { pixels: [canvas.width, canvas.height], css: [box.width, box.height], ratio: devicePixelRatio };
});

for (const ratio of [1, 1.25, 1.5, 2, 2.625]) {
  test(`every device pixel is drawn at a pixel ratio of ${ratio}`, async () => {
    const page = await open('?stage=1', { deviceScaleFactor: ratio });
    const { pixels, css } = await canvasSize(page);
    css.forEach((length, i) => assert.ok(Math.abs(pixels[i] - length * ratio) <= 1, `${pixels[i]} of ${length} × ${ratio}`));
  });
}

test('the canvas follows its box when that changes without the window', async () => {
  const { page, frame } = await openEmbedded();
  await page.evaluate(() => { document.querySelector('iframe').style.cssText += 'width:520px;max-width:none;height:640px'; });
  await frame.waitForFunction(() => document.getElementById('canvas').height === 640 * devicePixelRatio);
  await rest(frame);
  assert.deepEqual((await canvasSize(frame)).css, [520, 640]);
  const right = await frame.evaluate(() => Math.max(...[...document.querySelectorAll('.node')].map((n) => n.getBoundingClientRect().right)));
  assert.ok(right <= 521, `the lesson is laid out anew, its right edge at ${right}`);
});

test('after a lost graphics context the picture is the same, pixel by pixel', async () => {
  const page = await open();
  const before = await page.screenshot();
  await page.evaluate(async () => {
    const extension = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    const heard = (type) => new Promise((resolve) => { document.getElementById('canvas').addEventListener(type, resolve, { once: true }); });
    const lost = heard('webglcontextlost');
    extension.loseContext();
    await lost;
    const drawn = window.tenfold.frames;
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    if (window.tenfold.frames !== drawn) throw new Error('drew without a context');
    const restored = heard('webglcontextrestored');
    extension.restoreContext();
    await restored;
  });
  await rest(page);
  assert.ok(before.equals(await page.screenshot()));
  assert.deepEqual(page.problems, []);
});

test('it runs under its strict content policy without a violation', async () => {
  const page = await newPage();
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; " +
    "connect-src 'self'; img-src 'self' data:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
  });
  await page.goto(world.origin);
  await ready(page);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(page.problems, []);
});

test('one file opened from disk runs', async () => {
  const page = await newPage();
  await page.goto(`file://${kSite}/tenfold.html`);
  await ready(page);
  assert.ok(await page.getByRole('heading', { level: 1 }).count());
  assert.deepEqual(page.problems, []);
});

test('nothing outside the site is asked for', async () => {
  const page = await newPage();
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await page.goto(world.origin);
  await ready(page);
  assert.deepEqual([...new Set(asked)], [world.origin]);
});
