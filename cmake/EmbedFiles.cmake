# embed_files(TARGET HEADER NAMESPACE files...): writes generated/HEADER with one
# `inline constexpr std::string_view` table (file name -> bytes) so that the program needs no folder beside it.
function(embed_files TARGET HEADER NAMESPACE)
  set(OUTPUT "${PROJECT_BINARY_DIR}/generated/${HEADER}")
  string(REPLACE ";" "," FILES_ARGUMENT "${ARGN}")
  add_custom_command(
    OUTPUT "${OUTPUT}"
    COMMAND ${CMAKE_COMMAND} "-DOUTPUT=${OUTPUT}" "-DNAMESPACE=${NAMESPACE}" "-DFILES=${FILES_ARGUMENT}"
            -P "${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake"
    DEPENDS ${ARGN} "${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake"
    VERBATIM)
  target_sources(${TARGET} PRIVATE "${OUTPUT}")
endfunction()
