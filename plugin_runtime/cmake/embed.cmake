# embed_text(TARGET FILE HEADER NAME): compiles a text file into TARGET as the constant NAMESource, and its name as
# NAMEFile.
function(embed_text target file header name)
  file(READ "${file}" EMBEDDED_TEXT)
  set(EMBEDDED_NAME "${name}")
  get_filename_component(EMBEDDED_FILE "${file}" NAME)
  configure_file("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embedded.h.in" "${CMAKE_CURRENT_BINARY_DIR}/embedded/${header}" @ONLY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/embedded")
endfunction()
