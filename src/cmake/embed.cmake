# Writes OUTPUT, a header that holds the text of INPUT as a constant named after the file: plot.vert → kPlotVert.
get_filename_component(name ${INPUT} NAME)
string(REGEX MATCHALL "[a-z0-9]+" words ${name})
set(constant k)
foreach(word IN LISTS words)
  string(SUBSTRING ${word} 0 1 first)
  string(SUBSTRING ${word} 1 -1 rest)
  string(TOUPPER ${first} first)
  string(APPEND constant ${first}${rest})
endforeach()
file(READ ${INPUT} text)
file(WRITE ${OUTPUT} "// Generated from ${name}.
#pragma once

#include <string_view>

namespace tenfold::embedded {
inline constexpr std::string_view ${constant} = R\"embedded(${text})embedded\";
}  // namespace tenfold::embedded
")
