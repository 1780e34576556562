// The headless program as a process: what goes to which stream, how it ends, and when it draws a progress bar.
// TENFOLD_PROGRAMS: the command lines of the native and the WebAssembly program, as a JSON list of lists.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { test } from 'node:test';

const kSmall = 'tests/lesson/small_lesson.json';
// Enough runs to last for more than the second after which a bar is drawn.
const kLong = ['simulate', kSmall, '--replications', '10000'];

const programs = JSON.parse(process.env.TENFOLD_PROGRAMS);
for (const [name, command] of Object.entries(programs)) {
  const run = (...words) => spawnSync(command[0], [...command.slice(1), ...words], { encoding: 'utf8' });

  test(`${name}: bad input is one line on stderr, nothing on stdout, exit code 2`, () => {
    for (const words of [['simulate', 'nowhere.json'], ['simulate', 'README.md'], ['simulate', 'lessons'],
      ['simulate', kSmall, '--seed', 'x'], ['ablation', 'nowhere'], ['signature', 'README.md'], ['nothing']]) {
      const result = run(...words);
      assert.equal(result.status, 2, words.join(' '));
      assert.equal(result.stdout, '');
      assert.match(result.stderr, /^tenfold: [^\n]+\n$/);
    }
  });

  test(`${name}: results go to stdout, and no bar to a stderr that is no terminal`, () => {
    const result = run('simulate', kSmall, '--replications', '2');
    assert.equal(result.status, 0);
    assert.equal(JSON.parse(result.stdout).estimates.method, 'replications');
    assert.equal(result.stderr, '');
  });

  test(`${name}: a terminal sees a progress bar once a second has passed`, async () => {
    // script(1) gives its command a terminal. Stopped as soon as the bar is seen.
    const words = [...command, ...kLong].join(' ');
    const terminal = spawn('script', ['-qefc', `${words} > /dev/null`, '/dev/null'], { detached: true });
    const started = Date.now();
    const seen = await new Promise((resolve) => {
      let text = '';
      terminal.stdout.on('data', (data) => {
        text += data;
        if (/#?\.+ \d+ %/.test(text)) resolve(Date.now() - started);
      });
      terminal.on('exit', () => resolve(undefined));
    });
    if (terminal.exitCode === null) process.kill(-terminal.pid);
    assert.ok(seen !== undefined, 'a bar was drawn');
    assert.ok(seen >= 1000, `not before a second had passed, but after ${seen} ms`);
  });
}
