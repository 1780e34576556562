// Puts the whole site into one HTML file that runs from disk, by double click, without a server:
// `node single_file.mjs <site folder> <output>`. What the page's script would fetch is given to it under
// the same names (see files.js).
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [site, output] = process.argv.slice(2);
const text = (name) => readFileSync(path.join(site, name), 'utf8');
const base64 = (name) => readFileSync(path.join(site, name)).toString('base64');

const css = text('page.css');
const lessons = readdirSync(path.join(site, 'lessons'), { recursive: true })
  .filter((name) => /^(?!.*schema).*\.json$/.test(name)).map((name) => `lessons/${name}`);
// What is printed opens in a page of its own, with its looks inside it.
const printed = ['sheet', 'takeaways'].map((name) => `lessons/${name}.html`);
const inlined = Object.fromEntries([
  ['worker.js', text('worker.js')],
  ...lessons.map((name) => [name, text(name)]),
  ...printed.map((name) => [name, text(name).replace(/<link[^>]*>\n/g, '').replace('</head>', () => `<style>${css}</style></head>`)
    .replace(/<p class="no-print">.*<\/p>/, '')]),
  ...['tenfold.wasm', 'rooms.wasm', 'font-regular.ttf', 'font-bold.ttf'].map((name) => [name, base64(name)]),
]);

// Inside a script element only its own end tag and a comment's start mean anything.
const script = (code, id) => `<script${id ? ` id="${id}"` : ''}>${code.replace(/<(?=\/script|!--)/gi, '\\x3C')}</script>\n`;

const page = text('index.html')
  .replace(/ *<script defer[^>]*><\/script>\n/, '')
  .replace(/content="default-src[^"]*"/, 'content="default-src \'none\'; script-src \'unsafe-inline\' \'wasm-unsafe-eval\'; ' +
    'style-src \'unsafe-inline\'; img-src data:; worker-src blob:; base-uri \'none\'; form-action \'none\'"')
  .replace('href="icon.svg"', `href="data:image/svg+xml;base64,${base64('icon.svg')}"`)
  .replace(/ *<link rel="manifest"[^>]*>\n/, '')
  .replace(/ *<p id="plain-pages">.*<\/p>\n/, '')
  .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`);

// Last in the body, where a deferred script would run.
const scripts = script(`window.tenfoldFiles = ${JSON.stringify(inlined)};`) + script(text('tenfold.js'), 'program') +
  script(text('page.js'));
writeFileSync(output, page.replace('</body>', () => `${scripts}</body>`));
