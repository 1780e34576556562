# Finds an Emscripten that is new enough, or brings one; leaves its folder in the environment as TENFOLD_EMSCRIPTEN.
# Sources, in order: an active emsdk or an emcc on the path; Debian's package, where Debian is new enough; on Debian 12
# the pieces of it that fit, kept in the user's cache folder.
include(${CMAKE_CURRENT_LIST_DIR}/fetch.cmake)
set(TENFOLD_EMSCRIPTEN_VERSION 3.1.69)

# The folder of the emcc that is already there, if it is new enough; otherwise empty.
function(tenfold_present_emscripten result)
  set(${result} "" PARENT_SCOPE)
  find_program(emcc emcc HINTS $ENV{EMSDK}/upstream/emscripten NO_CACHE)
  if(emcc)
    execute_process(COMMAND ${emcc} --version OUTPUT_VARIABLE text ERROR_QUIET)
    if(text MATCHES "emcc [^\n]* ([0-9]+\\.[0-9]+\\.[0-9]+)" AND
       CMAKE_MATCH_1 VERSION_GREATER_EQUAL TENFOLD_EMSCRIPTEN_VERSION)
      file(REAL_PATH ${emcc} emcc)
      get_filename_component(folder ${emcc} DIRECTORY)
      set(${result} ${folder} PARENT_SCOPE)
    endif()
  endif()
endfunction()

# Debian 12: its clang 19 fits; of Debian 13, Emscripten itself is architecture-independent, and Binaryen runs beside
# the C library it was built with. No other release is added to the machine's apt.
function(tenfold_bring_emscripten result)
  set(folder ${TENFOLD_CACHE}/emscripten-${TENFOLD_EMSCRIPTEN_VERSION})
  set(${result} ${folder}/usr/share/emscripten PARENT_SCOPE)
  tenfold_apt_install(clang-19 lld-19 llvm-19 patchelf python3)
  tenfold_lock_cache()
  if(EXISTS ${folder})
    return()
  endif()
  message(STATUS "Bringing Emscripten ${TENFOLD_EMSCRIPTEN_VERSION}: 250 MB to download, about a minute")
  set(part ${folder}.part)
  set(libraries */sysroot/lib/wasm32-emscripten)
  tenfold_fetch_packages(${part} emscripten binaryen node-acorn libc6 libstdc++6 libgcc-s1
    EXCLUDE ${libraries}/*pic ${libraries}/*thinlto ${libraries}/*-mt* ${libraries}/*-ww* ${libraries}/*debug*
            ${libraries}/*san* */share/emscripten/test */share/doc */share/man)
  file(CREATE_LINK ../nodejs ${part}/usr/share/emscripten/node_modules SYMBOLIC)

  file(GLOB_RECURSE loader ${part}/*/ld-linux*.so.*)
  file(GLOB binaryen ${part}/usr/lib/*/libbinaryen.so)
  file(GLOB tools ${part}/usr/bin/wasm*)
  list(GET loader 0 loader)
  string(REPLACE ${part} ${folder} loader ${loader})
  get_filename_component(library_folder ${binaryen} DIRECTORY)
  string(REPLACE ${part} ${folder} library_folder ${library_folder})
  tenfold_run("patchelf" COMMAND patchelf --set-interpreter ${loader} ${tools})
  tenfold_run("patchelf" COMMAND patchelf --set-rpath ${library_folder} ${tools} ${binaryen})

  find_program(node node NO_CACHE REQUIRED)
  file(WRITE ${part}/usr/share/emscripten/.emscripten
       "LLVM_ROOT = '/usr/lib/llvm-19/bin'\n"
       "BINARYEN_ROOT = '${folder}/usr'\n"
       "NODE_JS = '${node}'\n"
       "FROZEN_CACHE = True\n"
       "LLVM_ADD_VERSION = ''\n"
       "CLANG_ADD_VERSION = ''\n")
  file(RENAME ${part} ${folder})
endfunction()

# Asked for several times in a run, found once.
if(NOT DEFINED ENV{TENFOLD_EMSCRIPTEN})
  tenfold_present_emscripten(emscripten)
  if(NOT emscripten AND EXISTS /etc/debian_version)
    file(STRINGS /etc/os-release release REGEX "^(ID|VERSION_ID)=")
    if(release MATCHES "(^|;)ID=debian" AND release MATCHES "VERSION_ID=\"12\"")
      tenfold_bring_emscripten(emscripten)
    elseif(release MATCHES "(^|;)ID=debian")
      tenfold_apt_install(emscripten)
      tenfold_present_emscripten(emscripten)
    endif()
  endif()
  if(NOT emscripten)
    set(version ${TENFOLD_EMSCRIPTEN_VERSION})
    tenfold_stop("Emscripten ${version} or newer is missing. In a copy of its emsdk, this brings it: \
./emsdk install ${version} && ./emsdk activate ${version} && . ./emsdk_env.sh")
  endif()
  message(STATUS "Emscripten: ${emscripten}")
  set(ENV{TENFOLD_EMSCRIPTEN} ${emscripten})
endif()
