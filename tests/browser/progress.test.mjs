// What is kept in the browser: two tabs share it and lose nothing of either, what nobody knows stays, and
// the next visit is led on to where the last one ended.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { newPage, open, ready, rest, setUp, world } from './helpers.mjs';
import { manners, readLesson } from './learner.mjs';
import { answerAsked } from './questions.mjs';

setUp();
const press = (page, name) => manners.mirror(page, 'button', name);
const button = (page, name) => page.getByRole('button', { name, exact: true });
const attached = (locator) => locator.waitFor({ state: 'attached' });
const stored = (page) => page.evaluate(() => localStorage.getItem('tenfold.progress'));
const storedHas = (page, ...lines) => page.waitForFunction(
  (wanted) => wanted.every((line) => (localStorage.getItem('tenfold.progress') || '').split('\n').includes(line)), lines);
const countOf = (text, line) => text.split('\n').filter((one) => one === line).length;
const unread = (page) => page.getByRole('status').filter({ hasText: /cannot be read: it is kept/ });

const freshContext = async () => (await newPage()).context();

// A page of a context, whose store was filled before it came.
async function openWith(context, query, values = {}) {
  const page = await newPageIn(context);
  await page.goto(`${world.origin}/icon.svg`);
  await page.evaluate((all) => {
    for (const [name, text] of Object.entries(all)) localStorage.setItem(`tenfold.${name}`, text);
  }, values);
  await page.goto(`${world.origin}/${query}`);
  await ready(page);
  return page;
}

async function newPageIn(context) {
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(String(error)));
  return page;
}

// Answers the question that the quiz asks now.
async function answerOne(page, stage) {
  await attached(button(page, 'Answer'));
  await answerAsked(page, readLesson(stage).questions);
  await press(page, 'Answer');
  await press(page, 'Next');
  await rest(page);
}

// How many answers are in the store, in all.
const answersIn = (text) => text.split('\n').filter((line) => line.startsWith('answer '))
  .reduce((sum, line) => sum + line.split(' ').slice(3).reduce((a, b) => a + Number(b), 0), 0);

test('two tabs by turns lose nothing', async () => {
  const one = await open('?stage=1&step=walk&mode=quiz&quiz=1&n=6');
  const two = await openWith(one.context(), '?stage=2&step=explain&mode=quiz&quiz=2&n=6');
  await answerOne(one, 1);
  await answerOne(two, 2);
  await answerOne(one, 1);
  await answerOne(two, 2);
  await storedHas(one, 'stage 1 1', 'stage 2 5');
  assert.equal(answersIn(await stored(one)), 4);
  // A third one asks the same questions as the first.
  const three = await openWith(one.context(), '?stage=1&mode=quiz&quiz=1&n=6');
  await answerOne(three, 1);
  await answerOne(one, 1);
  await answerOne(three, 1);
  assert.equal(answersIn(await stored(one)), 7);

  const later = await openWith(one.context(), '?stage=1');
  assert.equal(answersIn(await stored(later)), 7);
  await attached(button(later, 'Stage 1, begun: step 2 of 10'));
  await attached(button(later, 'Stage 2, begun: step 6 of 10'));
  for (const page of [one, two, three, later]) assert.deepEqual(page.problems, []);
});

test('a tab hears what another one reached, and shows it', async () => {
  const one = await open('?stage=1');
  await openWith(one.context(), '?stage=2&step=next');
  await attached(button(one, 'Stage 2, finished'));
  await attached(button(one, 'Stage 1'));
});

test('a tab that another one wrote over puts back what it knows', async () => {
  const one = await open('?stage=1&step=explain');
  const other = await newPageIn(one.context());
  await other.goto(`${world.origin}/icon.svg`);
  await other.evaluate(() => localStorage.setItem('tenfold.progress', 'tenfold 1\nstage 2 9 finished\n'));
  await storedHas(other, 'stage 1 5', 'stage 2 9 finished');
});

