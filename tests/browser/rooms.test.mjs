// The rooms beside the journey, by role and name: each opens by its address, is told to a screen reader,
// and does the one thing it is for. Their files are fetched only when a room is entered.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

import { clickAt, kSite, newPage, open, rest, setUp, world } from './helpers.mjs';

setUp();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const file = (room) => JSON.parse(readFileSync(path.join(kSite, `lessons/${room}.json`), 'utf8'));
// Every file beside the stages' is a room's.
const rooms = readdirSync(path.join(kSite, 'lessons')).filter((name) => /^(?!stage-|index|facts|.*schema).*\.json$/.test(name))
  .map((name) => path.basename(name, '.json'));

async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    return found.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
  });
}

const title = (page, name) => page.getByRole('heading', { name, exact: true }).first();
const enter = async (room, options) => {
  const page = await open(`?mode=${room}`, options);
  await title(page, file(room).title).waitFor({ state: 'attached' });
  await rest(page);
  return page;
};
const press = async (page, name, role = 'button') => {
  await clickAt(page, page.getByRole(role, { name, exact: true }));
  await rest(page);
};
// What starts a run: the page does not rest before its end.
const start = (page, name) => clickAt(page, page.getByRole('button', { name, exact: true }));
const says = (page, words) => page.getByText(words).first().waitFor({ state: 'attached', timeout: 90_000 });

const titles = { home: 'From one server to ten million readers', glossary: 'Glossary' };
for (const room of [...rooms, ...Object.keys(titles)]) {
  test(`${room} opens by its address, and axe-core finds nothing to object to`, async () => {
    for (const options of [{}, { phone: true }]) {
      const page = await open(`?mode=${room}`, options);
      await title(page, titles[room] ?? file(room).title).waitFor({ state: 'attached' });
      await rest(page);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(page.problems, []);
      await page.context().close();
    }
  });
}

test('a room is reached from the lesson, its file is fetched only then, and the way back leads to the lesson', async () => {
  const page = await newPage();
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${world.origin}/?stage=1`);
  await page.waitForFunction(() => window.tenfold && window.tenfold.complete);
  assert.ok(!asked.includes('/lessons/stories.json'));
  await press(page, 'More…');
  await press(page, 'Stories');
  await title(page, file('stories').title).waitFor({ state: 'attached' });
  assert.ok(asked.includes('/lessons/stories.json'));
  assert.equal(new URL(page.url()).searchParams.get('mode'), 'stories');
  await page.goBack();
  await page.getByRole('heading', { name: /^Stage 1/ }).first().waitFor({ state: 'attached' });
});

test('the sheet is searched by typing, filtered by symptom, and a row runs its two systems', async () => {
  const page = await enter('sheet');
  const { rows, signs } = file('sheet');
  await page.getByRole('textbox', { name: 'Search the sheet' }).fill('retries');
  await says(page, `1 of ${rows.length} rows`);
  await start(page, 'Run symptom and fix: Retries make it worse');
  await page.getByRole('region', { name: 'Live system' }).waitFor({ state: 'attached' });
  await page.getByRole('textbox', { name: 'Search the sheet' }).fill('');
  await start(page, signs[0].label);
  const shown = rows.filter((row) => row.signs.includes(signs[0].id)).length;
  await says(page, `${shown} of ${rows.length} rows`);
  const address = await page.getByRole('link', { name: 'The whole sheet, to print' }).getAttribute('href');
  const print = await newPage();
  await print.goto(new URL(address, world.origin).href);
  assert.equal(await print.getByRole('row').count(), rows.length + 1);
  assert.deepEqual(await violations(print), []);
});

test('the calculator follows what is typed', async () => {
  const page = await enter('calculator');
  await page.getByRole('textbox', { name: 'People who use the site' }).fill('120,000');
  await page.getByRole('textbox', { name: 'Requests each of them makes in a day' }).fill('240');
  await page.getByRole('textbox', { name: /^Peak factor/ }).fill('15');
  await says(page, /^5,000 requests a second/);
  await says(page, '10 × general-2 and a balancer, $316, 60 % busy');
});

test('up or out is argued and the model checks', async () => {
  const page = await enter('choose');
  const [{ answers, conditions }] = file('choose').weighings;
  await press(page, answers[0].label, 'radio');
  const reasons = page.getByRole('radiogroup', { name: 'because what decides here is' });
  await clickAt(page, reasons.getByRole('radio', { name: conditions[2].prompt }));
  await rest(page);
  await press(page, 'Let the model check');
  await says(page, 'Where each stops being right');
});

test('the single point of failure is killed and the site is down', async () => {
  const page = await enter('weak');
  await press(page, 'Balancer', 'radio');
  await start(page, 'Kill it and see');
  await says(page, '✓ That is the one');
});

test('an interview tells what was skipped', async () => {
  const page = await enter('interview');
  const [prompt] = file('interview').interviews;
  await press(page, `Begin: ${prompt.title}`);
  await press(page, `Say: ${prompt.moves[0].text}`);
  await press(page, 'I am done');
  await says(page, /You skipped the estimate/);
});

test('a room whose file is broken says so, and the lesson goes on', async () => {
  const page = await newPage();
  await page.route('**/lessons/cards.json', (route) => route.fulfill({ body: '{' }));
  await page.goto(`${world.origin}/?mode=cards`);
  await says(page, /cannot be shown: lessons\/cards.json/);
  await press(page, 'Journey');
  await page.getByRole('heading', { name: /^Stage 1/ }).first().waitFor({ state: 'attached' });
});

test('the plain pages quote the numbers of runs', async () => {
  const page = await newPage();
  const facts = JSON.parse(readFileSync(path.join(kSite, 'lessons/facts.json'), 'utf8'));
  assert.ok(Object.keys(facts['stage-01.json']).length > 5);
  await page.goto(`${world.origin}/lessons/single-server.html`);
  const words = await page.getByRole('main').textContent();
  assert.ok(words.includes(facts['stage-01.json'].failed_share));
  for (const name of readdirSync(path.join(kSite, 'lessons')).filter((each) => each.endsWith('.html'))) {
    const unfilled = readFileSync(path.join(kSite, 'lessons', name), 'utf8').match(/\{[a-z][^{} ]*\}/g);
    assert.equal(unfilled, null, `${name} shows the names of numbers`);
  }
});

test('a row of theory runs beside its line, and every row of both tables is there', async () => {
  const page = await enter('proof');
  const { theory, matrix, live } = file('proof');
  assert.ok(theory.some((row) => row.name === live.row));
  const rows = (name) => page.getByRole('table', { name, exact: true }).getByRole('row');
  assert.equal(await rows('Theory and simulation').count(), theory.length + 1);
  const own = matrix.filter((row) => row.stage === 1);
  assert.equal(await rows(`Stage 1: ${own[0].title}`).count(), own.length + 1);
  await start(page, 'Run this row');
  await page.getByRole('img', { name: /Mean time to answer so far: .* ms\. Theory expects 10 ms\./ }).waitFor({ state: 'attached', timeout: 90_000 });
});
