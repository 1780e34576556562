// The program as an object: its exported functions under plain names, with strings and bytes put
// into its memory. Names are quoted where the compiler's own renaming would reach them.
(() => {
  // compiled: the program's module. page: what it calls (see src/app/page.h). failed(reason): it stopped.
  tenfold.startProgram = async ({ compiled, canvas, page, failed }) => {
    let exports;
    const module = await window.createTenfold({
      canvas, page,
      instantiateWasm: (imports, use) => {
        WebAssembly.instantiate(compiled, imports).then((instance) => {
          exports = instance.exports;
          use(instance, compiled);
        },
          (error) => failed(`The program could not be started: ${error.message}.`));
        return {};
      },
      print: (text) => console.log(text),
      printErr: (text) => console.error(text),
      onAbort: (reason) => failed(`The program stopped: ${reason}.`),
    });

    const guard = (call) => (...values) => {
      try {
        return call(...values);
      } catch (error) {
        failed(`The program stopped: ${error.message}.`);
        return -1;
      }
    };
    const withText = (texts, call) => {
      const places = texts.map((text) => {
        const size = module.lengthBytesUTF8(text) + 1;
        const place = module._malloc(size);
        module.stringToUTF8(text, place, size);
        return place;
      });
      const result = call(...places);
      places.forEach((place) => module._free(place));
      return result;
    };
    const withBytes = (bytes, call) => {
      const place = module._malloc(bytes.length);
      module.HEAPU8.set(bytes, place);
      call(place, bytes.length);
      module._free(place);
    };
    // Lives as long as the program.
    const lasting = (bytes) => {
      const place = module._malloc(bytes.length);
      module.HEAPU8.set(bytes, place);
      return place;
    };

    return {
      setFonts: guard((regular, bold) => module._tenfold_set_fonts(
        lasting(regular), regular.length, lasting(bold), bold.length)),
      addLesson: guard((text, file) => withText([text, file], (...places) => module._tenfold_add_lesson(...places))),
      addRoom: guard((room, text, file) => withText([room, text, file], (...places) => module._tenfold_add_room(...places))),
      addProblem: guard((text, file) => withText([text, file], (...places) => module._tenfold_add_problem(...places))),
      readStored: guard(() => module._tenfold_read_stored()),
      // A system that somebody else made: what a link holds, or a file.
      takeDraft: guard((isFile, text) => withText([text], (place) => module._tenfold_take_draft(Number(isFile), place))),
      open: guard((stage, step, seed, speed) => withText([step], (place) => module._tenfold_open(stage, place, seed, speed))),
      enter: guard((room) => withText([room], (place) => module._tenfold_enter(place))),
      awaitsCode: guard(() => module._tenfold_awaits_code()),
      // The rest of the program, which takes its place in the first part's table.
      addCode: async (bytes) => {
        await WebAssembly.instantiate(bytes, { 'first': exports });
        guard(() => module._tenfold_note_all_code())();
      },
      setQuiz: guard((...values) => module._tenfold_set_quiz(...values.map(Number))),
      look: guard((...flags) => module._tenfold_look(...flags.map(Number))),
      resize: guard((...sizes) => module._tenfold_resize(...sizes)),
      scroll: guard((y) => module._tenfold_scroll(y)),
      frame: guard((nowMs) => module._tenfold_frame(nowMs)),
      activate: guard((id) => module._tenfold_activate(id)),
      change: guard((id, value, text) => withText([text], (place) => module._tenfold_change(id, value, place))),
      focus: guard((id, visible) => module._tenfold_focus(id, Number(visible))),
      stepNames: guard(() => module.UTF8ToString(module._tenfold_step_names())),
      roomNames: guard(() => module.UTF8ToString(module._tenfold_room_names())),
      makeJobsElsewhere: guard((yes) => module._tenfold_make_jobs_elsewhere(Number(yes))),
      finishJob: guard((number, bytes) => withBytes(bytes, (...given) => module._tenfold_finish_job(number, ...given))),
      takeJobBack: guard((number) => module._tenfold_take_job_back(number)),
      restoreContext: guard(() => module._tenfold_restore_context()),
    };
  };
})();
