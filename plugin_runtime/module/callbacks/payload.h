// Payloads: Python objects that the core stores for a script, as the user data pointer of C plugins.
#pragma once

#include <orthanc/OrthancCPlugin.h>

#include <cstdint>
#include <memory>

#include "convert/argument_name.h"
#include "python/errors.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// A Python object that the core stores. The core has its address, and owns it once it has accepted it. All
// members are guarded by the GIL.
class Payload {
 public:
  // Bytes that the core reads in place, until it requests the next ones.
  struct KeptBytes {
    Reference owner;
    const char* data = nullptr;
    std::uint64_t size = 0;
    unsigned readers = 0;  // one bit for each callback that has read them
  };

  Payload(PyObject* object, const char* registrar) : object_(Reference::To(object)), registrar_(registrar) {}
  Payload(const Payload&) = delete;
  Payload& operator=(const Payload&) = delete;
  ~Payload() = default;

  // `registrar` is the name of the function that registered it. NULL with an exception set if there is no
  // memory.
  static std::unique_ptr<Payload> New(PyObject* object, const char* registrar);
  // Returns a payload without an object, which represents a failure: callbacks that receive it report the
  // error code. NULL if there is no memory.
  static std::unique_ptr<Payload> OfFailure(OrthancPluginErrorCode code, const char* registrar);
  // Whether an object has all methods in a list of names, separated by spaces. False with an exception set
  // otherwise.
  static bool HasMethods(PyObject* object, const char* methods, const ArgumentName& argument);
  static Payload* Of(const void* pointer) { return static_cast<Payload*>(const_cast<void*>(pointer)); }
  // Returns a new reference to the object of a payload, or to None.
  static PyObject* ToPython(const void* pointer);
  // Releases the objects of all payloads that the core keeps until it stops.
  static void AbandonAll();

  // NULL once AbandonAll() has released it, and for a payload made by OfFailure().
  PyObject* Object() const { return object_.Get(); }
  const char* Registrar() const { return registrar_; }
  // Returns the memory that a method provides to the core, by the name of the method.
  KeptBytes* KeptAs(const char* name);
  // Stores a payload that the core keeps until it stops.
  static void KeepUntilStop(std::unique_ptr<Payload> payload);

  // The error code of a method whose result the core ignores. The next callback whose result it uses reports
  // it.
  OrthancPluginErrorCode silent_failure = OrthancPluginErrorCode_Success;
  // The pending exception of the call into the core that alone uses the object, and raises exceptions of its
  // methods. NULL if the core keeps the object.
  PendingException* pending = nullptr;

 private:
  static constexpr int kMostKept = 4;
  Reference object_;
  const char* registrar_;
  const char* kept_names_[kMostKept] = {};
  KeptBytes kept_[kMostKept];
  std::unique_ptr<Payload> next_kept_;
};

}  // namespace orthanc_python
