// Python objects that the core keeps for a script, as the pointer to data of its own that C plugins pass.
#include "payload.h"

#include <cstring>
#include <new>
#include <string>

namespace orthanc_python {
namespace {

Payload* first_kept = nullptr;

}  // namespace

Payload* Payload::New(PyObject* object, const char* registrar) {
  auto* payload = new (std::nothrow) Payload(object, registrar);
  if (payload == nullptr) PyErr_NoMemory();
  return payload;
}

Payload* Payload::OfFailure(OrthancPluginErrorCode code, const char* registrar) {
  auto* payload = new (std::nothrow) Payload(nullptr, registrar);
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

Payload::Lent* Payload::LentAs(const char* name) {
  int i = 0;
  while (i < kMostLent - 1 && lent_names_[i] != nullptr && std::strcmp(lent_names_[i], name) != 0) i++;
  lent_names_[i] = name;
  return &lent_[i];
}

void Payload::KeepUntilStop() {
  next_kept_ = std::exchange(first_kept, this);
}

void Payload::AbandonAll() {
  // The core may still have the pointers: the payloads stay, without their objects.
  for (Payload* payload = std::exchange(first_kept, nullptr); payload != nullptr;) {
    const Reference forgotten = std::move(payload->object_);
    payload = payload->next_kept_;
  }
}

bool PayloadArgument::Convert(PyObject* value, const ArgumentName& argument) {
  if (methods_ == nullptr) {
    if (PyCallable_Check(value) == 0) return argument.FailType("a callable", value);
  } else if (!Payload::HasMethods(value, methods_, argument)) {
    return false;
  }
  payload_ = Payload::New(value, argument.function);
  return payload_ != nullptr;
}

bool CallPayloadArgument::Convert(PyObject* value, const ArgumentName& argument) {
  if (!PayloadArgument::Convert(value, argument)) return false;
  payload_->pending = &pending_;
  return true;
}

}  // namespace orthanc_python
