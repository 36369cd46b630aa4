"""Stand-ins for the C standard headers, with the declarations that an SDK header uses."""

from __future__ import annotations

_SIZE = """#pragma once
typedef __SIZE_TYPE__ size_t;
#undef NULL
#define NULL ((void*) 0)
"""

# Name as in #include <...>  ->  text. Only names and types matter, since this code is never compiled.
STAND_INS: dict[str, str] = {
    "stdint.h": """#pragma once
typedef signed char int8_t;
typedef unsigned char uint8_t;
typedef short int16_t;
typedef unsigned short uint16_t;
typedef int int32_t;
typedef unsigned int uint32_t;
typedef long int64_t;
typedef unsigned long uint64_t;
""",
    "stddef.h": _SIZE,
    "stdbool.h": """#pragma once
#ifndef __cplusplus
#define bool _Bool
#define true 1
#define false 0
#endif
""",
    "stdio.h": _SIZE + "int sscanf(const char* text, const char* format, ...);\n",
    "stdlib.h": _SIZE + "void* malloc(size_t size);\nvoid free(void* memory);\n",
    "string.h": _SIZE
    + """int strcmp(const char* a, const char* b);
size_t strlen(const char* text);
void* memcpy(void* target, const void* source, size_t size);
void* memset(void* target, int value, size_t size);
""",
}
