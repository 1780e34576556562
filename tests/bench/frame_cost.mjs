// What a frame costs in Chromium, on a machine as it is and on one four times slower: the last stage's run and stage 5's
// comparison, each over some seconds after the first frame. Several sites, before a change and after it, take turns. By
// hand, once `cmake --workflow --preset test` has been run or built:
//   node tests/bench/frame_cost.mjs build/wasm/site [<another site> …]
// CPU is the main thread's processor time a frame, all that the page does included; the others are of what the program
// does in one call, by the clock: simulation, drawing and the mirror, whose part is given. `behind` is how
// much of the viewer's time the run on screen lost, to the quarter second its clock is listed by; `results` is when the
// last number of side runs was there. CHROMIUM names another browser than /usr/bin/chromium.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { serve } from '../../web/serve.mjs';

const kTests = path.join(import.meta.dirname, '../../build/test/tests/browser/');
const { chromium } = createRequire(kTests)('playwright-core');
const kScenes = [{ stage: 10, step: 'run' }, { stage: 5, step: 'compare' }];
const kSlowdowns = [1, 4];
const kTurns = 2;
const kWindowMs = 8000;
const kLongestWaitMs = 60_000;
const kSettledMs = 8000;

// Runs in the page before its scripts do, and sees what they define.
function watch() {
  const seen = { frames: [], handedMs: 0, clock: [], tasks: [], changedAt: 0, words: '' };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  const replaced = (object, name, replace) => {
    let value;
    Object.defineProperty(object, name, { get: () => value, set: (given) => { value = replace(given); } });
  };
  const timedLoop = (makeLoop) => (canvas, draw) => makeLoop(canvas, (time) => {
    const start = performance.now();
    const due = draw(time);
    const end = performance.now();
    seen.frames.push({ start, end, handedMs: seen.handedMs });
    seen.handedMs = 0;
    return due;
  });
  const heardMirror = (makeMirror) => (options) => {
    const mirror = makeMirror(options);
    return {
      ...mirror,
      list: (...values) => {
        const began = performance.now();
        mirror.list(...values);
        seen.handedMs += performance.now() - began;
      },
    };
  };
  // The clock of the run on screen is among what the mirror is told.
  const heardReader = (makeRecordReader) => (...given) => {
    const read = makeRecordReader(...given);
    return (records) => {
      const nodes = read(records);
      for (const { value } of nodes) {
        const [, minutes, seconds] = /^(\d+):(\d\d) of /.exec(value) ?? [];
        const shown = minutes * 60 + Number(seconds);
        if (minutes !== undefined && seen.clock.at(-1)?.shown !== shown) seen.clock.push({ shown, at: performance.now() });
      }
      return nodes;
    };
  };
  replaced(window, 'tenfold', (tenfold) => {
    replaced(tenfold, 'makeLoop', timedLoop);
    replaced(tenfold, 'makeMirror', heardMirror);
    replaced(tenfold, 'makeRecordReader', heardReader);
    return tenfold;
  });

  // A number that a side run has still to give is shown as "…"; the comparison's numbers change once more when repeated.
  setInterval(() => {
    const texts = [...document.querySelectorAll('#page-layer p, #page-layer [role=cell], #page-layer td')]
      .map((element) => element.textContent);
    const words = texts.filter((text) => /(^|[\s(])…/.test(text)).join() +
      (document.querySelector('#page-layer [aria-label="Before and after the fix"]')?.textContent ?? '');
    if (words === seen.words) return;
    Object.assign(seen, { words, changedAt: performance.now() });
  }, 250);
}

async function measure(browser, origin, { stage, step }, slowdown) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'no-preference' });
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  // Processor time, not the viewer's: without a graphics card, drawing holds both processors, and a frame waits for it.
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watch);
  await page.goto(`${origin}/?stage=${stage}&step=${step}`);
  await page.waitForFunction(() => window.seen.frames.length > 0, undefined, { timeout: kLongestWaitMs });
  const busyMs = async () => {
    const { metrics } = await tools.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  const busyBefore = await busyMs();
  await page.waitForTimeout(kWindowMs);
  const busy = await busyMs() - busyBefore;
  const seen = await page.evaluate(() => window.seen);
  const firstEnd = seen.frames[0].end;
  const settled = async () => {
    const { changedAt, now } = await page.evaluate(() => ({ changedAt: window.seen.changedAt, now: performance.now() }));
    return { resultsAt: changedAt, done: now - changedAt > kSettledMs || now - firstEnd > kLongestWaitMs };
  };
  let results = await settled();
  while (!results.done) {
    await page.waitForTimeout(500);
    results = await settled();
  }
  await context.close();
  return { ...seen, busyMs: busy, resultsMs: results.resultsAt - firstEnd };
}

// Of one visit: what its table shows.
function figuresOf({ frames, clock, tasks, busyMs, resultsMs }, speed) {
  const [{ end: begin }, ...later] = frames;
  const counted = later.filter(({ start }) => start < begin + kWindowMs);
  const costs = counted.map(({ start, end }) => end - start).sort((a, b) => a - b);
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  const long = tasks.filter(({ startTime }) => startTime >= begin && startTime < begin + kWindowMs);
  const [first, last] = [clock.find(({ shown }) => shown > 0), clock.at(-1)];
  return {
    'CPU ms': busyMs / costs.length,
    'median ms': costs[Math.floor(costs.length / 2)],
    'p95 ms': costs[Math.floor(costs.length * 0.95)],
    'mean ms': sum(costs) / costs.length,
    'mirror ms': sum(counted.map(({ handedMs }) => handedMs)) / costs.length,
    'frames/s': costs.length / (kWindowMs / 1000),
    'tasks > 50 ms': long.length,
    'longest ms': Math.max(0, ...long.map(({ duration }) => duration)),
    'behind s': first ? Math.max(0, (last.at - first.at) / 1000 - (last.shown - first.shown) / speed) : NaN,
    'results s': resultsMs / 1000,
  };
}

const sites = process.argv.slice(2);
const servers = await Promise.all(sites.map((site) => serve(path.resolve(site), 0)));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox', '--disable-background-networking',
    '--disable-component-update', '--no-first-run'],
});
for (const scene of kScenes) {
  const lesson = `lessons/stage-${String(scene.stage).padStart(2, '0')}.json`;
  for (const slowdown of kSlowdowns) {
    console.log(`\nStage ${scene.stage}, ${scene.step}, CPU ${slowdown} times slower`);
    const rows = {};
    for (let turn = 1; turn <= kTurns; ++turn) {
      for (const [i, site] of sites.entries()) {
        const { speed } = JSON.parse(readFileSync(path.join(site, lesson), 'utf8'));
        const visit = await measure(browser, `http://127.0.0.1:${servers[i].address().port}`, scene, slowdown);
        const figures = Object.entries(figuresOf(visit, speed ?? 1));
        rows[`${site}, ${turn}`] = Object.fromEntries(figures.map(([name, value]) => [name, Number(value.toFixed(1))]));
      }
    }
    console.table(rows);
  }
}
await browser.close();
for (const server of servers) server.close();
