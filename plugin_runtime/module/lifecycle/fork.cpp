// Processes that the script forks from the server: they run Python, and never act as a server.
#include "lifecycle/fork.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <link.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/attachment.h"
#include "core/delegate.h"
#include "core/gate.h"
#include "core/generation.h"
#include "core/process.h"
#include "core/waiter.h"
#include "python/gil_turn.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

namespace {

void (*end_of_script)() = nullptr;
thread_local sigset_t mask_before;  // of the forking thread

// The address range of libpython. Read in the server, because dladdr() takes a lock that may be held during a
// fork.
struct AddressRange {
  std::uintptr_t begin = 0;
  std::uintptr_t end = 0;
};

AddressRange python;
ServerPorts ports;

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

void EndFork() {
  end_of_script();
  _exit(1);  // reached only if that failed
}

// Runs first in exit(), and skips the exit handlers of the server.
void SkipServer(int status, void* /*unused*/) {
  fflush(nullptr);
  _exit(status);
}

// Resets the server's signal handlers. They only record that the server must stop, so this process would
// ignore SIGTERM.
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

// Lets the kernel kill this process when the server ends for any reason. The alternatives fail:
// PR_SET_PDEATHSIG fires when the forking thread ends, and a waiting thread would keep this process from
// ending.
void HoldLifeline(int lifeline) {
  // Opens the pipe again, since F_SETOWN applies to the open file description, which forks share. Allocates
  // nothing, since Python's C code calls this, and C++ throws when there is no memory.
  char path[32];
  std::snprintf(path, sizeof(path), "/proc/self/fd/%d", lifeline);
  const int own = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (own < 0) return;
  fcntl(own, F_SETOWN, getpid());
  fcntl(own, F_SETSIG, SIGKILL);
  fcntl(own, F_SETFL, fcntl(own, F_GETFL) | O_ASYNC);
  pollfd state = {own, POLLIN, 0};
  if (poll(&state, 1, 0) > 0 && (state.revents & POLLHUP) != 0)
    raise(SIGKILL);  // the server has ended already
}

// Closes the server's sockets. Otherwise, its ports stay in use, and its clients wait for the end.
void CloseSockets() {
  DIR* const folder = opendir("/proc/self/fd");
  if (folder == nullptr) return;
  while (const dirent* const entry = readdir(folder)) {
    char* end = nullptr;
    const long descriptor = std::strtol(entry->d_name, &end, 10);
    if (end == entry->d_name) continue;  // "." or ".."
    sockaddr_storage address = {};
    socklen_t size = sizeof(address);
    if (getsockname(static_cast<int>(descriptor), reinterpret_cast<sockaddr*>(&address), &size) != 0)
      continue;
    int port = 0;
    if (address.ss_family == AF_INET) port = ntohs(reinterpret_cast<const sockaddr_in*>(&address)->sin_port);
    if (address.ss_family == AF_INET6)
      port = ntohs(reinterpret_cast<const sockaddr_in6*>(&address)->sin6_port);
    if (port != 0 && (port == ports.http || port == ports.dicom)) close(static_cast<int>(descriptor));
  }
  closedir(folder);
}

// before(): blocks the signals of this thread. The fork would lose a signal that arrives while it still has
// the server's handlers.
PyObject* Before(PyObject* /*self*/, PyObject* /*unused*/) {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &mask_before);
  return Py_NewRef(Py_None);
}

// after_in_server(): restores the signal mask.
PyObject* AfterInServer(PyObject* /*self*/, PyObject* /*unused*/) {
  pthread_sigmask(SIG_SETMASK, &mask_before, nullptr);
  return Py_NewRef(Py_None);
}

// after_in_fork(lifeline): marks this process as a fork, disconnects the core, resets the server's signal
// handlers, and closes handles and sockets. The kernel kills this process once no process holds the other end
// of the pipe `lifeline`; it does so at once if that is -1. Must be called right after the fork, by its only
// thread.
PyObject* AfterInFork(PyObject* /*self*/, PyObject* lifeline) {
  const long descriptor = PyLong_AsLong(lifeline);
  if (descriptor < 0) raise(SIGKILL);
  if (!ThisProcess::IsFork()) on_exit(&SkipServer, nullptr);
  ThisProcess::BecomeFork(&EndFork);
  CallDelegate::Use(nullptr);  // its thread does not exist in this process
  Waiter::ForgetAll();         // nor do the threads that wait for coroutines
  GilTurn::Forget();           // nor those that take turns with this one
  into_python.Close();
  into_core.Open();  // a stop of the server may have closed it
  Core::Disconnect();
  Generation::Next();
  ForgetSignalHandlers();
  pthread_sigmask(SIG_SETMASK, &mask_before, nullptr);
  HoldLifeline(static_cast<int>(descriptor));
  CloseSockets();
  return Py_NewRef(Py_None);
}

// end(): ends this process if it is a fork.
PyObject* End(PyObject* /*self*/, PyObject* /*unused*/) {
  ThisProcess::EndIfFork();
  return Py_NewRef(Py_None);
}

PyMethodDef methods[] = {{"before", &Before, METH_NOARGS, nullptr},
                         {"after_in_server", &AfterInServer, METH_NOARGS, nullptr},
                         {"after_in_fork", &AfterInFork, METH_O, nullptr},
                         {"end", &End, METH_NOARGS, nullptr},
                         {nullptr, nullptr, 0, nullptr}};

PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_orthanc_fork", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

}  // namespace

void UsePorts(const ServerPorts& of_server) {
  ports = of_server;
}

bool AddForkModule(void (*end)()) {
  end_of_script = end;
  PyObject* const modules = PyImport_GetModuleDict();  // borrowed
  const Reference known(PyMapping_GetItemString(modules, definition.m_name));
  if (known) return true;
  PyErr_Clear();
  dl_iterate_phdr(&NotePython, nullptr);
  const Reference module(PyModule_Create(&definition));
  return module && PyDict_SetItemString(modules, definition.m_name, module.Get()) == 0;
}

}  // namespace orthanc_python
