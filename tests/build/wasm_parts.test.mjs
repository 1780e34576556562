// Attributing a program's bytes: by the first telling word of a function's name, and all bytes to some part.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bytesOfParts, partOf } from './wasm_parts.mjs';

test('a function belongs to whoever its name mentions first', () => {
  const names = {
    'tenfold::model::Engine::run_until(tenfold::sim::Clock)': 'simulation and model',
    'void std::__2::vector<tenfold::lesson::Question>::push_back()': 'lesson and JSON',
    'nlohmann::json_abi_v3_11_3::detail::lexer::scan()': 'lesson and JSON',
    'tenfold::ui::draw_text(ImVec2)': 'ui',
    'tenfold_frame': 'app',
    'ImFontAtlasBuildMain(ImFontAtlas*)': 'Dear ImGui',
    'stbtt_GetGlyphShape': 'Dear ImGui',
    'SDL_PollEvent': 'SDL',
    dlmalloc: 'libc and libc++',
  };
  for (const [name, part] of Object.entries(names)) assert.equal(partOf(name), part, name);
});

test('functions are numbered after the imported ones, and every byte of the file counts once', () => {
  const imports = [2, 15, 2, 1, 97, 1, 98, 0, 0, 1, 97, 1, 109, 2, 1, 1, 0x80, 0x80, 2];
  imports[1] = imports.length - 2;
  const code = [10, 9, 2, 2, 0, 11, 4, 0, 1, 1, 11];
  const wasm = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, ...imports, ...code]);
  const parts = bytesOfParts(wasm, '0:SDL_imported\n1:tenfold::sim::a()\n2:void\\20tenfold::ui::b<int>\\28\\29');
  assert.equal(parts['simulation and model'], 3);
  assert.equal(parts.ui, 5);
  assert.equal(parts.SDL, 0);
  assert.equal(Object.values(parts).reduce((sum, part) => sum + part), wasm.length);
});
