// The Python objects of handles, and their classes.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstddef>
#include <cstdint>

#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// The memory of a handle and its layout.
struct HandleMemory {
  void* data = nullptr;
  char format[2] = "B";  // of one element, in the notation of the module struct
  std::uint64_t element = 1;
  bool writable = false;
  int dimensions = 1;
  std::uint64_t shape[3] = {};
  std::uint64_t strides[3] = {};
};

// One generated constant per opaque type. Its Python type cannot be instantiated or derived from.
struct HandleClass {
  const char* name;            // ex) "RestOutput"
  const char* qualified_name;  // ex) "orthanc.RestOutput"
  const char* doc;
  PyMethodDef* methods;
  // Frees the object of an owned handle. NULL if scripts never own one.
  void (*free)(OrthancPluginContext* context, void* handle);
  // Copies an object. NULL if the SDK has no function for this.
  void* (*clone)(OrthancPluginContext* context, void* handle);
  // Describes the memory for the buffer protocol. NULL if the class does not support it.
  void (*memory)(OrthancPluginContext* context, void* handle, HandleMemory* memory);
  // The slots of a container, which end with an empty slot. NULL if the class is not a container.
  const PyType_Slot* container;
  // Whether the core allows several calls on one object at the same time. Otherwise, calls take turns.
  bool concurrent;
  LastingReference type{};  // NOLINT(readability-redundant-member-init): for -Wmissing-field-initializers
  // The offsets of the state that only some classes have, in bytes from the beginning of the object. 0 means
  // none.
  std::size_t views_at = 0;
  std::size_t position_at = 0;

  // Creates the Python class and adds it to the module. False with an exception set on failure.
  bool Create(PyObject* module);
};

// The data that a callback provides with a borrowed handle while it runs.
struct Borrow {
  const void* functions = nullptr;  // of the core: a generated struct, or NULL
  bool answered = false;            // of an HTTP output: a response was sent
};

// The state of a handle with memory: the number of memory views, and the copy that they show if it is
// borrowed.
struct HandleViews {
  Py_ssize_t count = 0;
  Reference copy;
};

// The state of a handle that is an iterator.
struct HandlePosition {
  bool at_end = false;
};

// The state of all handles. Guarded by the GIL.
struct Handle {
  Handle(const HandleClass* class_of_it, void* object, bool is_owned, unsigned made_in)
      : handle_class(class_of_it), pointer(object), generation(made_in), owned(is_owned) {}

  // False if the handle is closed or its server has stopped.
  bool IsValid() const;
  // Return the state that only some classes have, or NULL.
  HandleViews* Views();
  HandlePosition* Position();
  bool IsViewed();

  const HandleClass* handle_class;
  void* pointer;             // NULL once closed
  unsigned generation;       // identifies its server
  Borrow* borrow = nullptr;  // of its callback; NULL for an owned handle, and once the callback has returned
  Py_ssize_t users = 0;      // running calls, some perhaps without the GIL
  unsigned long user = 0;    // the thread of these calls, if they take turns
  bool owned;
  Reference kept;  // an object that must live as long as the handle, or none
};

// The object that Python sees. The state of its class follows in memory.
struct HandleObject {
  PyObject ob_base;
  Handle handle;
};

inline Handle* AsHandle(PyObject* object) {
  return &reinterpret_cast<HandleObject*>(object)->handle;
}

// Returns a new reference; NULL with an exception set if there was no memory.
PyObject* NewHandle(const HandleClass& handle_class, void* pointer, bool owned, unsigned made_in);
// Destroys a handle: the tp_dealloc of all classes.
void DeallocateHandle(PyObject* self);
// Closes a handle, and frees its object if the handle owns it and its server is still attached.
void FreeOwned(Handle* handle);
// Frees an object of the core from the given generation. Does nothing if its server has gone, or no longer
// accepts calls from this thread: the server then frees its objects itself.
void FreeObject(const HandleClass& handle_class, void* pointer, unsigned made_in);

}  // namespace orthanc_python
