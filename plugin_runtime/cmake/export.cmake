# export_only(TARGET SYMBOLS): hides all other symbols, including those of the C++ library, because other plugins define
# the same ones.
function(export_only target symbols)
  set(script "${CMAKE_CURRENT_BINARY_DIR}/${target}.exports")
  string(REPLACE ";" "; " symbols "${symbols}")
  file(CONFIGURE OUTPUT "${script}" CONTENT "{ global: ${symbols}; local: *; };\n" @ONLY)
  target_link_options(${target} PRIVATE "-Wl,--version-script=${script}")
endfunction()
