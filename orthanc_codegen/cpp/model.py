"""The model of the generated C++. Templates print it and decide nothing."""

from __future__ import annotations

from dataclasses import dataclass

from orthanc_codegen.plan import CallbackPlan, ClassPlan, DictPlan, FunctionPlan, LockPlan, ModulePlan


@dataclass(frozen=True, slots=True)
class Holder:
    """A variable that holds a value on its way between Python and C."""

    type: str  # ex) "BufferArgument<std::uint32_t>"
    local: str  # ex) "in_answer"
    initializer: str = ""  # constructor arguments, ex) "enums::kPixelFormat"; "" for none
    prepares: bool = False  # whether Prepare() must succeed before the call

    @property
    def declaration(self) -> str:
        """The statement that declares the variable."""
        made_with = f"({self.initializer})" if self.initializer else ""
        return f"{self.type} {self.local}{made_with};"


# -- Functions -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CppArgument:
    """One argument of a wrapper."""

    holder: Holder
    check: str | None = None  # a condition to check once all arguments are converted
    commit: str | None = None  # a statement to run once the core has accepted the call
    nothing_raised: str | None = None  # a condition: no callable raised during the call


@dataclass(frozen=True, slots=True)
class CppLimit:
    """A query to the core before the call, for the upper limit of an index."""

    local: str  # ex) "limit_argument"
    count: str  # the query, ex) "OrthancPluginGetCommandLineArgumentsCount(call.Context())"
    check: str  # a condition, ex) "in_argument.IsBelow(limit_argument, …)"


@dataclass(frozen=True, slots=True)
class CppFunction:
    """The wrapper of a function."""

    plan: FunctionPlan
    name: str  # ex) "Call_RestOutput_AnswerBuffer"
    bound_self: Holder | None
    arguments: tuple[CppArgument, ...]
    outputs: tuple[Holder, ...]
    begin: str  # the condition for the call, ex) "call.Begin()"
    limits: tuple[CppLimit, ...]
    before: tuple[str, ...]  # statements before the call, in the same GIL state
    statement: str  # ex) "call.Returned(OrthancPluginRestApiGet(call.Context(), …));"
    unlocked: str  # the release of the GIL, ex) "const GilRelease unlocked;", or ""
    checks: tuple[str, ...]  # conditions to check after the call, ex) ("call.Succeeded()",)
    commits: tuple[str, ...]  # statements to run after a successful call
    result: str  # the returned expression, ex) "out_target.ToPython()"

    @property
    def converted_checks(self) -> tuple[str, ...]:
        """The conditions to check once all arguments are converted."""
        return tuple(argument.check for argument in self.arguments if argument.check)


@dataclass(frozen=True, slots=True)
class CppGroup:
    """A file of functions."""

    name: str  # of the group, ex) "DICOM callbacks"
    table: str  # ex) "kDICOM_callbacksFunctions"
    file: str  # ex) "functions_dicom_callbacks.cpp"
    functions: tuple[CppFunction, ...]


# -- Callbacks -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CppBorrow:
    """A handle that Python borrows during a callback."""

    local: str  # ex) "out_output"
    class_name: str  # ex) "RestOutput"
    value: str  # ex) "in_output"
    functions: tuple[str, ...]  # functions of the core that belong to the handle, ex) ("in_addFile",)


@dataclass(frozen=True, slots=True)
class CppPass:
    """A statement that passes an argument to the callable."""

    condition: str | None  # when to pass it; None for always
    statement: str  # ex) 'call.Keyword("groups", TupleOf(TextListToPython(…)));'


@dataclass(frozen=True, slots=True)
class CppAnswer:
    """One value that the callable returned."""

    name: str  # ex) "dimse_status"
    holder: Holder
    store: str | None  # the condition that passes it to the core, ex) "out_target.Store(in_target)"


@dataclass(frozen=True, slots=True)
class CppCallback:
    """The function through which the core calls a callable."""

    plan: CallbackPlan
    name: str  # of the struct, ex) "Callback_RestCallback"
    shape: str  # the Python call, for a comment
    result: str  # the C type
    parameters: str  # ex) "const CallbackSlot& slot, OrthancPluginRestOutput *in_output, …"
    locks: str  # ex) "locks::kIndex"
    releases: str | None  # the payload to release after the call, ex) "in_moveDriver"
    borrows: tuple[CppBorrow, ...]
    call: str  # constructor arguments of CallbackCall, ex) "slot, 2, in_url"
    about: str | None  # the payload that the callable receives as an argument
    passes: tuple[CppPass, ...]
    run: tuple[str, ...]  # statements that call the callable
    answers: tuple[CppAnswer, ...]
    fewest_answers: int  # number of answers that the callable must return at least
    failure: str  # the statement after an exception, ex) "return call.Failed();"
    success: str  # the result, ex) "OrthancPluginErrorCode_Success"; "" for nothing
    refused: str  # the result if Python is not running; "" for nothing


# -- Types and the module ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CppClass:
    """A class of handles."""

    plan: ClassPlan
    file: str  # ex) "class_rest_output.cpp"
    methods: tuple[CppFunction, ...]
    free: str  # ex) "&FreeObject<OrthancPluginImage, OrthancPluginFreeImage>"; "nullptr" for none
    clone: str
    memory: str
    container: tuple[tuple[str, str], ...]  # slots of the Python type, each with its function


@dataclass(frozen=True, slots=True)
class CppDict:
    """The function that converts a struct to a dict."""

    plan: DictPlan
    function: str  # ex) "DictionaryEntryToPython"
    keys: tuple[tuple[str, str], ...]  # key and expression; the struct is `value`


@dataclass(frozen=True, slots=True)
class CppLock:
    """A lock of the core."""

    plan: LockPlan
    name: str  # ex) "kIndex"
    until: str  # ex) "1, 12, 8"; "" if the core always holds it


@dataclass(frozen=True, slots=True)
class CppModule:
    """The generated C++ of the whole module."""

    plan: ModulePlan
    groups: tuple[CppGroup, ...]
    classes: tuple[CppClass, ...]
    dicts: tuple[CppDict, ...]
    callbacks: tuple[CppCallback, ...]
    locks: tuple[CppLock, ...]
    assertions: tuple[str, ...]  # conditions that the runtime must meet, ex) ("kMostLocks == 32",)
