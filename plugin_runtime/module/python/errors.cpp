// Converts error codes to Python exceptions, and Python exceptions to error codes and text.
#include "python/errors.h"

#include <cstdint>
#include <limits>
#include <utility>

#include "python/reference.h"
#include "python/text.h"

namespace orthanc_python {
namespace {

constexpr const char* kExceptionDoc =
    "An error of Orthanc, with args == (code, description).\n\n"
    "Raised by every function of this module when the core refuses a call. Raised by a callback, its code\n"
    "reaches Orthanc: ErrorCode.UNKNOWN_RESOURCE becomes a 404 of the REST API, for example.";

LastingReference exception_type;
const EnumClass* error_codes = nullptr;

// The current exception, fetched and normalized. The stable ABI of 3.11 has no newer functions for this.
struct TakenException {
  TakenException() {
    PyObject* type_taken = nullptr;
    PyObject* value_taken = nullptr;
    PyObject* traceback_taken = nullptr;
    PyErr_Fetch(&type_taken, &value_taken, &traceback_taken);
    PyErr_NormalizeException(&type_taken, &value_taken, &traceback_taken);
    type = Reference(type_taken);
    value = Reference(value_taken);
    traceback = Reference(traceback_taken);
  }

  Reference type;
  Reference value;
  Reference traceback;
};

// Returns the text that a function such as PyObject_Str() returns for an object, or "" if it fails.
std::string TextBy(PyObject* (*function)(PyObject*), const Reference& object) {
  const Reference text(object ? function(object.Get()) : nullptr);
  std::string result = text ? TextOf(text.Get()) : "";
  PyErr_Clear();
  return result;
}

// Calls a function of the module traceback and joins the lines that it returns. Returns "" if it fails.
template <typename... Arguments>
std::string Formatted(const char* function, const char* format, Arguments... arguments) {
  const Reference package(PyImport_ImportModule("traceback"));
  const Reference lines(package ? PyObject_CallMethod(package.Get(), function, format, arguments...)
                                : nullptr);
  const Reference empty(PyUnicode_FromString(""));
  const Reference joined(lines && empty ? PyUnicode_Join(empty.Get(), lines.Get()) : nullptr);
  std::string text = joined ? TextOf(joined.Get()) : "";
  PyErr_Clear();
  return text;
}

// Formats an exception for which format_exception() fails: for lack of memory or stack, or because its class
// does not behave like one of Python's. Bridges to other languages have such classes.
std::string FormatPlainly(const TakenException& taken) {
  const std::string frames =
      taken.traceback ? Formatted("format_tb", "O", taken.traceback.Get()) : std::string();
  std::string type = TextBy(&PyObject_Str, taken.type);
  std::string text = TextBy(&PyObject_Str, taken.value);
  if (text.empty()) text = TextBy(&PyObject_Repr, taken.value);
  if (type.empty()) type = "an exception that cannot be shown";
  return frames + (text.empty() ? type : type + ": " + text);
}

std::string Format(const TakenException& taken) {
  const auto part = [](const Reference& reference) { return reference ? reference.Get() : Py_None; };
  const std::string text =
      Formatted("format_exception", "OOO", part(taken.type), part(taken.value), part(taken.traceback));
  return text.empty() ? FormatPlainly(taken) : text;
}

// Returns the code of an OrthancException. For any other exception, or an invalid code, returns the plugin
// error. The class is not there yet if the module itself cannot be created.
OrthancPluginErrorCode CodeOf(const TakenException& taken) {
  if (!taken.value || !exception_type || PyObject_IsInstance(taken.value.Get(), exception_type.Get()) != 1) {
    PyErr_Clear();
    return OrthancPluginErrorCode_Plugin;
  }
  const Reference arguments(PyObject_GetAttrString(taken.value.Get(), "args"));
  const Reference first(arguments ? PySequence_GetItem(arguments.Get(), 0) : nullptr);
  const Reference index(first ? PyNumber_Index(first.Get()) : nullptr);
  int overflow = 0;
  const long long code = index ? PyLong_AsLongLongAndOverflow(index.Get(), &overflow) : 0;
  PyErr_Clear();
  using Limits = std::numeric_limits<std::int32_t>;
  const bool is_error = overflow == 0 && code != 0 && code >= Limits::min() && code <= Limits::max();
  return is_error ? static_cast<OrthancPluginErrorCode>(code) : OrthancPluginErrorCode_Plugin;
}

}  // namespace

bool CreateExceptionType(PyObject* module, const EnumClass& codes) {
  error_codes = &codes;
  exception_type.Set(
      Reference(PyErr_NewExceptionWithDoc("orthanc.OrthancException", kExceptionDoc, nullptr, nullptr)));
  return exception_type && PyModule_AddObjectRef(module, "OrthancException", exception_type.Get()) == 0;
}

void RaiseError(OrthancPluginErrorCode code, const char* description) {
  const Reference number(error_codes->ToPython(code));
  const Reference text(TextToPython(description));
  const Reference arguments(number && text ? PyTuple_Pack(2, number.Get(), text.Get()) : nullptr);
  if (arguments) PyErr_SetObject(exception_type.Get(), arguments.Get());
}

OrthancPluginErrorCode PendingException::Take() {
  TakenException taken;
  const OrthancPluginErrorCode code = CodeOf(taken);
  if (!type_) {
    type_ = std::move(taken.type);
    value_ = std::move(taken.value);
    traceback_ = std::move(taken.traceback);
  }
  return code;
}

bool PendingException::Raise() {
  if (!type_) return false;
  PyErr_Restore(type_.Release(), value_.Release(), traceback_.Release());
  return true;
}

Failure TakeFailure() {
  const TakenException taken;
  return {CodeOf(taken), Format(taken)};
}

}  // namespace orthanc_python
