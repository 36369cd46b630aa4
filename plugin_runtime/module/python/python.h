// The Python C API as this project uses it: the stable ABI of CPython 3.11, one build for all later releases.
#pragma once

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030b0000
#include <Python.h>
