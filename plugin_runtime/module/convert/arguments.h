// Converts the arguments of functions, and holds them during one call into the core.
//
// Each holder has a Convert() that takes the Python value, or NULL if an optional argument is missing. It
// returns false, with an exception that names the argument, if the value is invalid. Accessors return the C
// values. Holders keep the memory that they point to alive, and release it when they are destroyed.
// Everything but the accessors requires the GIL.
#pragma once

#include "convert/argument_name.h"
#include "convert/buffers.h"
#include "convert/numbers.h"
#include "convert/pixels.h"
#include "convert/signature.h"
#include "convert/texts.h"
