// Whose bytes a WebAssembly program is made of: each function's size, read from the binary, beside its name in the
// symbol map that the linker wrote. What was inlined counts to the function that it is now in.

// The parts, by the first word in a function's name that tells whose it is.
const kOwners = [
  ['simulation and model', /^tenfold::(sim|model)$/],
  ['lesson and JSON', /^(tenfold::lesson|nlohmann)$/],
  ['design', /^tenfold::design$/],
  ['tutor', /^tenfold::tutor$/],
  ['ui', /^tenfold::ui$/],
  ['app', /^(tenfold::app|tenfold::embedded|tenfold_\w*|main)$/],
  ['Dear ImGui', /^(Im[A-Z]\w*|stb\w*)$/],
  ['SDL', /^(SDL_\w*|Emscripten_\w*)$/],
];
const kTellingWord = /\b(tenfold::[a-z]+|nlohmann|tenfold_\w+|Im[A-Z]\w*|stb(tt|rp|te)?_\w+|SDL_\w+|Emscripten_\w+)|^main$/;
const kRest = 'libc and libc++';
const kData = 'data and tables';

export const kParts = [...kOwners.map(([part]) => part), kRest, kData];

export function partOf(name) {
  const word = kTellingWord.exec(name)?.[0] ?? '';
  return kOwners.find(([, pattern]) => pattern.test(word))?.[0] ?? kRest;
}

// A reader of the binary's numbers, at a place that moves on.
function readerOf(bytes) {
  const reader = { at: 0 };
  reader.byte = () => bytes[reader.at++];
  reader.number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = reader.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  reader.skip = (count) => { reader.at += count; };
  return reader;
}

function importedFunctions(reader) {
  let functions = 0;
  for (let left = reader.number(); left > 0; --left) {
    reader.skip(reader.number());
    reader.skip(reader.number());
    const kind = reader.byte();
    if (kind === 0) {
      ++functions;
      reader.number();
    } else if (kind === 3) {
      reader.skip(2);
    } else {
      if (kind === 1) reader.byte();
      const hasMaximum = reader.number() & 1;
      for (let limit = 0; limit <= hasMaximum; ++limit) reader.number();
    }
  }
  return functions;
}

// The map writes what is no letter as its code: "void\20f\28\29".
const unescaped = (name) => name.replace(/\\([0-9a-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));

// The raw bytes of each part, by name. `symbols` has a line a function, "17:its name".
export function bytesOfParts(wasm, symbols) {
  const names = new Map(symbols.split('\n').map((line) => {
    const colon = line.indexOf(':');
    return [Number(line.slice(0, colon)), unescaped(line.slice(colon + 1))];
  }));
  const parts = Object.fromEntries(kParts.map((part) => [part, 0]));
  const reader = readerOf(wasm);
  const kImports = 2, kCode = 10;
  let imported = 0;
  let coded = 0;
  for (reader.skip(8); reader.at < wasm.length;) {
    const section = reader.byte();
    const end = reader.number() + reader.at;
    if (section === kImports) imported = importedFunctions(reader);
    if (section === kCode) {
      const count = reader.number();
      for (let i = 0; i < count; ++i) {
        const start = reader.at;
        reader.skip(reader.number());
        parts[partOf(names.get(imported + i) ?? '')] += reader.at - start;
        coded += reader.at - start;
      }
    }
    reader.at = end;
  }
  parts[kData] = wasm.length - coded;
  return parts;
}
