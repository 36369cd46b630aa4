/* An Orthanc plugin named "other". Environment variables choose how it affects the process:
   OTHER_LIBRARY: open this libpython, globally unless OTHER_KEEPS_IT is set.
   OTHER_STARTS: also start it.
   OTHER_IGNORES_CHILDREN: ignore SIGCHLD.
   OTHER_PLUGIN: open and initialize this plugin, whatever its name is. */
#include <dlfcn.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static void* Open(const char* file, int flags) {
  void* library = dlopen(file, flags);
  if (library == NULL) {
    fprintf(stderr, "%s\n", dlerror());
    exit(3);
  }
  return library;
}

static void UsePython(const char* file) {
  void* python = Open(file, RTLD_NOW | (getenv("OTHER_KEEPS_IT") != NULL ? RTLD_LOCAL : RTLD_GLOBAL));
  if (getenv("OTHER_STARTS") == NULL) return;
  ((void (*)(int))dlsym(python, "Py_InitializeEx"))(0);
  ((void* (*)(void))dlsym(python, "PyEval_SaveThread"))();
}

int32_t OrthancPluginInitialize(void* context) {
  const char* library = getenv("OTHER_LIBRARY");
  const char* plugin = getenv("OTHER_PLUGIN");
  if (library != NULL) UsePython(library);
  if (getenv("OTHER_IGNORES_CHILDREN") != NULL) signal(SIGCHLD, SIG_IGN);
  if (plugin == NULL) return 0;
  return ((int32_t(*)(void*))dlsym(Open(plugin, RTLD_NOW), "OrthancPluginInitialize"))(context);
}

void OrthancPluginFinalize(void) {}

const char* OrthancPluginGetName(void) {
  return "other";
}

const char* OrthancPluginGetVersion(void) {
  return "1";
}
