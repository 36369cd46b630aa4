// A process that the script forks from the server: it runs Python, and never acts as a server.
#include "fork.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <string>

#include "core.h"
#include "errors.h"
#include "gate.h"
#include "handles.h"
#include "script.h"
#include "worker.h"

namespace orthanc_python {

namespace {

bool is_fork = false;

// Runs first in exit(), and skips the exit handlers of the server.
void SkipServer(int status, void* /*unused*/) {
  fflush(nullptr);
  _exit(status);
}

// Whether a handler is a function of libpython.
bool IsOfPython(void (*handler)(int)) {
  Dl_info own{};
  Dl_info python{};
  return dladdr(reinterpret_cast<void*>(handler), &own) != 0 &&
         dladdr(reinterpret_cast<void*>(&Py_IsInitialized), &python) != 0 &&
         own.dli_fbase == python.dli_fbase;
}

// The server's handlers only record that it must stop, so this process would ignore SIGTERM.
void ForgetSignalHandlers() {
  for (int number = 1; number < NSIG; number++) {
    struct sigaction action = {};
    if (sigaction(number, nullptr, &action) != 0) continue;
    if (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN || IsOfPython(action.sa_handler))
      continue;
    signal(number, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, nullptr);
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

}  // namespace

bool Fork::IsThis() {
  return is_fork;
}

void Fork::Begin(int lifeline) {
  if (!is_fork) on_exit(&SkipServer, nullptr);
  is_fork = true;
  Worker::ForgetOwner();
  into_python.Close();
  into_core.Open();  // a stop of the server may have closed it
  Core::Disconnect();
  NextHandleGeneration();
  ForgetSignalHandlers();
  HoldLifeline(lifeline);
}

void Fork::EndIfThis() {
  if (!is_fork) return;
  EndFork();
  _exit(1);  // if EndFork() failed
}

}  // namespace orthanc_python
