"""Headers with one callback type, and its plan."""

from __future__ import annotations

from orthanc_codegen.plan import CallbackPlan, ModulePlan

from ....headers.bare import function

_DECLARED = """
typedef struct _OrthancPluginBell_t OrthancPluginBell;
typedef enum { OrthancPluginVerb_Get = 1, OrthancPluginVerb_Put = 2 } OrthancPluginVerb;
typedef struct {
  OrthancPluginVerb verb; const void* body; uint32_t bodySize;
  uint32_t headersCount; const char* const* headersKeys; const char* const* headersValues;
} OrthancPluginRequest;
typedef struct { void* data; uint32_t size; } OrthancPluginChunk;
"""
CREATE_CHUNK = function("CreateChunk", "OrthancPluginChunk* target, uint32_t size")

# An entry of the annotations for the callback; tests append keys to it.
ENTRY = """
[callbacks.OrthancPluginStrike]
since = "1.0.0"
reason = "r"
"""


def declare(parameters: str, result: str = "OrthancPluginErrorCode") -> str:
    """Declare a callback type and the function that registers it."""
    register = function("RegisterStrike", "OrthancPluginStrike callback")
    return f"{_DECLARED}typedef {result} (*OrthancPluginStrike) ({parameters});\n{register}"


def callback(module: ModulePlan) -> CallbackPlan:
    """Return the only callback of a module."""
    (single,) = module.callbacks
    return single
