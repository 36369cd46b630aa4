// A process that the script forks from the server: it runs Python, and never acts as a server.
#include "fork.h"

#include <fcntl.h>
#include <link.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core.h"
#include "errors.h"
#include "gate.h"
#include "handles.h"
#include "reference.h"
#include "script.h"
#include "worker.h"

namespace orthanc_python {

namespace {

bool is_fork = false;
thread_local sigset_t mask_before;  // of the forking thread

// The addresses of libpython. Read in the server: dladdr() takes a lock that a fork may find locked.
struct AddressRange {
  std::uintptr_t begin = 0;
  std::uintptr_t end = 0;
};

AddressRange python;

int NotePython(struct dl_phdr_info* info, std::size_t /*size*/, void* /*unused*/) {
  AddressRange range{UINTPTR_MAX, 0};
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const auto& header = info->dlpi_phdr[i];
    if (header.p_type != PT_LOAD) continue;
    const std::uintptr_t begin = info->dlpi_addr + header.p_vaddr;
    range.begin = std::min(range.begin, begin);
    range.end = std::max(range.end, begin + header.p_memsz);
  }
  const auto inside = reinterpret_cast<std::uintptr_t>(&Py_IsInitialized);
  if (inside < range.begin || inside >= range.end) return 0;
  python = range;
  return 1;
}

// Runs first in exit(), and skips the exit handlers of the server.
void SkipServer(int status, void* /*unused*/) {
  fflush(nullptr);
  _exit(status);
}

// The server's handlers only record that it must stop, so this process would ignore SIGTERM.
void ForgetSignalHandlers() {
  for (int number = 1; number < NSIG; number++) {
    struct sigaction action = {};
    if (sigaction(number, nullptr, &action) != 0) continue;
    const auto handler = reinterpret_cast<std::uintptr_t>(action.sa_handler);
    const bool is_pythons = handler >= python.begin && handler < python.end;
    if (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN || is_pythons) continue;
    signal(number, SIG_DFL);
  }
}

// Has the kernel kill this process when the server ends in any way. The alternatives fail: PR_SET_PDEATHSIG
// fires when the forking thread ends, and a thread that waits here would keep this process from ending.
void HoldLifeline(int lifeline) {
  if (lifeline < 0) return;
  // Opened anew, since F_SETOWN applies to the open file description, which forks share.
  const std::string path = "/proc/self/fd/" + std::to_string(lifeline);
  const int own = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (own < 0) return;
  fcntl(own, F_SETOWN, getpid());
  fcntl(own, F_SETSIG, SIGKILL);
  fcntl(own, F_SETFL, fcntl(own, F_GETFL) | O_ASYNC);
  pollfd state = {own, POLLIN, 0};
  if (poll(&state, 1, 0) > 0 && (state.revents & POLLHUP) != 0)
    raise(SIGKILL);  // the server has ended already
}

// before(): holds back the signals of this thread. The fork would lose one that arrives while it still has
// the server's handlers.
PyObject* Before(PyObject* /*self*/, PyObject* /*unused*/) {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &mask_before);
  return Py_NewRef(Py_None);
}

// after_in_server(): lets the signals pass again.
PyObject* AfterInServer(PyObject* /*self*/, PyObject* /*unused*/) {
  pthread_sigmask(SIG_SETMASK, &mask_before, nullptr);
  return Py_NewRef(Py_None);
}

// after_in_fork(lifeline): makes this process a fork: disconnects the core, resets the server's signal
// handlers, and closes handles. The kernel kills the process once no process holds the other end of the pipe
// `lifeline`; -1 means no pipe. Must be called right after the fork, by its only thread.
PyObject* AfterInFork(PyObject* /*self*/, PyObject* lifeline) {
  if (!is_fork) on_exit(&SkipServer, nullptr);
  is_fork = true;
  Worker::ForgetOwner();
  into_python.Close();
  into_core.Open();  // a stop of the server may have closed it
  Core::Disconnect();
  NextHandleGeneration();
  ForgetSignalHandlers();
  pthread_sigmask(SIG_SETMASK, &mask_before, nullptr);
  const long descriptor = PyLong_AsLong(lifeline);
  if (descriptor == -1 && PyErr_Occurred() != nullptr) return nullptr;
  HoldLifeline(static_cast<int>(descriptor));
  return Py_NewRef(Py_None);
}

PyMethodDef methods[] = {{"before", &Before, METH_NOARGS, nullptr},
                         {"after_in_server", &AfterInServer, METH_NOARGS, nullptr},
                         {"after_in_fork", &AfterInFork, METH_O, nullptr},
                         {nullptr, nullptr, 0, nullptr}};

PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_orthanc_fork", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

}  // namespace

bool Fork::AddModule() {
  PyObject* const modules = PyImport_GetModuleDict();  // borrowed
  const Reference known(PyMapping_GetItemString(modules, definition.m_name));
  if (known) return true;
  PyErr_Clear();
  dl_iterate_phdr(&NotePython, nullptr);
  const Reference module(PyModule_Create(&definition));
  return module && PyDict_SetItemString(modules, definition.m_name, module.Get()) == 0;
}

bool Fork::IsThis() {
  return is_fork;
}

void Fork::EndIfThis() {
  if (!is_fork) return;
  EndFork();
  _exit(1);  // if EndFork() failed
}

}  // namespace orthanc_python
