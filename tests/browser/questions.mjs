// Answering a question of any kind through the mirror, without knowing whether the answer is right.
import assert from 'node:assert/strict';

export const plain = (text) => text.replace(/\*\*/g, '').replace(/\[([^\]]*)\]/g, '$1');

// A prompt with fresh values in it is known by the words around them.
const asPattern = (prompt) => new RegExp(`^${plain(prompt).split(/\{[^}]*\}/)
  .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);

// The question of `questions` that is on the page.
export async function askedNow(page, questions) {
  const words = await page.locator('#page-layer p.node').allTextContents();
  const question = questions.find((one) => words.some((line) => asPattern(one.prompt).test(line)));
  assert.ok(question, `a known question is asked: ${words.join(' / ')}`);
  return question;
}

async function choose(page, role) {
  const choice = page.getByRole(role).first();
  await choice.evaluate((input) => input.click());
  await page.getByRole(role, { checked: true }).first().waitFor({ state: 'attached' });
}

// Says something that can be judged, by the question's kind.
export async function answerAsked(page, questions) {
  const question = await askedNow(page, questions);
  if (question.kind === 'number') {
    await page.getByRole('textbox').fill('100');
  } else if (question.kind === 'order') {
    const up = page.getByRole('button', { name: /^Up: / }).last();
    await up.evaluate((node) => node.click());
  } else if (question.kind === 'draw') {
    const point = page.getByRole('slider', { name: /^At / }).first();
    await point.focus();
    await page.keyboard.press('ArrowUp');
  } else {
    await choose(page, ['several', 'weak_point'].includes(question.kind) ? 'checkbox' : 'radio');
  }
  await page.getByRole('button', { name: 'Answer', exact: true, disabled: false }).waitFor({ state: 'attached' });
}
