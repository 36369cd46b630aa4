// Runs the Python half of the life cycle (lifecycle.py), which is compiled into this module.
#include "script.h"

#include "errors.h"
#include "lifecycle_py.h"
#include "python.h"
#include "reference.h"

namespace orthanc_python {

namespace {

constexpr const char* kName = "_orthanc_lifecycle";

// lifecycle.py as a module; made once.
Reference Helper() {
  const Reference name(PyUnicode_FromString(kName));
  Reference loaded(name ? PyImport_GetModule(name.Get()) : nullptr);
  if (loaded || PyErr_Occurred() != nullptr) return loaded;
  const Reference code(Py_CompileString(kLifecycleSource, kLifecycleFile, Py_file_input));
  return Reference(code ? PyImport_ExecCodeModuleEx(kName, code.Get(), kLifecycleFile) : nullptr);
}

std::vector<std::string> TextsOf(PyObject* list) {
  std::vector<std::string> texts;
  const Py_ssize_t count = list == nullptr ? 0 : PyList_Size(list);
  for (Py_ssize_t i = 0; i < count; i++) {
    const Reference text(PyUnicode_AsEncodedString(PyList_GetItem(list, i), "utf-8", "replace"));
    if (text) texts.emplace_back(PyBytes_AsString(text.Get()));
  }
  return texts;
}

}  // namespace

bool LoadScript(const char* path) {
  const std::string where = std::string("The Python script ") + path + " could not be loaded:";
  const Reference helper = Helper();
  const Reference text(PyUnicode_DecodeFSDefault(path));
  const Reference error(helper && text ? PyObject_CallMethod(helper.Get(), "load_script", "O", text.Get())
                                       : nullptr);
  if (error && error.Get() == Py_None) return true;
  if (error) PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(error.Get())), error.Get());
  LogException(where);
  return false;
}

std::vector<std::string> RetireScript(double seconds) {
  const Reference helper = Helper();
  const Reference names(helper ? PyObject_CallMethod(helper.Get(), "retire", "d", seconds) : nullptr);
  std::vector<std::string> texts = TextsOf(names.Get());
  if (PyErr_Occurred() != nullptr) LogException("Error while Python was stopped:");
  return texts;
}

void ReviveInterpreter() {
  const Reference helper = Helper();
  const Reference done(helper ? PyObject_CallMethod(helper.Get(), "revive", nullptr) : nullptr);
  if (!done) LogException("Error while Python was started again:");
}

}  // namespace orthanc_python
