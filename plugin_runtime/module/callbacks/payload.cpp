// Payloads: Python objects that the core stores for a script, as the user data pointer of C plugins.
#include "callbacks/payload.h"

#include <cstring>
#include <new>
#include <string>
#include <utility>

#include "never_destroyed.h"

namespace orthanc_python {
namespace {

// The payloads that the core keeps until it stops. Never freed, since the core may use them even later.
std::unique_ptr<Payload>& FirstKept() {
  static NeverDestroyed<std::unique_ptr<Payload>> first;
  return first.Get();
}

}  // namespace

std::unique_ptr<Payload> Payload::New(PyObject* object, const char* registrar) {
  std::unique_ptr<Payload> payload(new (std::nothrow) Payload(object, registrar));
  if (payload == nullptr) PyErr_NoMemory();
  return payload;
}

std::unique_ptr<Payload> Payload::OfFailure(OrthancPluginErrorCode code, const char* registrar) {
  std::unique_ptr<Payload> payload(new (std::nothrow) Payload(nullptr, registrar));
  if (payload != nullptr) payload->silent_failure = code;
  return payload;
}

bool Payload::HasMethods(PyObject* object, const char* methods, const ArgumentName& argument) {
  for (const char* at = methods; *at != '\0';) {
    const std::string name(at, std::strcspn(at, " "));
    const Reference method(PyObject_GetAttrString(object, name.c_str()));
    if (!method && PyErr_ExceptionMatches(PyExc_AttributeError) == 0) return false;
    PyErr_Clear();
    if (!method || PyCallable_Check(method.Get()) == 0) {
      return argument.Fail(PyExc_TypeError, "must have the method %s()", name.c_str());
    }
    at += name.size() + (at[name.size()] == ' ' ? 1 : 0);
  }
  return true;
}

PyObject* Payload::ToPython(const void* pointer) {
  PyObject* object = pointer == nullptr ? nullptr : Of(pointer)->Object();
  return Py_NewRef(object == nullptr ? Py_None : object);
}

Payload::KeptBytes* Payload::KeptAs(const char* name) {
  int i = 0;
  while (i < kMostKept - 1 && kept_names_[i] != nullptr && std::strcmp(kept_names_[i], name) != 0) i++;
  kept_names_[i] = name;
  return &kept_[i];
}

void Payload::KeepUntilStop(std::unique_ptr<Payload> payload) {
  payload->next_kept_ = std::exchange(FirstKept(), nullptr);
  FirstKept() = std::move(payload);
}

void Payload::AbandonAll() {
  for (Payload* payload = FirstKept().get(); payload != nullptr; payload = payload->next_kept_.get()) {
    const Reference forgotten = std::move(payload->object_);
  }
}

}  // namespace orthanc_python
