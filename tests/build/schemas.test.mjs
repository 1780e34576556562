// Lessons against their published JSON Schemas, with an independent checker: what an author's editor will say.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const { default: Ajv } = createRequire(`${process.env.TENFOLD_TEST_MODULES}/`)('ajv');
const read = (file) => JSON.parse(readFileSync(`lessons/${file}`, 'utf8'));
const ajv = new Ajv({ allErrors: true, strictTypes: false });
ajv.addSchema(read('scenario.schema.json'));
const isLesson = ajv.compile(read('lesson.schema.json'));
const isRoom = ajv.compile(read('room.schema.json'));
const isProblem = ajv.compile(read('problem.schema.json'));
const lessons = readdirSync('lessons').filter((file) => /^stage-\d+b?\.json$/.test(file));
const rooms = readdirSync('lessons').filter((file) => /^[a-z-]+\.json$/.test(file));

const problems = readdirSync('lessons/problems').map((file) => `problems/${file}`);

const faultsOf = (files, follows) => files.flatMap((file) => (follows(read(file)) ? [] : follows.errors)
  .map(({ instancePath, message, params }) => `${file}${instancePath}: ${message} ${JSON.stringify(params)}`));

test('every lesson follows the schema', () => {
  assert.ok(lessons.length > 0);
  assert.deepEqual(faultsOf(lessons, isLesson), []);
});

test('every room follows the schema and has the name of its file', () => {
  assert.ok(rooms.length > 0);
  assert.deepEqual(faultsOf(rooms, isRoom), []);
  for (const file of rooms) assert.equal(`${read(file).room}.json`, file);
});

test('every problem follows the schema and has the name of its file', () => {
  assert.ok(problems.length > 0);
  assert.deepEqual(faultsOf(problems, isProblem), []);
  for (const file of problems) assert.equal(`problems/${read(file).problem}.json`, file);
});

test('the schema refuses a problem that lacks or misspells a field', () => {
  const problem = read(problems[0]);
  const [level, ...more] = problem.levels;
  const { par, ...rest } = level;
  assert.ok(!isProblem({ ...problem, levels: [rest, ...more] }));
  assert.ok(!isProblem({ ...problem, levels: [{ ...rest, pars: par }, ...more] }));
  assert.ok(!isProblem({ ...problem, questions: problem.questions.slice(1) }));
});

test('the schema refuses a room that lacks or misspells a field', () => {
  const sheet = read('sheet.json');
  const [{ cost, ...row }] = sheet.rows;
  assert.ok(!isRoom({ ...sheet, rows: [row] }));
  assert.ok(!isRoom({ ...sheet, rows: [{ ...row, cost, costs: cost }] }));
  assert.ok(!isRoom({ ...sheet, room: 'sheets' }));
});

test('the schema refuses a lesson that lacks or misspells a field', () => {
  const lesson = read(lessons[0]);
  for (const field of Object.keys(lesson).filter((name) => isLesson.schema.required.includes(name))) {
    const { [field]: value, ...rest } = lesson;
    assert.ok(!isLesson(rest), `without ${field}`);
    assert.ok(!isLesson({ ...rest, [`${field}x`]: value }), `with ${field}x`);
  }
  assert.ok(!isLesson({ ...lesson, titel: 'misspelt' }));
});

test('the schema takes a prediction that is chosen or drawn, and none that is both or half', () => {
  const lesson = read(lessons[0]);
  const said = { prompt: 'What?', when_right: 'Yes.' };
  const chosen = { fact: 'failed', options: [{ text: 'None', below: 1, feedback: 'No.' }, { text: 'Some', at_least: 1, feedback: 'No.' }] };
  const curve = { series: 'failed', at_s: [1, 2, 3], low: 0, high: 9, unit: 'requests', tolerance: 0.1 };
  const drawn = { curve, when_low: 'More.', when_high: 'Less.' };
  const takes = (predict) => isLesson({ ...lesson, predict: { ...said, ...predict } });
  assert.ok(takes(chosen) && takes(drawn));
  assert.ok(!takes({}) && !takes({ ...chosen, ...drawn }) && !takes({ curve }));
  assert.ok(!takes({ ...drawn, curve: { ...curve, at_s: [1, 2] } }));
});

test('the schema refuses a variant that says nothing of edits, or builds on what can be no name', () => {
  const lesson = read(lessons[0]);
  const { edits, ...variant } = lesson.variants[0];
  const withVariant = (more) => isLesson({ ...lesson, variants: [{ ...variant, ...more }, ...lesson.variants.slice(1)] });
  assert.ok(withVariant({ edits }) && withVariant({ from: 'scale-up' }) && withVariant({ from: ['scale-up'], edits }));
  assert.ok(!withVariant({}) && !withVariant({ from: [] }) && !withVariant({ from: 'Scale up' }));
});
