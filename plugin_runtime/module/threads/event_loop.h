// Awaits what callbacks return, on the event loop of the plugin.
//
// A callback whose callable returns an awaitable stays inside its C function: the thread of the core waits
// without the GIL until the event loop has run the awaitable to its end. So everything that a callback
// borrows lives as long as the awaitable. Code in the context of the callback, on whatever thread, acts for
// the waiting thread: see core/waiter.h. For events, a thread of the plugin waits, for which nobody acts.
//
// The wait ends without the awaitable if the server stops. If the core waits for the callback, it also ends
// if the thread of the event loop is inside one call into the core for too long: this call may wait for the
// callback.
#pragma once

#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// Whether the type of an object has the method __await__. Costs a few nanoseconds.
inline bool IsAwaitable(PyObject* object) {
  return object != Py_None && PyType_GetSlot(Py_TYPE(object), Py_am_await) != nullptr;
}

// Awaits an object and returns the result. Empty, with an exception set, on failure. Requires the GIL, and
// releases it.
Reference Await(const Reference& awaitable);

}  // namespace orthanc_python
