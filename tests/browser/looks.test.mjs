// Pictures of stage 1 at the sizes it must look right at, light and dark, for a person to look at; what
// a machine can tell of them is told: they are not blank, and dark is dark.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { clickAt, open, rest, screenshotPath, setUp } from './helpers.mjs';

setUp();

// Mean brightness, 0 to 255, and how many different colours there are.
async function measure(page, picture) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let sum = 0;
    const colours = new Set();
    for (let i = 0; i < data.length; i += 4) {
      sum += (data[i] + data[i + 1] + data[i + 2]) / 3;
      colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    }
    return { brightness: sum / (data.length / 4), colours: colours.size };
  }, picture.toString('base64'));
}

for (const [width, height] of [[390, 844], [1280, 800], [480, 270]]) {
  for (const theme of ['light', 'dark']) {
    test(`stage 1 at ${width} × ${height}, ${theme}`, async () => {
      const page = await open(`?stage=1&theme=${theme}`, { viewport: { width, height } });
      const name = `stage-1-${width}x${height}-${theme}`;
      const { brightness, colours } = await measure(page, await page.screenshot({ path: screenshotPath(name) }));
      assert.ok(colours > 20, `${colours} colours`);
      assert.ok(theme === 'dark' ? brightness < 110 : brightness > 145, `brightness ${brightness}`);
    });
  }
}

test('a run in full swing, and what it looks like afterwards', async () => {
  const page = await open('?stage=1&step=run&speed=16', { viewport: { width: 1280, height: 800 }, reducedMotion: 'no-preference', running: true });
  await page.waitForTimeout(1500);
  await page.screenshot({ path: screenshotPath('stage-1-run-middle') });
  await rest(page);
  await page.screenshot({ path: screenshotPath('stage-1-run-end') });
  assert.deepEqual(page.problems, []);
});
