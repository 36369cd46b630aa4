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

// What exit() runs first: the end of the server is not this process's to run.
void SkipServer(int status, void* /*unused*/) {
  fflush(nullptr);
  _exit(status);
}

// Whether a handler was set by Python, or by one of its modules that is part of it.
bool IsOfPython(void (*handler)(int)) {
  Dl_info own{};
  Dl_info python{};
  return dladdr(reinterpret_cast<void*>(handler), &own) != 0 &&
         dladdr(reinterpret_cast<void*>(&Py_IsInitialized), &python) != 0 &&
         own.dli_fbase == python.dli_fbase;
}

// The server's handlers only note that it is to stop, which would make this process deaf to SIGTERM.
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

// Has the kernel kill this process when the server ends, however it does. A signal of PR_SET_PDEATHSIG would
// come when the thread of the server ends that has forked; a thread of this process would keep it alive.
void HoldLifeline(int lifeline) {
  if (lifeline < 0) return;
  // Opened anew, since the owner belongs to what was opened, which processes share.
  const std::string path = "/proc/self/fd/" + std::to_string(lifeline);
  const int own = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (own < 0) return;
  fcntl(own, F_SETOWN, getpid());
  fcntl(own, F_SETSIG, SIGKILL);
  fcntl(own, F_SETFL, fcntl(own, F_GETFL) | O_ASYNC);
  pollfd state = {own, POLLIN, 0};
  if (poll(&state, 1, 0) > 0 && (state.revents & POLLHUP) != 0) raise(SIGKILL);  // it has ended already
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
  into_core.Open();  // it may have been closed by a stop, which is none of this process
  Core::Disconnect();
  NextHandleGeneration();
  ForgetSignalHandlers();
  HoldLifeline(lifeline);
}

void Fork::EndIfThis() {
  if (!is_fork) return;
  EndFork();
  _exit(1);  // Python could not
}

}  // namespace orthanc_python
