// A room file as a plain document, for the pages made at build time: see outline.js for the blocks.
import './outline.js';

const { questionBlocks, stageName } = globalThis.tenfold;

const list = (value) => (Array.isArray(value) ? value : []);
const heading = (level, text) => ({ kind: 'heading', level, text });
const paragraph = (text) => ({ kind: 'paragraph', text });
const items = (texts) => ({ kind: 'list', items: texts });
const folded = (summary, blocks) => ({ kind: 'folded', summary, blocks });
const table = (caption, rows) => ({ kind: 'table', caption, rows });

// The whole sheet as one table, with the numbers that its rows are proved by.
const sheet = (room, facts) => {
  const proof = (row) => {
    const [before, after] = [facts[`${row.id}.before`], facts[`${row.id}.after`]];
    return before ? `${row.proof.name}: ${before} → ${after}` : row.proof.name;
  };
  const rows = room.rows.map((row) => [row.bottleneck, row.symptom, row.fix, row.cost, `${row.metric}. **${proof(row)}**`,
    stageName(row)]);
  return [table('Symptom, fix and price', [
    ['The bottleneck', 'The symptom', 'The fix', 'What it costs', 'What to watch, and what a run showed', 'Stage'], ...rows])];
};

// The tables of the room "Why trust it".
const theory = (rows) => {
  const short = (number, digits) => String(Number(number.toPrecision(digits)));
  return [table('Theory and simulation', [
    ['What', 'Theory expects', 'The simulation gave', '99.9 % interval'],
    ...rows.map((row) => [row.name, short(row.expected, 6), short(row.simulated, 6), `± ${short(row.half_width, 2)}`])])];
};
const roles = { nothing: 'nothing', fix: 'the fix', alternative: 'instead', copied: 'the fix, copied', solution: 'the challenge' };
const matrix = (rows) => [...new Set(rows.map(stageName))].map((stage) => {
  const own = rows.filter((row) => stageName(row) === stage);
  return table(`Stage ${stage}: ${own[0].title}`, [['What was done', 'As', 'Met the goals'],
    ...own.map((row) => [row.label, roles[row.role], `${row.wins} of ${row.of}`])]);
});

const weighing = (one) => [
  heading(2, one.title), ...list(one.text).map(paragraph),
  items(one.answers.map((answer) => answer.label)),
  ...one.conditions.flatMap((condition) => [
    paragraph(`**${condition.prompt}**`), items(condition.options.map((option) => option.label))]),
];

const interview = (one) => [
  heading(2, one.title), ...list(one.text).map(paragraph),
  folded('Moves in a sound order, and why', one.moves.filter((move) => move.needed !== false).flatMap((move) => [
    paragraph(`**${move.text}** ${move.feedback}`),
    ...list(move.reasons).filter((reason) => reason.right).map((reason) => paragraph(`Because ${reason.text}.`))])),
  folded('What is too much here', one.moves.filter((move) => move.needed === false)
    .map((move) => paragraph(`**${move.text}** ${move.feedback}`))),
];

const system = (one) => [
  heading(2, one.scenario.title), ...list(one.text).map(paragraph),
  items(one.scenario.parts.map((part) => part.label || part.id)),
  folded('Its single point of failure', [paragraph(one.when_found)]),
];

const section = (one) => [
  heading(2, one.title), ...list(one.text).map(paragraph),
  ...(one.list ? [items(one.list)] : []),
  ...list(one.tables).map((each) => table(each.caption, each.rows)),
];

// `facts`: the numbers of its runs by name, where they are known.
export const roomOutline = (room, facts = {}) => {
  const unmarked = (text) => text.replace(/\[([^\]]*)\]/g, '$1');
  const blocks = [
    heading(1, room.title), ...list(room.text).map(paragraph),
    ...(room.rows ? sheet(room, facts) : []),
    ...list(room.weighings).flatMap(weighing),
    ...list(room.interviews).flatMap(interview),
    ...list(room.systems).flatMap(system),
    ...list(room.sections).flatMap(section),
    ...(room.theory ? theory(room.theory) : []),
    ...(room.matrix ? matrix(room.matrix) : []),
    ...(room.signature ? [paragraph(`Signature of the runs: ${room.signature}`)] : []),
    ...(room.questions ? [heading(2, 'Questions'), ...questionBlocks(room)] : []),
    ...(room.glossary ? [heading(2, 'Words used here'),
      items(room.glossary.map((entry) => `**${entry.term}**: ${entry.meaning}`))] : []),
  ];
  for (const block of blocks) {
    if (block.text) block.text = unmarked(block.text);
    if (block.items) block.items = block.items.map(unmarked);
  }
  return blocks;
};
