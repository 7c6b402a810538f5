# A room is one folder, one library. Headers are named from the project's root: #include "flows/next_step.h".

# anteroom_room(NAME folder... LINK libraries...): a library `anteroom_NAME` of every .cc in the current folder and in
# the sub-folders named.
function(anteroom_room NAME)
  cmake_parse_arguments(ROOM "" "" "FOLDERS;LINK" ${ARGN})
  set(PATTERNS "${CMAKE_CURRENT_SOURCE_DIR}/*.cc")
  foreach(FOLDER IN LISTS ROOM_FOLDERS)
    list(APPEND PATTERNS "${CMAKE_CURRENT_SOURCE_DIR}/${FOLDER}/*.cc")
  endforeach()
  file(GLOB SOURCES CONFIGURE_DEPENDS ${PATTERNS})
  list(FILTER SOURCES EXCLUDE REGEX "/main\\.cc$")
  if(NOT SOURCES)  # not furnished yet
    file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/empty.cc" "")
    set(SOURCES "${CMAKE_CURRENT_BINARY_DIR}/empty.cc")
  endif()
  add_library(anteroom_${NAME} STATIC ${SOURCES})
  target_include_directories(anteroom_${NAME} PUBLIC "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
  target_link_libraries(anteroom_${NAME} PUBLIC ${ROOM_LINK})
endfunction()

# anteroom_tests(NAME LINK libraries...): the program `NAME_tests` of every .cc in the current folder, run by ctest
# as one test from the project's root, so that tests may name data files by their path in the project.
function(anteroom_tests NAME)
  cmake_parse_arguments(TESTS "" "" "LINK" ${ARGN})
  file(GLOB SOURCES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cc")
  add_executable(${NAME}_tests ${SOURCES})
  target_link_libraries(${NAME}_tests PRIVATE ${TESTS_LINK} Catch2::Catch2WithMain)
  add_test(NAME ${NAME} COMMAND ${NAME}_tests WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
endfunction()
