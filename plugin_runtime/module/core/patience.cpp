// The time that a stop of the server waits for Python.
#include "core/patience.h"

namespace orthanc_python {

int StopPatience::SpendOn(const Gate& gate, Time rest) {
  int inside = gate.Inside();
  while (inside > 0) {
    const int left = Spend(rest, [&](Time time) { return gate.WaitUntilBelow(inside, time); });
    if (left >= inside) break;
    inside = left;
    RenewSpan();
  }
  return inside;
}

}  // namespace orthanc_python
