// Handles that a callback passes to Python, valid until it returns.
#pragma once

#include "handles/object.h"
#include "python/python.h"
#include "python/reference.h"

namespace orthanc_python {

// A handle that a callback passes to Python. The destructor closes it: it waits for calls of other threads
// that still run on it, and any later use raises. Requires the GIL.
class BorrowedHandle {
 public:
  // `functions` are those that the core provides with the object; NULL for none.
  BorrowedHandle(const HandleClass& handle_class, const void* pointer, const void* functions = nullptr);
  BorrowedHandle(const BorrowedHandle&) = delete;
  BorrowedHandle& operator=(const BorrowedHandle&) = delete;
  ~BorrowedHandle();

  // Returns a new reference, to None if the core passed NULL. NULL with an exception set if there was no
  // memory.
  PyObject* ToPython() const;
  bool Answered() const { return borrow_.answered; }

 private:
  mutable Borrow borrow_;  // calls on the handle record their effects here
  Reference object_;
  bool is_null_;
};

}  // namespace orthanc_python
