// Puts the whole site into one HTML file that runs from disk, by double click, without a server:
// `node single_file.mjs <site folder> <output>`. The page's scripts stay as they are; what they would
// fetch is given to them in tenfold.inlined (see files.js).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [site, output] = process.argv.slice(2);
const text = (name) => readFileSync(path.join(site, name), 'utf8');
const base64 = (name) => readFileSync(path.join(site, name)).toString('base64');

const lessons = JSON.parse(text('lessons/index.json')).lessons.map((name) => `lessons/${name}`);
const inlined = Object.fromEntries([
  ...['lessons/index.json', ...lessons].map((name) => [name, text(name)]),
  ...['tenfold.wasm', 'font-regular.ttf', 'font-bold.ttf'].map((name) => [name, base64(name)]),
]);

// Inside a script element only its own end tag and a comment's start mean anything.
const script = (code) => `<script>${code.replace(/<(?=\/script|!--)/gi, '\\x3C')}</script>\n`;

const scripts = [];
const page = text('index.html')
  .replace(/ *<script defer src="([^"]+)"><\/script>\n/g, (_, name) => {
    scripts.push(script(text(name)));
    if (name === 'files.js') scripts.push(script(`Object.assign(tenfold.inlined, ${JSON.stringify(inlined)});`));
    return '';
  })
  .replace(/content="default-src[^"]*"/, 'content="default-src \'none\'; script-src \'unsafe-inline\' \'wasm-unsafe-eval\'; ' +
    'style-src \'unsafe-inline\'; img-src data:; base-uri \'none\'; form-action \'none\'"')
  .replace('href="icon.svg"', `href="data:image/svg+xml;base64,${base64('icon.svg')}"`)
  .replace(/ *<link rel="manifest"[^>]*>\n/, '')
  .replace(/ *<p id="plain-pages">.*<\/p>\n/, '')
  .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${text('page.css')}</style>`);

// Last in the body, where deferred scripts would run; the program before the script that starts it.
const start = scripts.pop();
writeFileSync(output, page.replace('</body>', () => `${scripts.join('')}${script(text('tenfold.js'))}${start}</body>`));
