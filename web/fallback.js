// What the page shows when the program cannot: the reason in words, and the lesson as a plain
// document, so that a visitor can still read what they came for.
(() => {
  const element = (tag, ...children) => {
    const made = document.createElement(tag);
    made.append(...children);
    return made;
  };
  const phrase = (text) => tenfold.spans(text).map(
    (span) => (span.bold ? element('strong', span.text) : span.text));

  const makers = {
    heading: (block) => element(`h${block.level}`, ...phrase(block.text)),
    paragraph: (block) => element('p', ...phrase(block.text)),
    code: (block) => element('pre', block.text),
    list: (block) => element('ul', ...block.items.map((item) => element('li', ...phrase(item)))),
    folded: (block) => element('details', element('summary', block.summary),
      ...block.blocks.map((inner) => makers[inner.kind](inner))),
  };

  let shown = false;

  // reason: a sentence. lesson: a promise of the lesson's file name and text.
  tenfold.showFallback = async (reason, lesson) => {
    if (shown) return;
    shown = true;
    document.getElementById('tenfold').hidden = true;
    const words = document.getElementById('words');
    words.hidden = false;
    const loading = document.getElementById('loading');
    if (loading) loading.remove();
    const alert = element('p', `The simulator cannot run here. ${reason}`);
    alert.className = 'alert';
    alert.setAttribute('role', 'alert');
    words.querySelector('h1').after(alert);
    document.body.tabIndex = -1;

    try {
      const { file, text } = await lesson;
      const facts = await tenfold.readText('lessons/facts.json').then(JSON.parse).catch(() => ({}));
      const blocks = tenfold.outline(JSON.parse(text), facts[file]);
      const document_ = element('article', ...blocks.map((block) => makers[block.kind](block)));
      words.querySelector('h1').remove();
      words.append(document_);
    } catch {
      words.append(element('p', 'The lesson’s text could not be loaded either.'));
    }
  };
})();
