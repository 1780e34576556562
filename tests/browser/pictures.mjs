// Pictures of the page: the one that README shows, and every view as it is, each at a size and in a scheme of its own.
//   cmake --build build/test --target pictures
// writes web/picture.png and build/test/screenshots/views. With a folder of boards in BOARDS, which show how the views are
// meant to look, each board stands beside its view in one picture, views/beside-<view>.png.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { chromium } from 'playwright-core';

import { serve } from '../serve.mjs';

const { TENFOLD_SITE, TENFOLD_OUT, TENFOLD_PICTURE, BOARDS, CHROMIUM } = process.env;
const kOut = path.join(TENFOLD_OUT, 'views');
const kLaptop = { width: 1280, height: 800 };
const kPhone = { width: 390, height: 844 };
const kEmbed = { width: 480, height: 270 };

// `at`: the address; `until`: seconds of the run's clock to wait for; `press`: buttons, in their order.
const kViews = [
  { name: 'home-light', at: 'mode=home', size: kLaptop },
  { name: 'home-dark', at: 'mode=home', size: kLaptop, dark: true },
  { name: 'home-phone', at: 'mode=home', size: kPhone },
  { name: 'lesson-run-light', at: 'stage=1&step=run', size: kLaptop, until: 39 },
  { name: 'lesson-run-dark', at: 'stage=1&step=run', size: kLaptop, dark: true, until: 39 },
  { name: 'lesson-run-phone', at: 'stage=1&step=run', size: kPhone, until: 39 },
  { name: 'embed-480x270', at: 'stage=1&step=run', size: kEmbed, until: 39 },
  { name: 'compare-twins', at: 'stage=5&step=compare', size: kLaptop, until: 12 },
  { name: 'predict-and-waterfall', at: 'stage=1&step=run', size: kLaptop, until: 39, press: ['Details', 'Slowest'] },
  { name: 'part', at: 'stage=1&step=run', size: kLaptop, until: 39, press: [/^App/] },
  { name: 'stage10-laptop', at: 'stage=10&step=run', size: kLaptop, until: 12 },
  { name: 'stage10-dark', at: 'stage=10&step=run', size: kLaptop, dark: true, until: 12 },
  { name: 'stage10-phone', at: 'stage=10&step=run', size: kPhone, until: 12 },
  { name: 'quiz-board', at: 'mode=quiz', size: kLaptop, press: [/^(Begin|Start|Ask)/] },
  { name: 'quiz-phone', at: 'mode=quiz', size: kPhone, press: [/^(Begin|Start|Ask)/] },
  { name: 'cheat-sheet', at: 'mode=sheet', size: kLaptop },
  { name: 'finale', at: 'mode=finale', size: kLaptop },
  { name: 'calculator-and-cards', at: 'mode=calculator', size: kLaptop },
  { name: 'cards', at: 'mode=cards', size: kLaptop },
  { name: 'interview', at: 'mode=interview', size: kLaptop },
  { name: 'shell-and-states', at: 'stage=3', size: kLaptop, press: ['More'] },
  { name: 'choose', at: 'mode=choose', size: kLaptop },
  { name: 'stories', at: 'mode=stories', size: kLaptop },
  { name: 'weak', at: 'mode=weak', size: kLaptop },
  { name: 'glossary', at: 'mode=glossary', size: kLaptop },
  { name: 'takeaways', at: 'mode=takeaways', size: kLaptop },
  { name: 'proof', at: 'mode=proof', size: kLaptop },
];
const kLongestWaitMs = 120_000;

// The second of the run, as its slider says it.
const clock = (page) => page.evaluate(() => {
  const said = [...document.querySelectorAll('input[type=range]')].map((slider) => slider.getAttribute('aria-valuetext') ?? '');
  const [, minutes, seconds] = said.map((text) => /^(\d+):(\d\d) of /.exec(text)).find(Boolean) ?? [];
  return minutes === undefined ? -1 : 60 * Number(minutes) + Number(seconds);
});

async function open(browser, origin, { at, size, dark, until, press = [] }) {
  const phone = size === kPhone;
  const context = await browser.newContext({
    viewport: size, colorScheme: dark ? 'dark' : 'light', hasTouch: phone, isMobile: phone,
    deviceScaleFactor: phone || size === kEmbed ? 2 : 1, reducedMotion: until ? 'no-preference' : 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(kLongestWaitMs);
  await page.goto(`${origin}/?${at}`);
  await page.waitForFunction(() => window.tenfold?.complete && document.querySelector('.node') !== null);
  for (const giveUp = Date.now() + kLongestWaitMs; until && Date.now() < giveUp && await clock(page) < until;) {
    await page.waitForTimeout(50);
  }
  for (const name of press) {
    await page.getByRole('button', typeof name === 'string' ? { name, exact: false } : { name }).first().click({ force: true });
    await page.waitForTimeout(500);
  }
  if (!until) await page.waitForTimeout(1500);
  return page;
}

// Board and view side by side, at the same height.
async function putBeside(browser, board, view, result) {
  const page = await browser.newPage({ viewport: { width: 1700, height: 600 } });
  const image = (file) => `<img style="height:560px" src="data:image/png;base64,${readFileSync(file).toString('base64')}">`;
  await page.setContent(`<body style="margin:8px;display:flex;gap:12px;background:#888">${image(board)}${image(view)}`);
  await page.screenshot({ path: result, fullPage: true });
  await page.close();
}

mkdirSync(kOut, { recursive: true });
const wanted = process.argv.slice(2);
const server = await serve(TENFOLD_SITE, 0);
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: CHROMIUM ?? '/usr/bin/chromium', args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox'],
});
for (const view of kViews.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  try {
    const page = await open(browser, origin, view);
    const file = path.join(kOut, `${view.name}.png`);
    await page.screenshot({ path: file });
    if (view.name === 'lesson-run-light' && TENFOLD_PICTURE) await page.screenshot({ path: TENFOLD_PICTURE });
    await page.context().close();
    const board = path.join(BOARDS ?? '', `${view.name}.png`);
    if (BOARDS && existsSync(board)) await putBeside(browser, board, file, path.join(kOut, `beside-${view.name}.png`));
    console.log(file);
  } catch (error) {
    console.error(`${view.name}: ${error.message}`);
    process.exitCode = 1;
  }
}
await browser.close();
server.close();
