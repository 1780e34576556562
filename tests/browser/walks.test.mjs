// Stage 1 and stage 2 from the first word to the last, three times: with the mouse on the canvas, with
// the keyboard alone, and through the accessibility tree alone, as a screen reader acts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { clickAt, drawn, kSite, newPage, setUp, world } from './helpers.mjs';
import { answerAsked, askedNow, plain } from './questions.mjs';

setUp();

const readLesson = (stage) => JSON.parse(readFileSync(path.join(kSite, `lessons/stage-0${stage}.json`), 'utf8'));

// Each way to press what has a role and a name.
const manners = {
  mouse: (page, role, name) => clickAt(page, page.getByRole(role, { name, exact: true }).last()),

  keyboard: async (page, role, name) => {
    const focused = () => page.evaluate(() => {
      const element = document.activeElement;
      const words = element.labels && element.labels.length > 0 ? element.labels[0].textContent : element.textContent;
      const group = element.closest('[role=radiogroup]');
      return {
        name: element.ariaLabel || words,
        group: group && element.type === 'radio' ? [...group.querySelectorAll('label')].map((label) => label.textContent) : [],
      };
    });
    await page.getByRole(role, { name, exact: true }).last().waitFor({ state: 'attached' });
    for (let stops = 0; ; ++stops) {
      assert.ok(stops < 80, `Tab never comes to ${role} “${name}”`);
      let at = await focused();
      // Tab passes a group by; inside it the arrows go from one to the next.
      for (let i = 0; at.group.includes(name) && at.name !== name; ++i) {
        assert.ok(i < at.group.length, `the arrows never come to “${name}”`);
        await page.keyboard.press('ArrowDown');
        at = await focused();
      }
      if (at.name === name) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press(role === 'button' ? 'Enter' : 'Space');
  },

  tree: async (page, role, name) => {
    await page.getByRole(role, { name, exact: true }).last().waitFor({ state: 'attached' });
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const node = nodes.findLast((one) => !one.ignored && one.role.value === role && one.name.value === name);
    assert.ok(node, `the accessibility tree has a ${role} “${name}”`);
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: node.backendDOMNodeId });
    await session.send('Runtime.callFunctionOn', { objectId: object.objectId, functionDeclaration: 'function () { this.click(); }' });
    await session.detach();
  },
};

async function walk(page, stage, press) {
  const lesson = readLesson(stage);
  const button = (name) => press(page, 'button', name);
  const has = (name) => page.getByRole('button', { name, exact: true }).count();
  const heading = (name) => page.getByRole('heading', { name }).last().waitFor({ state: 'attached' });
  const checked = (name, role = 'radio') => page.getByRole(role, { name, exact: true, checked: true }).last().waitFor({ state: 'attached' });

  await heading(`Stage ${stage}: ${lesson.title}`);
  await button('Continue');
  if (lesson.walk) {
    const { stops } = lesson.walk;
    for (let stop = 0; stop < stops.length; ++stop) {
      await button(stop === 0 ? 'Send one request' : 'Next stop');
      await heading(`${stop + 1} of ${stops.length}. ${plain(stops[stop].title)}`);
    }
    await button('Continue');
  }
  const said = plain(lesson.predict.options[0].text);
  await press(page, 'radio', said);
  await checked(said);
  await button('That is my prediction');
  await button('Skip to the end');
  await button('Compare with the fix');
  await page.getByRole('table', { name: 'Before and after the fix' }).waitFor({ state: 'attached' });
  await button('Why?');
  await button('Your turn to fix it');
  for (const [decision, option] of Object.entries(lesson.challenge.solution)) {
    const { options } = lesson.challenge.decisions.find((one) => one.id === decision);
    const label = plain(options.find((one) => one.id === option).label);
    await press(page, 'radio', label);
    await checked(label);
  }
  await button('Run with these choices');
  await button('Skip to the end');
  await heading(/Goal met/);
  await button('What did it make worse?');
  await button('Questions');
  for (let asked = 0; ; ++asked) {
    assert.ok(asked <= 2 * lesson.questions.length, 'the questions come to an end');
    await page.getByRole('button', { name: /^(Answer|What breaks next\?)$/ }).waitFor({ state: 'attached' });
    if (await has('What breaks next?')) break;
    const question = await askedNow(page, lesson.questions);
    const written = ['one', 'several'].includes(question.kind);
    if (written) {
      // The first one is answered wrongly, to see it come back.
      const wanted = question.options.filter((option) => Boolean(option.right) === (asked > 0));
      const role = question.kind === 'several' ? 'checkbox' : 'radio';
      for (const option of role === 'radio' ? wanted.slice(0, 1) : wanted) {
        await press(page, role, plain(option.text));
        await checked(plain(option.text), role);
      }
    } else {
      await answerAsked(page, lesson.questions);
    }
    await button('Answer');
    const judged = asked > 0 ? 'Right.' : 'Not this time.';
    await page.getByText(written ? judged : /Right\.|Not this time\./).last().waitFor({ state: 'attached' });
    await button('Next');
  }
  await button('What breaks next?');
  await heading(plain(lesson.next.title));
}

for (const [manner, press] of Object.entries(manners)) {
  test(`stage 1 and stage 2 to the end by ${manner}`, async () => {
    const page = await newPage({ viewport: { width: 1000, height: 700 } });
    await page.goto(`${world.origin}/`);
    await drawn(page);
    await walk(page, 1, press);
    await press(page, 'button', `Go to stage 2: ${readLesson(2).title}`);
    await walk(page, 2, press);
    assert.notEqual(await page.evaluate(() => localStorage.getItem('tenfold.progress')), null);
    assert.deepEqual(page.problems, []);
  });
}

test('what was reached is still there after a reload', async () => {
  const page = await newPage();
  await page.goto(`${world.origin}/?step=next`);
  await drawn(page);
  await page.waitForFunction(() => localStorage.getItem('tenfold.progress'));
  const kept = await page.evaluate(() => localStorage.getItem('tenfold.progress'));
  await page.goto(`${world.origin}/`);
  await drawn(page);
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => localStorage.getItem('tenfold.progress')), kept);
});
