// The direction of includes, as a function over file texts: which of them point the wrong way. A folder sees itself and
// what is below it; a third party is seen only where it is used.
const kSees = {
  sim: [],
  model: ['sim'],
  lesson: ['sim', 'model'],
  design: ['sim', 'model', 'lesson'],
  tutor: ['sim', 'model', 'lesson', 'design'],
  ui: ['sim', 'model', 'lesson', 'design', 'tutor'],
  app: ['sim', 'model', 'lesson', 'design', 'tutor', 'ui'],
  cli: ['sim', 'model', 'lesson', 'design', 'tutor'],
};

const kThirdParties = [
  { name: 'nlohmann json', header: /^nlohmann\//, files: /^src\/(lesson|cli)\/.*\.cpp$/ },
  { name: 'Dear ImGui', header: /^(imgui|imstb_)/, files: /^src\/(ui|app)\// },
  { name: 'Dear ImGui back ends', header: /^(backends\/)?imgui_impl_/, files: /^src\/app\// },
  { name: 'SDL', header: /^SDL/, files: /^src\/app\// },
  { name: 'OpenGL', header: /^(GLES\d?|GL|EGL)\//, files: /^src\/app\// },
  { name: 'Emscripten', header: /^emscripten/, files: /^src\/app\// },
];

// `path` is relative to the top of the tree. The result is one sentence for each include that breaks a rule.
export function brokenArrows(path, text) {
  const folder = path.split('/')[1];
  const broken = [];
  for (const [, included] of text.matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]/gm)) {
    const target = included.split('/')[0];
    if (included.startsWith('.')) {
      broken.push(`${path} includes ${included} by a relative path; start at src/.`);
    } else if (included.includes('/') && target in kSees && target !== folder && !kSees[folder].includes(target)) {
      broken.push(`${path} includes ${included}, but ${folder} must not see ${target}.`);
    }
    for (const { name, header, files } of kThirdParties) {
      if (header.test(included) && !files.test(path)) broken.push(`${path} must not include ${name} (${included}).`);
    }
  }
  return broken;
}

export const kFolders = Object.keys(kSees);
