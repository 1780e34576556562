// What every suite of the page needs: the site served from this process, one browser, pages that count
// what goes wrong, and hands that press what they find by role and name, as a reader of the mirror would.
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before } from 'node:test';

import { chromium, devices } from 'playwright-core';

import { serve } from '../serve.mjs';

export const kSite = process.env.TENFOLD_SITE;
export const kOut = process.env.TENFOLD_OUT ?? 'screenshots';
mkdirSync(kOut, { recursive: true });

const kFlags = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox',
  '--disable-background-networking', '--disable-component-update', '--no-first-run'];
const kPhone = { ...devices['Pixel 7'], defaultBrowserType: undefined };

export const world = { browser: undefined, server: undefined, origin: '' };
const closers = [];

// Starts the server and the browser for the file that calls it; flags are further ones for Chromium.
export function setUp({ flags = [] } = {}) {
  before(async () => {
    const server = await serve(kSite, 0);
    world.server = server;
    world.origin = `http://127.0.0.1:${server.address().port}`;
    world.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...kFlags, ...flags],
    });
    closers.push(() => world.browser.close(), () => server.close());
  });
  after(async () => {
    for (const close of closers) await close();
  });
}

// A page on this machine that is not of the site: `html` at a free port's root.
export async function serveHtml(html) {
  const server = createServer((_, response) => response.end(`<!doctype html>${html}`));
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  closers.push(() => server.close());
  return `http://127.0.0.1:${server.address().port}/`;
}

// A fresh page in its own context. `problems` gathers errors and violated content policies; `warnings`
// the console's warnings.
export async function newPage(options = {}) {
  const { phone = false, ...rest } = options;
  const context = await world.browser.newContext({
    viewport: { width: 900, height: 600 }, reducedMotion: 'reduce', ...(phone ? kPhone : {}), ...rest,
  });
  const page = await context.newPage();
  page.problems = [];
  page.warnings = [];
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') page.problems.push(message.text());
    if (message.type() === 'warning' && message.text().startsWith('Address:')) page.warnings.push(message.text());
  });
  return page;
}

// Waits until the program has drawn a lesson in `frame`, a page or a frame, and has all the others.
export async function drawn(frame) {
  await frame.waitForFunction(() => window.tenfold && window.tenfold.complete &&
    document.querySelector('#page-layer .node') !== null);
}

// The same, and that it rests.
export async function ready(frame) {
  await drawn(frame);
  await rest(frame);
}

// The lesson, unless the query says something else. `running`: it opens with a run, which is not waited for.
export async function open(query = '?stage=1', options = {}) {
  const { running = false, ...rest_ } = options;
  const page = await newPage(rest_);
  await page.goto(`${world.origin}/${query}`);
  await (running ? drawn(page) : ready(page));
  return page;
}

// Waits until no frame has been due for a moment: what a press or a scroll sets off comes a little later.
export async function rest(frame) {
  await frame.waitForFunction(() => {
    const now = performance.now();
    const last = window.restingSince;
    if (!window.tenfold.isResting() || !last || last.frames !== window.tenfold.frames) {
      window.restingSince = { frames: window.tenfold.frames, at: now };
      return false;
    }
    return now - last.at > 100;
  }, undefined, { polling: 50 });
}

export const counts = (frame) => frame.evaluate(
  () => ({ frames: window.tenfold.frames, callbacks: window.tenfold.callbacks }));

// The lesson inside a blog-like page: text above and below, and an <iframe> of 800 × 500.
export async function openEmbedded(query = '?stage=1', options = {}) {
  const { attributes = '', running = false, ...rest_ } = options;
  const outside = await serveHtml(`<meta name="viewport" content="width=device-width"><title>A blog</title>
    <body style="margin:0"><div style="height:300px"><button id="above">above</button></div>
    <iframe title="lesson" ${attributes} style="width:100%;max-width:800px;height:500px;border:0" src="${world.origin}/${query}"></iframe>
    <div style="height:3000px"><button id="below">below</button></div>`);
  const page = await newPage(rest_);
  await page.goto(outside);
  const handle = await page.waitForSelector('iframe');
  const frame = await handle.contentFrame();
  await (running ? drawn(frame) : ready(frame));
  return { page, frame };
}

// Where a node is once it keeps its place: what side runs find out makes a page longer above it.
async function placeOf(locator) {
  await locator.scrollIntoViewIfNeeded();
  return locator.evaluate(async (element) => {
    const stillFrames = 3;
    const place = () => element.getBoundingClientRect();
    let last = place();
    for (let still = 0; still < stillFrames;) {
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
      const { x, y } = place();
      still = x === last.x && y === last.y ? still + 1 : 0;
      last = place();
    }
    return { x: last.x + last.width / 2, y: last.y + last.height / 2 };
  });
}

// Clicks a node where a hand would, at its place on the canvas. Playwright's own click refuses, since the
// canvas, not the invisible element, is what the mouse meets.
export async function clickAt(page, locator) {
  const { x, y } = await placeOf(locator);
  await page.mouse.click(x, y);
}

export const screenshotPath = (name) => path.join(kOut, `${name}.png`);
