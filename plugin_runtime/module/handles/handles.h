// Opaque objects of the SDK as Python objects. A handle is owned (freed with its Python object) or borrowed
// (valid during a callback).
//
// The GIL guards all members of a handle. Calls use the pointer into the core without the GIL, hence these
// rules:
//   - A call pins its handle (PinnedHandle): it counts as a user and copies the pointer before it releases
//     the GIL.
//   - Code that closes a handle first clears its pointer, so that no call can begin, and then waits until
//     `users` is 0. BorrowedHandle waits without a limit. Close() and ConsumedHandleArgument raise instead.
//   - Calls of several threads on one handle take turns, unless its class is concurrent. The thread that
//     has the turn may call again (a callback inside a call). The others wait in Turns::Wait(), without
//     the GIL.
//   - A wait for a turn ends after a minute, or after 5 seconds inside another call, since the other thread
//     may wait for this one. The call then raises.
//   - A handle belongs to the generation of its server. After Generation::Next() it is closed, and nothing
//     frees its object, which has gone with the server.
//   - The mutex of Turns is only held to count the calls that end. A thread that holds it never waits for
//     the GIL.
#pragma once

#include "handles/borrowed.h"
#include "handles/object.h"
#include "handles/owned.h"
#include "handles/pinned.h"
