# Inter, under the SIL Open Font License, cut down to what the program draws: the letters and signs of the lessons and of
# its own sources.
include_guard()

# tenfold_fonts(<result> <folder>): makes the folder's font-regular.ttf and font-bold.ttf; the result lists both.
function(tenfold_fonts result folder)
  tenfold_npm(modules ${CMAKE_SOURCE_DIR}/web)
  file(GLOB texts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/lessons/*.json)
  list(FILTER texts EXCLUDE REGEX "schema\\.json$")
  foreach(folder_of_ours IN ITEMS lesson model tutor ui)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder_of_ours}/*.cpp
                                        ${CMAKE_SOURCE_DIR}/src/${folder_of_ours}/*.h)
    list(APPEND texts ${sources})
  endforeach()
  set(subset ${CMAKE_SOURCE_DIR}/web/subset_font.mjs)
  set(fonts "")
  foreach(weight IN ITEMS 400Regular 700Bold)
    string(REGEX REPLACE "^[0-9]+" "" name ${weight})
    string(TOLOWER ${name} name)
    set(whole ${modules}/@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf)
    set(font ${folder}/font-${name}.ttf)
    add_custom_command(OUTPUT ${font}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
      COMMAND node ${subset} ${modules} ${whole} ${font} ${texts}
      DEPENDS ${subset} ${whole} ${texts}
      COMMENT "Cutting down font-${name}.ttf" VERBATIM)
    list(APPEND fonts ${font})
  endforeach()
  set(${result} ${fonts} PARENT_SCOPE)
endfunction()
