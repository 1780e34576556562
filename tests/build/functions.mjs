// The functions of a C++ file, with the line each starts in and how many it has: found by braces, outside of functions
// only, so a lambda counts to the function it stands in.

const blank = (text) => text.replace(/[^\n]/g, ' ');
const kNoCode = new RegExp([
  '//[^\\n]*', '/\\*[\\s\\S]*?\\*/',                            // comments
  'R"([^(\\s]*)\\([\\s\\S]*?\\)\\1"',                           // raw strings
  '"(?:\\\\.|[^"\\\\\\n])*"', "(?<![0-9A-Fa-f])'(?:\\\\.|[^'\\\\\\n])+'",  // strings and characters, not 1'000
  '^[ \\t]*#(?:\\\\\\n|[^\\n])*',                               // directives
].join('|'), 'gm');

// Strings and comments become blanks; lines stay.
const bare = (text) => text.replace(kNoCode, blank);

// What a brace opens, by the words before it: a scope, whose braces count again; a function; or a value.
function kindOf(head) {
  const words = head.replace(/operator\s*(\(\)|[^\w\s(]+)/g, 'operator ').trim();
  if (/(^|\s)(namespace|extern|class|struct|union|enum)\b[^()=]*$/.test(words)) return 'scope';
  const outside = words.replace(/\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '()').replace(/\{[^{}]*\}/g, '{}');
  if (/(^|[^\w\s])\s*\[[^[\]]*\]\s*(\(\)[^=]*)?$/.test(outside)) return 'function';  // a lambda
  if (!outside.includes('()') || outside.includes('=')) return 'value';
  const initialises = /\(\)[^:]*:/.test(outside.replaceAll('::', ''));
  return initialises && !/[)}]$/.test(outside) ? 'value' : 'function';
}

function nameOf(head) {
  const before = head.includes('operator') ? head.replace(/\([^()]*\)[^()]*$/, '') : head.split(/\(|=\s*\[/, 1)[0];
  return /(operator.*|[~\w:]+)\s*$/s.exec(before)?.[1].trim() ?? 'a lambda';
}

// Every function of the text: { name, line, lines }.
export function functionsOf(text) {
  const code = bare(text);
  const functions = [];
  let headStart = 0;
  let open;  // the function that the place is in
  let depth = 0;
  const kinds = [];
  const lineOf = (place) => code.slice(0, place).split('\n').length;
  for (const { 0: mark, index } of code.matchAll(/[{};]|\b(?:public|private|protected):/g)) {
    const at = index + mark.length;
    if (open) {
      depth += mark === '{' ? 1 : mark === '}' ? -1 : 0;
      if (depth > 0) continue;
      const line = lineOf(open.start);
      functions.push({ name: open.name, line, lines: lineOf(index) - line + 1 });
      open = undefined;
      headStart = at;
    } else if (mark === '{') {
      const head = code.slice(headStart, index);
      const kind = kindOf(head);
      if (kind === 'function') {
        open = { name: nameOf(head.trim()), start: headStart + head.search(/\S/) };
        depth = 1;
      } else {
        kinds.push(kind);
        if (kind === 'scope') headStart = at;
      }
    } else if (mark !== '}' || kinds.pop() === 'scope') {
      headStart = at;
    }
  }
  return functions;
}
