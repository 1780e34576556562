// The quiz through the mirror: set up, taken and told about, with every kind of question that the
// lessons have, answered by role and name alone.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

import { clickAt, kSite, open, rest, setUp } from './helpers.mjs';
import { answerAsked } from './questions.mjs';

setUp();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const lessons = readdirSync(path.join(kSite, 'lessons')).filter((file) => /^stage-\d+b?\.json$/.test(file))
  .map((file) => JSON.parse(readFileSync(path.join(kSite, 'lessons', file), 'utf8')));
const questions = lessons.flatMap((lesson) => lesson.questions);

async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    return found.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
  });
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const press = (page, name) => clickAt(page, button(page, name));

async function takeQuiz(page, { feedback = true } = {}) {
  for (let asked = 0; ; ++asked) {
    assert.ok(asked <= 2 * questions.length, 'the quiz comes to an end');
    await page.getByRole('heading', { name: /^Quiz/ }).waitFor({ state: 'attached' });
    if (await page.getByRole('heading', { name: 'Quiz: your results' }).count()) return asked;
    await button(page, 'Answer').waitFor({ state: 'attached' });
    const place = await page.getByText(/^Question \d+ of \d+/).textContent();
    await answerAsked(page, questions);
    await press(page, 'Answer');
    if (feedback) {
      await button(page, 'Next').waitFor({ state: 'attached' });
      await press(page, 'Next');
    }
    await page.waitForFunction((before) => ![...document.querySelectorAll('#page-layer p.node')].some(
      (node) => node.textContent === before), place);
  }
}

test('the quiz is set up, taken and told about; its links lead into the stages', async () => {
  const page = await open();
  await press(page, 'Quiz');
  await page.getByRole('heading', { name: 'Quiz', exact: true }).waitFor({ state: 'attached' });
  assert.equal(new URL(page.url()).searchParams.get('mode'), 'quiz');
  assert.match(await page.title(), /^Quiz – Tenfold$/);
  const stage = `Stage 2: ${lessons.find((lesson) => lesson.stage === 2).title}`;
  for (const name of [stage, '5 questions']) {
    await clickAt(page, page.getByRole('radio', { name, exact: true }));
    await page.getByRole('radio', { name, exact: true, checked: true }).waitFor({ state: 'attached' });
  }
  await press(page, 'Begin');
  assert.ok(await takeQuiz(page) >= 5);
  await page.getByRole('table', { name: 'By stage' }).waitFor({ state: 'attached' });
  await press(page, 'Open Stage 2');
  await page.waitForFunction(() => document.title.startsWith('Stage 2'));
  assert.equal(new URL(page.url()).searchParams.get('mode'), null);
  assert.deepEqual(page.problems, []);
});

test('the address opens a quiz over all stages, with feedback at the end', async () => {
  const page = await open('?mode=quiz&quiz=mixed&n=6&feedback=end&shuffle=1&seed=5');
  await page.getByText('Question 1 of 6').waitFor({ state: 'attached' });
  assert.equal(await takeQuiz(page, { feedback: false }), 6);
  await page.getByRole('heading', { name: /^Question 6: / }).waitFor({ state: 'attached' });
  assert.deepEqual(page.warnings, []);
  assert.deepEqual(page.problems, []);
});

test('a room or a quiz that cannot be gives the lesson and one warning each', async () => {
  const page = await open('?mode=attic&quiz=11&n=0&feedback=maybe');
  assert.equal(page.warnings.length, 4, page.warnings.join('\n'));
  assert.match(await page.title(), /^Stage 1: /);
});

test('back from the quiz returns to the lesson where it was', async () => {
  const page = await open('?step=explain');
  await press(page, 'Quiz');
  await page.waitForFunction(() => document.title.startsWith('Quiz'));
  await page.goBack();
  await page.waitForFunction(() => document.title.startsWith('Stage 1'));
  await button(page, 'Your turn to fix it').waitFor({ state: 'attached' });
});

// Each question of one kind is asked in turn, unshuffled, until the kind comes.
for (const kind of ['number', 'simulated', 'order', 'bottleneck', 'weak_point', 'draw']) {
  const lesson = lessons.find((one) => one.questions.some((question) => question.kind === kind));
  test(`a question of the kind ${kind} is answered by role and name, and axe-core agrees`, { skip: lesson === undefined }, async () => {
    const index = lesson.questions.findIndex((question) => question.kind === kind);
    for (const options of [{}, { phone: true }]) {
      const page = await open(`?mode=quiz&quiz=${lesson.stage}&n=20&shuffle=0`, options);
      for (let i = 0; i <= index; ++i) {
        if (i === index) assert.deepEqual(await violations(page), []);
        await button(page, 'Answer').waitFor({ state: 'attached' });
        await answerAsked(page, questions);
        await button(page, 'Answer').evaluate((node) => node.click());
        await button(page, 'Next').waitFor({ state: 'attached' });
        if (i < index) await button(page, 'Next').evaluate((node) => node.click());
        await rest(page);
      }
      await page.getByText(/Right\.|Not this time\./).last().waitFor({ state: 'attached' });
      assert.deepEqual(page.problems, []);
      await page.context().close();
    }
  });
}
