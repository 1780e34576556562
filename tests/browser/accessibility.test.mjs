// The lesson for someone who does not see the canvas, or does not use a mouse: axe-core on every view,
// words that are selected and found where they are drawn, and a focus that is always seen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { open, rest, setUp } from './helpers.mjs';

setUp();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, {
      // The words are drawn on the canvas; their contrast is tested with the palette.
      rules: { 'color-contrast': { enabled: false } },
    });
    return found.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
  });
}

for (const step of ['hook', 'walk', 'predict', 'run', 'compare', 'challenge', 'questions', 'next']) {
  test(`axe-core finds nothing to object to at ${step}`, async () => {
    for (const options of [{}, { phone: true }]) {
      const page = await open(`?step=${step}&speed=16`, options);
      assert.deepEqual(await violations(page), []);
      await page.context().close();
    }
  });
}

test('axe-core finds nothing to object to in the fallback and the plain pages', async () => {
  const page = await open();
  const origin = new URL(page.url()).origin;
  await page.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });
  await page.goto(origin);
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.goto(`${origin}/lessons/`);
  assert.deepEqual(await violations(page), []);
});

test('headings make an outline: one first level, and none is skipped', async () => {
  const page = await open('?step=next');
  const levels = await page.getByRole('heading').evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.reduce((before, level) => {
    assert.ok(level <= before + 1, `level ${level} after ${before}`);
    return level;
  }, 0);
});

test('a paragraph can be selected and copied', async () => {
  const page = await open();
  const paragraph = page.locator('p.node').first();
  await paragraph.scrollIntoViewIfNeeded();
  const box = await paragraph.boundingBox();
  await page.mouse.click(box.x + 30, box.y + 8, { clickCount: 3 });
  const selected = await page.evaluate(() => getSelection().toString());
  assert.equal(selected.trim(), (await paragraph.textContent()).trim());
});

test('the words of the mirror lie on the words that are drawn', async () => {
  const page = await open();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const paragraph = page.locator('p.node').first();
  await paragraph.scrollIntoViewIfNeeded();
  await rest(page);
  // Ink of the canvas alone, then of the mirror alone, as columns and rows that hold any of it.
  const clip = await paragraph.boundingBox();
  const drawn = await ink(page, clip);
  await paragraph.evaluate((element) => {
    document.getElementById('canvas').style.visibility = 'hidden';
    element.style.color = getComputedStyle(document.body).color;
  });
  const mirrored = await ink(page, clip);
  const same = drawn.filter((row, i) => row === mirrored[i]).length / drawn.length;
  assert.ok(same > 0.9, `${Math.round(same * 100)} % of the rows agree`);
});

// For each row of pixels in `clip`, whether anything is written in it.
async function ink(page, clip) {
  const picture = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return Array.from({ length: bitmap.height }, (_, y) => {
      let low = 255;
      let high = 0;
      for (let x = 0; x < bitmap.width; ++x) {
        const value = data[4 * (y * bitmap.width + x)];
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      return high - low > 100;
    });
  }, picture);
}

test('the browser finds a word far down, and the canvas follows', async () => {
  const page = await open('?step=next', { viewport: { width: 640, height: 500 } });
  await page.evaluate(() => window.scrollTo(0, 0));
  const last = page.locator('#page-layer p.node').last();
  const words = (await last.textContent()).split(' ').slice(0, 4).join(' ');
  assert.ok(await page.evaluate((text) => window.find(text), words));
  await rest(page);
  assert.ok(await page.evaluate(() => window.scrollY) > 0);
  const box = await page.evaluate(() => getSelection().getRangeAt(0).getBoundingClientRect().toJSON());
  assert.ok(box.top >= 0 && box.bottom <= 500);
});

test('a done step is folded so that the browser finds what is in it, and a find opens it', async () => {
  const page = await open('?stage=1&step=explain', { viewport: { width: 1280, height: 800 } });
  const line = page.getByRole('button', { name: /^Run: / });
  assert.equal(await line.getAttribute('aria-expanded'), 'false');
  const folds = page.locator('#page-layer > [hidden]');
  assert.ok(await folds.count() > 2);
  // Only such words are found: laid out, but not shown.
  const styles = await folds.evaluateAll((all) => all.map((fold) => {
    const { display, contentVisibility } = getComputedStyle(fold);
    return `${fold.getAttribute('hidden')} ${display} ${contentVisibility}`;
  }));
  assert.deepEqual([...new Set(styles)], ['until-found block hidden']);
  // As the browser does, which then shows it by itself.
  const run = page.locator('#page-layer > [hidden]', { has: page.locator('h2', { hasText: 'Run launch day' }) });
  await run.evaluate((fold) => fold.dispatchEvent(new Event('beforematch', { bubbles: true })));
  await page.locator('button[aria-expanded="true"]', { hasText: /^Run: / }).waitFor({ state: 'attached' });
  await page.getByRole('heading', { name: 'Run launch day' }).waitFor({ state: 'attached' });
  assert.deepEqual(page.problems, []);
});

test('printed, a lesson is its words, those of folded steps as well', async () => {
  const page = await open('?stage=1&step=explain', { viewport: { width: 1280, height: 800 } });
  await page.emulateMedia({ media: 'print' });
  const heights = await page.locator('#page-layer h2').evaluateAll(
    (all) => all.map((heading) => heading.getBoundingClientRect().height));
  assert.ok(heights.length > 3);
  assert.ok(heights.every((height) => height > 0), heights.join(' '));
  for (const unseen of ['#canvas', '#fixed-layer']) assert.equal(await page.locator(unseen).isVisible(), false);
});

test('what has the keyboard’s focus is in view and has a ring', async () => {
  const page = await open('?step=challenge', { viewport: { width: 640, height: 560 } });
  for (let i = 0; i < 15; ++i) {
    await page.keyboard.press('Tab');
    await rest(page);
    const inside = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element.matches('.node')) return null;
      const box = element.getBoundingClientRect();
      const layer = element.closest('#page-layer');
      const top = layer ? parseFloat(document.documentElement.style.scrollPaddingTop) || 0 : 0;
      return { name: element.ariaLabel, top: box.top - top, bottom: innerHeight - box.bottom, box: box.toJSON() };
    });
    if (inside === null) break;
    assert.ok(inside.top >= -1 && inside.bottom >= -1, `${inside.name} is out of view`);
    const clip = { x: Math.max(0, inside.box.x - 6), y: Math.max(0, inside.box.y - 6), width: inside.box.width + 12, height: inside.box.height + 12 };
    const focused = await page.screenshot({ clip });
    await page.evaluate(() => { window.held = document.activeElement; window.held.blur(); });
    await rest(page);
    const blurred = await page.screenshot({ clip });
    assert.ok(!focused.equals(blurred), `${inside.name} shows its focus`);
    await page.evaluate(() => window.held.focus({ preventScroll: true, focusVisible: true }));
  }
});

test('with 200 % zoom and with 320 px nothing is cut off sideways', async () => {
  for (const width of [320, 640]) {
    const page = await open('?step=challenge', { viewport: { width, height: 480 }, deviceScaleFactor: width === 320 ? 1 : 2 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide at ${width}`);
    const out = await page.locator('.node').evaluateAll((all) => all.filter((node) => {
      const box = node.getBoundingClientRect();
      return box.left < -1 || box.right > innerWidth + 1;
    }).map((node) => node.ariaLabel || node.textContent));
    assert.deepEqual(out, []);
  }
});
