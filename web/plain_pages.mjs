// Writes each lesson and each room as a plain page, and a page that lists them: `node plain_pages.mjs
// <folder> <headless program> <lesson or room.json> …`. They need no script; a browser that cannot run the
// program, a search engine and a printer read these. The numbers that texts quote come from the headless
// program; they are left beside the pages, as facts.json, for the page's own fallback. A file that is not
// JSON is listed as faulty, and the others are written.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import './outline.js';
import { roomOutline } from './room_outline.mjs';

const { outline, spans, stageName } = globalThis.tenfold;
const [folder, program, ...files] = process.argv.slice(2);

const factsOf = () => {
  try {
    return JSON.parse(execFileSync('node', [program, 'facts', path.dirname(files[0])], { encoding: 'utf8' }));
  } catch (error) {
    console.warn(`The plain pages quote no numbers: ${error.stderr || error.message}`);
    return {};
  }
};

const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const phrase = (text) => spans(text)
  .map((span) => (span.bold ? `<strong>${escape(span.text)}</strong>` : escape(span.text))).join('');

const makers = {
  heading: (block) => `<h${block.level}>${phrase(block.text)}</h${block.level}>`,
  paragraph: (block) => `<p>${phrase(block.text)}</p>`,
  code: (block) => `<pre>${escape(block.text)}</pre>`,
  list: (block) => `<ul>\n${block.items.map((item) => `<li>${phrase(item)}</li>`).join('\n')}\n</ul>`,
  table: (block) => `<div class="wide"><table>\n<caption>${escape(block.caption)}</caption>\n${block.rows.map((cells, row) =>
    `<tr>${cells.map((cell, i) => (row === 0 || i === 0
      ? `<th scope="${row === 0 ? 'col' : 'row'}">${phrase(cell)}</th>` : `<td>${phrase(cell)}</td>`)).join('')}</tr>`).join('\n')}\n</table></div>`,
  folded: (block) => `<details>\n<summary>${escape(block.summary)}</summary>\n${html(block.blocks)}\n</details>`,
};
const html = (blocks) => blocks.map((block) => makers[block.kind](block)).join('\n');

const page = (title, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} – Tenfold</title>
<link rel="icon" href="../icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="../page.css">
</head>
<body>
<main id="words">
${body}
</main>
</body>
</html>
`;

mkdirSync(folder, { recursive: true });
const facts = factsOf();
writeFileSync(path.join(folder, 'facts.json'), `${JSON.stringify(facts)}\n`);
const entries = files.map((file) => {
  try {
    const content = JSON.parse(readFileSync(file, 'utf8'));
    const known = facts[path.basename(file)];
    const isRoom = content.room !== undefined;
    const name = `${isRoom ? content.room : content.id}.html`;
    const title = isRoom ? content.title : `Stage ${stageName(content)}: ${content.title}`;
    const live = isRoom ? `<a href="../?mode=${content.room}">Use this page</a>` : `<a href="../?stage=${stageName(content)}">Run this lesson</a>`;
    const blocks = isRoom ? roomOutline(content, known) : outline(content, known);
    writeFileSync(path.join(folder, name),
      page(title, `${html(blocks)}\n<p class="no-print">${live} · <a href="./">All lessons</a></p>`));
    return `<li><a href="${escape(name)}">${escape(title)}</a></li>`;
  } catch (error) {
    return `<li>${escape(path.basename(file))} cannot be read: ${escape(error.message)}</li>`;
  }
});
writeFileSync(path.join(folder, 'index.html'), page('Lessons',
  `<h1>Tenfold: the lessons as plain pages</h1>\n<ul>\n${entries.join('\n')}\n</ul>\n<p><a href="../">Run them</a></p>`));
