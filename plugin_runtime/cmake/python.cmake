# Asks PYTHON_PROGRAM for its headers and sets PYTHON_INCLUDE_DIR. The plugin may use another Python at run time: see
# loader/interpreter.h.
if(DEFINED CACHE{PYTHON_INCLUDE_DIR})  # by a toolchain file: headers that fit the target
  return()
endif()
find_program(PYTHON_FOUND "${PYTHON_PROGRAM}" NO_CACHE)
if(NOT PYTHON_FOUND)
  message(FATAL_ERROR "PYTHON_PROGRAM is \"${PYTHON_PROGRAM}\", but no such program was found.")
endif()
execute_process(
  COMMAND "${PYTHON_FOUND}" -I "${CMAKE_CURRENT_SOURCE_DIR}/describe_python.py"
  OUTPUT_VARIABLE PYTHON_FACTS COMMAND_ERROR_IS_FATAL ANY)
foreach(FACT version headers)
  set(PYTHON_${FACT} "")
  if(PYTHON_FACTS MATCHES "\northanc-python: ${FACT} ([^\n]*)")
    set(PYTHON_${FACT} "${CMAKE_MATCH_1}")
  endif()
endforeach()
set(PYTHON_INCLUDE_DIR "${PYTHON_headers}")

if(PYTHON_version VERSION_LESS 3.11)
  message(FATAL_ERROR "${PYTHON_FOUND} is Python ${PYTHON_version}; the plugin needs the headers of Python 3.11 or newer.")
endif()
if(NOT PYTHON_INCLUDE_DIR)
  message(FATAL_ERROR "${PYTHON_FOUND} (Python ${PYTHON_version}) has no headers: Python.h was not found. "
                      "Install them (Debian: apt install python3-dev).")
endif()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS describe_python.py)
message(STATUS "Python ${PYTHON_version}: ${PYTHON_INCLUDE_DIR}")
