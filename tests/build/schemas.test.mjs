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
const lessons = readdirSync('lessons').filter((file) => /^stage-\d+\.json$/.test(file));

test('every lesson follows the schema', () => {
  assert.ok(lessons.length > 0);
  const faults = lessons.flatMap((file) => (isLesson(read(file)) ? [] : isLesson.errors)
    .map(({ instancePath, message, params }) => `${file}${instancePath}: ${message} ${JSON.stringify(params)}`));
  assert.deepEqual(faults, []);
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
