# Asks PYTHON_PROGRAM what it is: sets PYTHON_EXECUTABLE, PYTHON_INCLUDE_DIR and PYTHON_LIBRARY.
find_program(PYTHON_FOUND "${PYTHON_PROGRAM}" NO_CACHE)
if(NOT PYTHON_FOUND)
  message(FATAL_ERROR "PYTHON_PROGRAM is \"${PYTHON_PROGRAM}\", which is no program on this machine.")
endif()
execute_process(
  COMMAND "${PYTHON_FOUND}" -I -c "import sys; print(sys.executable)"
  OUTPUT_VARIABLE PYTHON_EXECUTABLE
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
execute_process(
  COMMAND "${PYTHON_FOUND}" -I "${CMAKE_CURRENT_SOURCE_DIR}/describe_python.py"
  OUTPUT_VARIABLE PYTHON_FACTS
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" PYTHON_FACTS "${PYTHON_FACTS}")
list(GET PYTHON_FACTS 0 PYTHON_VERSION)
list(GET PYTHON_FACTS 1 PYTHON_INCLUDE_DIR)
list(GET PYTHON_FACTS 2 PYTHON_LIBRARY)

if(PYTHON_VERSION VERSION_LESS 3.11)
  message(FATAL_ERROR "${PYTHON_FOUND} is Python ${PYTHON_VERSION}; the plugin needs Python 3.11 or newer.")
endif()
if(PYTHON_INCLUDE_DIR STREQUAL "-")
  message(FATAL_ERROR "${PYTHON_FOUND} (Python ${PYTHON_VERSION}) has no headers: Python.h was not found. "
                      "Install them (Debian: apt install python3-dev).")
endif()
if(PYTHON_LIBRARY STREQUAL "-")
  message(FATAL_ERROR "${PYTHON_FOUND} (Python ${PYTHON_VERSION}) has no shared libpython. Install it (Debian: apt install "
                      "python3-dev; pyenv: PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install ${PYTHON_VERSION}).")
endif()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS describe_python.py)
message(STATUS "Python ${PYTHON_VERSION}: ${PYTHON_EXECUTABLE}, ${PYTHON_LIBRARY}")
