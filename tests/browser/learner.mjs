// A learner who takes a stage from its first word to its last: finds everything by role and name, answers
// questions of every kind, and sees that the page says the right thing to each answer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { clickAt, kSite } from './helpers.mjs';
import { askedNow, plain } from './questions.mjs';

export const readLesson = (stage) =>
  JSON.parse(readFileSync(path.join(kSite, `lessons/stage-${parseInt(stage, 10) < 10 ? '0' : ''}${stage}.json`), 'utf8'));

// Each way to press what has a role and a name.
export const manners = {
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

  // As tree, without asking the browser for the whole tree each time.
  mirror: (page, role, name) => page.getByRole(role, { name, exact: true }).last().evaluate((element) => element.click()),
};

const attached = (locator) => locator.waitFor({ state: 'attached' });
const checkedOnes = (page, role, name) => page.getByRole(role, { name, exact: true, checked: true }).last();

async function takeOptions(page, press, role, texts) {
  for (const text of texts) {
    await press(page, role, text);
    await attached(checkedOnes(page, role, text));
  }
}

// By the buttons beside each item, until they stand as wanted.
async function putInOrder(page, press, wanted) {
  const shown = async () => (await page.locator('#page-layer p.node').allTextContents())
    .map((text) => wanted.find((one) => text.replace(/^\d+\. /, '') === one && text !== one)).filter(Boolean);
  for (let place = 0; place < wanted.length; ++place) {
    for (let at = (await shown()).indexOf(wanted[place]); at > place; --at) {
      await press(page, 'button', `Up: ${wanted[place]}`);
      await page.waitForFunction(([text]) => [...document.querySelectorAll('#page-layer p.node')]
        .some((node) => node.textContent === text), [`${at}. ${wanted[place]}`]);
    }
  }
  assert.deepEqual(await shown(), wanted);
}

// A curve, by the sliders of its points.
async function drawCurve(page, times) {
  for (const at of times) {
    const clock = `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
    await page.getByRole('slider', { name: `At ${clock}`, exact: true }).last().press('ArrowUp');
  }
}

// Gives an answer. Of questions that a run decides, what is right is not known here: something is said.
async function give(page, press, question, rightly) {
  const labels = () => page.locator('#page-layer input[type=radio], #page-layer input[type=checkbox]')
    .evaluateAll((inputs) => inputs.filter((input) => !input.disabled).map((input) => input.labels[0].textContent));
  switch (question.kind) {
    case 'one':
    case 'several': {
      const wanted = question.options.filter((option) => Boolean(option.right) === rightly).map((option) => plain(option.text));
      await takeOptions(page, press, question.kind === 'one' ? 'radio' : 'checkbox', question.kind === 'one' ? wanted.slice(0, 1) : wanted);
      return;
    }
    case 'order': {
      const wanted = question.options.map((option) => plain(option.text));
      await putInOrder(page, press, rightly ? wanted : wanted.reverse());
      return;
    }
    case 'number': {
      const field = page.getByRole('textbox', { name: `Your answer in ${question.unit}` }).last();
      await field.fill('1');
      return;
    }
    case 'draw':
      await drawCurve(page, question.at_s);
      return;
    default: {
      const role = question.kind === 'weak_point' ? 'checkbox' : 'radio';
      await takeOptions(page, press, role, (await labels()).slice(-question.options.length, -question.options.length + 1));
    }
  }
}

// Answers the questions until none is left; the first one wrongly, to see it come back.
export async function answerAll(page, press, questions, over) {
  for (let asked = 0; ; ++asked) {
    assert.ok(asked <= 2 * questions.length, 'the questions come to an end');
    await attached(page.getByRole('button', { name: new RegExp(`^(Answer|${over.replace('?', '\\?')})$`) }));
    if (await page.getByRole('button', { name: over, exact: true }).count()) return asked;
    const question = await askedNow(page, questions);
    const rightly = asked > 0;
    await give(page, press, question, rightly);
    await attached(page.getByRole('button', { name: 'Answer', exact: true, disabled: false }));
    await press(page, 'button', 'Answer');
    const verdict = page.getByText(/^[✓✗] (Right\.|Not this time\.)/).last();
    await attached(verdict).catch((error) => { throw new Error(`${question.id} is not judged`, { cause: error }); });
    const saidRight = (await verdict.textContent()).includes('Right.');
    if (['one', 'several', 'order'].includes(question.kind)) {
      assert.equal(saidRight, rightly, `${question.id} is answered ${rightly ? 'rightly' : 'wrongly'}`);
    }
    const reasons = await page.locator('#page-layer').innerText();
    assert.doesNotMatch(reasons, /\{[a-z][\w.>-]*\}/, `${question.id} says what its values are`);
    await press(page, 'button', 'Next');
  }
}

// Stage by stage from the first heading to what breaks next.
export async function walk(page, stage, press) {
  const lesson = readLesson(stage);
  const button = (name) => press(page, 'button', name);
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
  if (lesson.predict.curve) {
    await drawCurve(page, lesson.predict.curve.at_s);
    await attached(page.getByRole('button', { name: 'That is my prediction', exact: true, disabled: false }));
  } else {
    const said = plain(lesson.predict.options[0].text);
    await press(page, 'radio', said);
    await checked(said);
  }
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
  await answerAll(page, press, lesson.questions, 'What breaks next?');
  await button('What breaks next?');
  await heading(plain(lesson.next.title));
}
