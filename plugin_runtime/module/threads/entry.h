// The only way from a thread of the core into Python.
//
// A visit to Python has these steps, from the outside in:
//   1. The gate `into_python` admits and counts the thread. The gate is closed before the start and from the
//      stop on.
//   2. The first visit of a thread chooses where Python runs: on the thread's own stack if 1 MiB of it is
//      left, otherwise on a second stack (OwnStack) or on a worker thread (Worker). Later visits use the
//      same stack.
//   3. The thread attaches its kept thread state, and thereby waits for the GIL. A thread that Python knows
//      already is inside a call into the core: it continues with that state, on the stack where Python was.
//   4. CoreWaits records that the core waits for this thread, and in which registry.
//   5. The body runs in its own contextvars context.
//
// Invariants:
//   - A thread that waits for the GIL holds no lock of ours. Gates only count.
//   - A thread state stays on one stack, because CPython from 3.14 on records the limits of that stack.
//   - No C++ exception leaves the body. It would cross the lowest frame of a stack, or C code of the core.
//   - At any time, either a worker waits for its owner or the owner waits for the worker. The owner makes
//     the worker's calls into the core, so that locks that the owner holds stay recursive.
//   - A process that was forked in the body ends there. It never returns into the core.
#pragma once

#include "core/function_ref.h"

namespace orthanc_python {

// Runs `body` in Python: on a stack that is large enough, with the kept thread state of this thread, in its
// own contextvars context, and with the GIL held. `registry` is the number of the core's registry that
// contains the callback. Returns false without running `body` if Python is not running or has begun to stop.
// Also returns false if `body` throws, which is logged. May be called from any thread, even inside an SDK
// call that Python itself made.
bool EnterPython(unsigned registry, FunctionRef body);
// Does the same for a thread of this plugin, which the core does not know.
bool EnterPythonUncalled(FunctionRef body);

// Chooses between worker threads (true) and second stacks (false) for threads whose stack is too small. Has
// no effect on threads that have been in Python before.
void UseWorkerThreads(bool use);

}  // namespace orthanc_python
