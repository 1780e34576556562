// Work out of sight: made by workers where there are any, by the page itself where not, with the same numbers.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { drawn, kSite, newPage, setUp, world } from './helpers.mjs';

setUp();

// The comparison of a stage once all its runs out of sight are made: what the table says, cell by cell.
async function comparison(page, address = `${world.origin}/?stage=2&step=compare&speed=16`) {
  await page.goto(address);
  await drawn(page);
  const table = page.getByRole('table', { name: 'Before and after the fix' });
  await page.waitForFunction(() => {
    const cells = [...document.querySelectorAll('[aria-label="Before and after the fix"] [role="cell"]')];
    return cells.length > 0 && !cells.some((cell) => /…/.test(cell.textContent));
  }, undefined, { timeout: 120000 });
  return table.getByRole('cell').allInnerTexts();
}

let withWorkers;

test('runs out of sight are made in workers, and the program is sent once', async () => {
  const page = await newPage();
  const sent = [];
  const note = (request, response) => {
    if (/tenfold\.(js|wasm)$/.test(request.url)) response.on('finish', () => sent.push(`${response.statusCode} ${request.url}`));
  };
  world.server.on('request', note);
  withWorkers = await comparison(page);
  world.server.off('request', note);
  assert.ok(page.workers().length > 0, 'there is a worker');
  assert.deepEqual(sent.filter((line) => line.startsWith('200')).sort(), ['200 /tenfold.js', '200 /tenfold.wasm']);
  assert.deepEqual(page.problems, []);
});

test('where there are no workers the same comes of it', async () => {
  const page = await newPage();
  await page.addInitScript(() => { delete window.Worker; });
  assert.deepEqual(await comparison(page), withWorkers);
  assert.deepEqual(page.problems, []);
});

test('a worker that cannot start, or dies at its first job, loses nothing', async () => {
  const dying = `onmessage = ({ data }) => {
    if (data instanceof WebAssembly.Module) postMessage('ready');
    else throw new Error('dead');
  };`;
  for (const answer of [{ status: 404, body: '' }, { contentType: 'text/javascript', body: dying }]) {
    const page = await newPage();
    await page.route('**/worker.js', (route) => route.fulfill(answer));
    assert.deepEqual(await comparison(page), withWorkers);
  }
});

test('the one-file edition has workers too', async () => {
  const page = await newPage();
  assert.deepEqual(await comparison(page, `file://${kSite}/tenfold.html?stage=2&step=compare&speed=16`), withWorkers);
  assert.ok(page.workers().length > 0, 'there is a worker');
  assert.deepEqual(page.problems, []);
});
