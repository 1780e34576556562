# CTest keeps what passing tests print to itself, and the rows of theory are worth reading when they pass. It runs this
# after its tests, in the build folder. Where other tests ran as well, their summary is what one wants to see last.
set(log Testing/Temporary/LastTest.log.tmp)
if(NOT EXISTS ${log})
  return()
endif()
file(STRINGS ${log} others REGEX "^[0-9]+/[0-9]+ Testing: ")
list(FILTER others EXCLUDE REGEX "theory$")
if(others)
  return()
endif()
file(STRINGS ${log} rows REGEX " expected .* simulated ")
# What is left of a colour's end has a bracket, which would hold the list together. A row that is equal natively and as
# WebAssembly is printed once.
string(REPLACE "[0m" "" rows "${rows}")
list(REMOVE_DUPLICATES rows)
foreach(row IN LISTS rows)
  message("${row}")
endforeach()
