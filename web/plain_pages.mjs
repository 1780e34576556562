// Writes each lesson as a plain page, and a page that lists them: `node plain_pages.mjs <folder>
// <lesson.json> …`. They need no script; a browser that cannot run the program, a search engine and a
// printer read these. A lesson that is not JSON is listed as faulty, and the others are written.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import './outline.js';

const { outline, spans } = globalThis.tenfold;
const [folder, ...files] = process.argv.slice(2);

const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const phrase = (text) => spans(text)
  .map((span) => (span.bold ? `<strong>${escape(span.text)}</strong>` : escape(span.text))).join('');

const makers = {
  heading: (block) => `<h${block.level}>${phrase(block.text)}</h${block.level}>`,
  paragraph: (block) => `<p>${phrase(block.text)}</p>`,
  code: (block) => `<pre>${escape(block.text)}</pre>`,
  list: (block) => `<ul>\n${block.items.map((item) => `<li>${phrase(item)}</li>`).join('\n')}\n</ul>`,
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
const entries = files.map((file) => {
  try {
    const lesson = JSON.parse(readFileSync(file, 'utf8'));
    const name = `${lesson.id}.html`;
    const title = `Stage ${lesson.stage}: ${lesson.title}`;
    const live = `<p><a href="../?stage=${lesson.stage}">Run this lesson</a> · <a href="./">All lessons</a></p>`;
    writeFileSync(path.join(folder, name), page(title, `${html(outline(lesson))}\n${live}`));
    return `<li><a href="${escape(name)}">${escape(title)}</a></li>`;
  } catch (error) {
    return `<li>${escape(path.basename(file))} cannot be read: ${escape(error.message)}</li>`;
  }
});
writeFileSync(path.join(folder, 'index.html'), page('Lessons',
  `<h1>Tenfold: the lessons as plain pages</h1>\n<ul>\n${entries.join('\n')}\n</ul>\n<p><a href="../">Run them</a></p>`));
