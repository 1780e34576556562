// Holds the tree to the direction of its layers, and the checker to samples it must and must not refuse.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { brokenArrows, kFolders } from './layers.mjs';

const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(cpp|c|h)$/.test(entry.name))
  .map((entry) => `${entry.path}/${entry.name}`);

test('no file in src includes against the arrows', () => {
  assert.ok(sources.length > 0);
  assert.deepEqual(sources.flatMap((path) => brokenArrows(path, readFileSync(path, 'utf8'))), []);
});

test('every folder of src is one the rules know', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name);
  assert.deepEqual(folders.filter((name) => name !== 'cmake' && !kFolders.includes(name)), []);
});

const refused = {
  'a lower layer includes a higher one': ['src/sim/a.h', '#include "model/part.h"'],
  'a layer skips upwards': ['src/model/a.cpp', '  #  include "ui/plot.h"'],
  'a layer includes the one beside it': ['src/ui/a.cpp', '#include "cli/print.h"'],
  'angle brackets do not hide it': ['src/lesson/a.cpp', '#include <tutor/hint.h>'],
  'a relative path does not hide it': ['src/sim/a.cpp', '#include "../model/part.h"'],
  'JSON in a header': ['src/lesson/a.h', '#include <nlohmann/json.hpp>'],
  'JSON outside lesson and cli': ['src/tutor/a.cpp', '#include <nlohmann/json_fwd.hpp>'],
  'ImGui below ui': ['src/tutor/a.cpp', '#include <imgui.h>'],
  'an ImGui back end in ui': ['src/ui/a.cpp', '#include <imgui_impl_sdl2.h>'],
  'SDL outside app': ['src/ui/a.cpp', '#include <SDL.h>'],
  'SDL by folder outside app': ['src/ui/a.cpp', '#include <SDL2/SDL.h>'],
  'OpenGL outside app': ['src/ui/a.cpp', '#include <GLES3/gl3.h>'],
  'the browser outside app': ['src/ui/a.cpp', '#include <emscripten/html5.h>'],
};
for (const [what, [path, text]] of Object.entries(refused)) {
  test(`refused: ${what}`, () => assert.equal(brokenArrows(path, text).length, 1));
}

test('accepted: every arrow that points down, and third parties in their places', () => {
  assert.deepEqual(brokenArrows('src/app/a.cpp', '#include <SDL.h>\n#include <imgui_impl_sdl2.h>\n#include "ui/view.h"'), []);
  assert.deepEqual(brokenArrows('src/ui/a.cpp', '#include <imgui.h>\n#include "sim/clock.h"\n#include "ui/plot.h"'), []);
  assert.deepEqual(brokenArrows('src/lesson/a.cpp', '#include <nlohmann/json.hpp>\n#include <vector>'), []);
  assert.deepEqual(brokenArrows('src/sim/a.cpp', '// #include "model/part.h" would be wrong\n#include <cmath>'), []);
});
