# What a machine must have before anything can be fetched for it. Each that is missing is named in one line, with the
# command that brings it, before a compiler is looked for.
include(${CMAKE_CURRENT_LIST_DIR}/fetch.cmake)

function(tenfold_prerequisite what present command)
  if(NOT present)
    tenfold_stop("${what} is missing. This brings it: ${command}")
  endif()
endfunction()

find_program(node node NO_CACHE)
find_program(npm npm NO_CACHE)
set(node_is_new FALSE)
if(node)
  execute_process(COMMAND ${node} --version OUTPUT_VARIABLE node_version OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(REPLACE "v" "" node_version "${node_version}")
  if(node_version VERSION_GREATER_EQUAL 20)
    set(node_is_new TRUE)
  endif()
endif()
tenfold_prerequisite("Node 20 or newer" "${node_is_new}"
                     "apt-get install nodejs npm && npm install --global n && n 20")
tenfold_prerequisite("npm" "${npm}" "apt-get install npm")

find_program(ninja NAMES ninja ninja-build NO_CACHE)
tenfold_prerequisite("Ninja" "${ninja}" "apt-get install ninja-build")

# The web build's compiler is brought here already: inside project(), a failure would drown in CMake's own complaints.
if(CMAKE_TOOLCHAIN_FILE)
  include(${CMAKE_CURRENT_LIST_DIR}/emscripten.cmake)
else()
  find_program(compiler NAMES $ENV{CXX} c++ g++ clang++ NO_CACHE)
  tenfold_prerequisite("A C++ compiler" "${compiler}" "apt-get install g++")
endif()
