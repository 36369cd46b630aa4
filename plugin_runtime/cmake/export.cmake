# export_only(TARGET SYMBOLS): hides every other symbol, those of the C++ library too: other plugins have theirs.
function(export_only target symbols)
  set(script "${CMAKE_CURRENT_BINARY_DIR}/${target}.exports")
  string(REPLACE ";" "; " symbols "${symbols}")
  file(CONFIGURE OUTPUT "${script}" CONTENT "{ global: ${symbols}; local: *; };\n" @ONLY)
  target_link_options(${target} PRIVATE "-Wl,--version-script=${script}")
endfunction()
