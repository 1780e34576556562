# The third-party targets, all fetched, none copied into the repository.
include_guard()

# tenfold_header_only(<name> <folder> …): a target whose headers are found in a folder, their warnings muted.
function(tenfold_header_only name folder)
  add_library(tenfold_${name} INTERFACE)
  add_library(tenfold::${name} ALIAS tenfold_${name})
  target_include_directories(tenfold_${name} SYSTEM INTERFACE ${folder})
endfunction()

tenfold_header_only(json /usr/include)
target_compile_definitions(tenfold_json INTERFACE JSON_NOEXCEPTION)
tenfold_header_only(doctest /usr/include)
target_compile_definitions(tenfold_doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
