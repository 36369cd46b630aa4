// The steps of a stop, in their order.
//
// The core stops in two phases. First it reports the event OrthancStopped, while it is still intact
// (BeginStop). Then it tears down its subsystems and finalizes the plugins (Stop):
//   BeginStop   closes `into_core`, and waits for calls: threads of the script may no longer call the core.
//               Callbacks still may.
//   Stop        makes the deferred calls, closes `into_python`, and waits for running callbacks. Does the
//               work of BeginStop again, since the core may not have reported the event. Takes the GIL and
//               keeps it. Releases the callables, ends the script, and detaches the server (EndScript).
// A module that another interpreter has imported is detached in one phase, which does not end the script.
//
// Invariants:
//   - All waits of a stop share one span of time (StopPatience). Each wait leaves a rest for later ones, and
//     progress renews the span up to a limit.
//   - What callbacks await is cancelled before the stop gives them up: 5 seconds after BeginStop
//   (StopWatcher),
//     for deferred calls when their events are dropped, and at the latest when Stop has waited for callbacks.
//   - Gates are closed before their threads are counted, so no thread can enter after the count.
//   - No wait for other threads holds the GIL: those threads need it to leave. The end of the script waits
//     in Python, which releases the GIL.
//   - Handles of the server become invalid (Generation::Next) under the GIL. A call that still runs
//     compares Core::Attachments() and fails instead of reaching the next server.
//   - The interpreter is never finalized. The stopping thread keeps the GIL, so late threads wait forever
//     instead of crashing the end of the process. A reset starts again on that same thread.
#pragma once

namespace orthanc_python {

// Makes the deferred calls, refuses further ones, and waits for running callbacks. Returns how many still
// run. Must be called without the GIL.
int DrainCallbacks();

// Releases the callables and payloads that the script passed to the core. Requires the GIL.
void DropCallables();

// Detaches the server, and invalidates its calls, its handles and the records of its waits. Requires the GIL.
void ForgetServer();

// Releases the callables, ends the script, and forgets the server. This thread holds the GIL and keeps it:
// running threads of the script and late threads of the core wait for it forever, where no Python code can
// crash the end of the process.
//
// The interpreter is not finalized, for two reasons. Python ends or hangs any thread that enters it after
// finalization. And a server that is reset (/tools/reset) starts again in the same process, where many
// extension modules, such as numpy, cannot be imported a second time.
void EndScript();

}  // namespace orthanc_python