test('lines that nobody knows are kept, written back, and told of once', async () => {
  const lines = ['streak 12 θ', 'stage 1 5 gilded', '<b>&amp;'];
  const context = await freshContext();
  const page = await openWith(context, '?stage=1', { progress: `tenfold 1\n${lines.join('\n')}\nstage 4 9 finished\nansw` });
  await attached(unread(page));
  await attached(button(page, 'Stage 4, finished'));
  await press(page, 'Continue');
  await storedHas(page, 'stage 1 1', 'stage 4 9 finished');
  await rest(page);
  const text = await stored(page);
  assert.ok(text.startsWith('tenfold 2\n'));
  assert.ok(text.endsWith(`\n${lines.join('\n')}\nansw`), text);
  assert.deepEqual(page.problems, []);
});

test('what a later version saved stays that version’s, in two tabs too', async () => {
  const context = await freshContext();
  const one = await openWith(context, '?stage=1', { progress: 'tenfold 3 sealed\nstage 4 9 finished\nbadge gold\n' });
  await attached(one.getByRole('status').filter({ hasText: /newer Tenfold/ }));
  const two = await openWith(context, '?stage=2');
  await press(one, 'Continue');
  await press(two, 'Continue');
  await storedHas(two, 'stage 1 1', 'stage 2 2', 'stage 4 9 finished');
  const text = await stored(two);
  assert.ok(text.startsWith('tenfold 3 sealed\n'));
  assert.equal(countOf(text, 'badge gold'), 1);
});

test('a megabyte of what is not progress is kept, and the lesson works', async () => {
  const rubbish = 'x'.repeat(2 ** 20);
  const context = await freshContext();
  const page = await openWith(context, '?stage=1', { progress: rubbish });
  await attached(unread(page));
  await press(page, 'Continue');
  await storedHas(page, 'stage 1 1', rubbish);
  assert.deepEqual(page.problems, []);
});

test('a visit begins at home, which leads on to where the last one ended: stage and step', async () => {
  const first = await open('?stage=2&step=explain');
  const again = await openWith(first.context(), '');
  assert.match(await again.title(), /^Home/);
  await press(again, 'Continue: stage 2, why it broke');
  await attached(button(again, 'Your turn to fix it'));
  await press(again, 'Quiz');
  await again.waitForFunction(() => document.title.startsWith('Quiz'));
  const third = await openWith(first.context(), '?theme=dark');
  await press(third, 'Journey');
  await attached(button(third, 'Your turn to fix it'));
  assert.deepEqual([...again.problems, ...third.problems], []);
});

test('a page that is loaded again goes on at the step that was reached', async () => {
  const page = await open('');
  await press(page, 'Start: launch day');
  await press(page, 'Continue');
  await storedHas(page, 'stage 1 1');
  await page.reload();
  await ready(page);
  await attached(button(page, 'Send one request'));
});

test('an address that names a place wins, and back leads to where the visit resumed', async () => {
  const first = await open('?stage=2&step=explain');
  const named = await openWith(first.context(), '?stage=1');
  assert.match(await named.title(), /^Stage 1: /);
  assert.equal(await button(named, 'Your turn to fix it').count(), 0);
  await named.close();
  const page = await openWith(first.context(), '', { place: 'stage=2&step=explain&mode=lesson' });
  await press(page, 'Continue: stage 2, why it broke');
  await page.waitForFunction(() => document.title.startsWith('Stage 2'));
  await press(page, 'Stage 1');
  await page.waitForFunction(() => document.title.startsWith('Stage 1'));
  await page.goBack();
  await page.waitForFunction(() => document.title.startsWith('Stage 2'));
});

test('an embedded lesson neither resumes a visit nor is resumed', async () => {
  const context = await freshContext();
  const embedded = await openWith(context, '?ui=min', { place: 'stage=2&step=explain&mode=lesson' });
  assert.match(await embedded.title(), /^Stage 1: /);
  const page = await openWith(context, '');
  await attached(button(page, 'Continue: stage 2, why it broke'));
});

test('a kept place that is no place any more gives the start, of the stage where that is one', async () => {
  const places = [['stage=99&step=run&mode=lesson', 1], ['stage=2&step=dance&mode=attic', 2], ['stage=2', 1], ['<script>', 1],
    ['x'.repeat(2 ** 20), 1]];
  for (const [place, stage] of places) {
    const context = await freshContext();
    const page = await openWith(context, '', { place });
    await press(page, 'Journey');
    await page.waitForFunction((number) => document.title.startsWith(`Stage ${number}: `), stage);
    assert.deepEqual(page.problems, []);
    assert.deepEqual(page.warnings ?? [], []);
    await context.close();
  }
});
