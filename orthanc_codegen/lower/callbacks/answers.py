"""What a Python callable returns → the C result and outputs of a callback."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from orthanc_codegen.ir import (
    Callback,
    CharType,
    CType,
    EnumType,
    FloatType,
    IntegerType,
    OpaqueType,
    Parameter,
    PointerType,
    StructType,
    VoidType,
    spell,
)
from orthanc_codegen.lower.annotations import CallbackNote, CallbackResultNote
from orthanc_codegen.lower.callbacks.roles import Roles, Use, is_payload
from orthanc_codegen.lower.index import ERROR_CODE, Index
from orthanc_codegen.lower.naming import (
    CLASS_PREFIX,
    ENUM_PREFIX,
    OUT_PREFIX,
    STUB_PREFIX,
    free_name,
    python_name,
    snake_case,
)
from orthanc_codegen.lower.pieces import UnboundError, is_number, local_of
from orthanc_codegen.lower.wording import for_flag, for_output, for_python
from orthanc_codegen.plan import AnswerPlan, CallbackResultPlan

_BYTES = f"{STUB_PREFIX}Bytes"
_GIVEN_BYTES = "Buffer | str"  # where None would be no answer
_FILLED = "Exactly as many bytes as were asked for."
_FAILING_WORDS = ("Failure", "Failed", "Error")
_CALL = "const Reference answer = call.Run();"


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What C gets as the result."""

    success: str
    failure: str  # a value; "" for nothing
    silent: bool = False  # the failure looks like any other result
    answer: AnswerPlan | None = None  # what the result is read from
    tells_none: bool = False  # it tells the core that the output is None
    carried: bool = False  # a failure becomes a payload, whose callbacks report it


def lower_result(
    index: Index, callback: Callback, roles: Roles, note: CallbackNote | None, use: Use
) -> CallbackResultPlan:
    """Plan what the callable returns, or raise UnboundError with the reason."""
    noted = (note.result if note else None) or CallbackResultNote()
    outputs = [_output(index, callback, output, note) for output in roles.outputs]
    if use.reader:
        return _lent_result(callback, use)
    outcome = _outcome(index, callback, noted, outputs)
    if noted.carried and not outcome.carried:
        raise UnboundError(
            "the annotations set 'carried', but its result is no payload that could carry a failure"
        )
    leading = [outcome.answer] if outcome.answer else []
    tells_none = outcome.tells_none or noted.none != "" or (note is not None and note.optional)
    answers = tuple(
        leading + [_placed(out, bool(leading) or i > 0, tells_none) for i, out in enumerate(outputs)]
    )
    if noted.kind == "code":
        answers = tuple(_stored_on_success(answer, outcome) for answer in answers)
    failure = _failure(callback, outcome)
    return CallbackResultPlan(
        annotation=_annotation(answers),
        doc=noted.doc or _doc(callback, answers, outcome),
        run=(_CALL, f"if (!answer) {failure}", *_early_returns(index, note)),
        answers=answers,
        failure=failure,
        success=outcome.success,
        refused=outcome.failure,
    )


def _early_returns(index: Index, note: CallbackNote | None) -> tuple[str, ...]:
    """The statements that end the callback before its answers are read."""
    statements = []
    if note is not None and note.answers:
        statements.append(f"if (!{OUT_PREFIX}{note.answers}.Answered()) return call.Unanswered();")
    none = note.result.none if note is not None and note.result is not None else ""
    if none != "":
        if none not in {e.name for e in index.enums[ERROR_CODE].enumerators}:
            raise UnboundError(f"'{none}', which stands for None, is no {ERROR_CODE}")
        statements.append(f"if (answer.Get() == Py_None) return {none};")
    return tuple(statements)


def _failure(callback: Callback, outcome: _Outcome) -> str:
    """The statement for an exception."""
    if outcome.carried:
        return "return call.FailedPayload();"
    logged = "call.FailedSilently()" if outcome.silent else "call.Failed()"
    if callback.result == EnumType(ERROR_CODE):
        return f"return {logged};"
    return f"{{ {logged}; return{' ' if outcome.failure else ''}{outcome.failure}; }}"


def _doc(callback: Callback, answers: tuple[AnswerPlan, ...], outcome: _Outcome) -> str:
    if len(answers) == 1:
        return answers[0].doc or for_python(callback.doc.returns)
    return "" if outcome.answer is None else for_python(callback.doc.returns)


def _annotation(answers: tuple[AnswerPlan, ...]) -> str:
    """What the callable returns, in the stub; trailing answers may be left out."""
    if not answers:
        return "None"
    required = sum(not a.optional for a in answers)
    spelled = [a.annotation for a in answers]
    if len(answers) == 1:
        return spelled[0]
    forms = [f"tuple[{', '.join(spelled[:n])}]" for n in range(max(required, 1), len(answers) + 1)]
    return " | ".join([*([spelled[0]] if required == 1 else []), *reversed(forms)])


def _placed(answer: AnswerPlan, follows: bool, tells_none: bool) -> AnswerPlan:
    """The same in its place: bytes that follow another answer may be left out, alone they must be there."""
    optional = answer.optional and follows
    if answer.annotation != _BYTES or optional or tells_none:
        return dataclasses.replace(answer, optional=optional)
    holder = f"RequiredAnswer<{answer.holder}>"
    return dataclasses.replace(answer, optional=False, holder=holder, annotation=_GIVEN_BYTES)


def _stored_on_success(answer: AnswerPlan, outcome: _Outcome) -> AnswerPlan:
    if answer.store is None:
        return answer
    condition = f"({outcome.success} != {ERROR_CODE}_Success || {answer.store})"
    return dataclasses.replace(answer, store=condition)


def _outcome(
    index: Index, callback: Callback, note: CallbackResultNote, outputs: list[AnswerPlan]
) -> _Outcome:
    """The C result: from what it is read, and what it is after an exception."""
    if note.failure and not isinstance(callback.result, EnumType) and not is_number(note.failure):
        raise UnboundError(f"'{note.failure}', which stands for a failure, is no number")
    local = f"{OUT_PREFIX}{free_name('result', [p.name for p in callback.parameters])}"
    match callback.result:
        case EnumType(name) if name == ERROR_CODE and note.kind == "code":
            code = _answer(
                "error_code", "int | None", callback, "CodeAnswer", local, f"{ENUM_PREFIX}{python_name(name)}"
            )
            return _Outcome(f"{local}.Get()", f"{ERROR_CODE}_Plugin", answer=code)
        case EnumType(name) if name == ERROR_CODE:
            return _Outcome(f"{ERROR_CODE}_Success", f"{ERROR_CODE}_Plugin", silent=note.ignored)
        case VoidType():
            return _Outcome("", "")
        case IntegerType(signed=True, bits=32) if note.kind == "refusal" and len(outputs) == 1:
            return _Outcome(f"{outputs[0].local}.Get() == 0 ? 1 : 0", "-1")
        case IntegerType(signed=True, bits=32) if len(outputs) == 1 and "MemoryAnswer" in outputs[0].holder:
            return _Outcome(f"{outputs[0].local}.IsGiven() ? 1 : 0", "-1", tells_none=True)
        case IntegerType(signed=True, bits=32) if not outputs:
            flag = _answer("result", "bool", callback, "FlagAnswer", local)
            return _Outcome(f"{local}.Get()", note.failure or "-1", answer=flag)
        case IntegerType() | FloatType() | EnumType() as ctype:
            return _number(index, callback, ctype, note, local)
        case PointerType(VoidType(), const=False):
            made = _answer("result", "object", callback, "PayloadAnswer", local)
            return _Outcome(f"{local}.Release()", "nullptr", carried=note.carried, answer=made)
        case PointerType(CharType(), const=True):
            text = _answer("result", "str | None", callback, "KeptTextAnswer", local, "call.Kept()")
            return _Outcome(f"{local}.Get()", "nullptr", answer=text)
        case PointerType(OpaqueType(name), const=False) if name in index.opaques:
            handle = _answer(
                "result",
                f"{python_name(name)} | None",
                callback,
                f"HandleAnswer<{name}>",
                local,
                f"{CLASS_PREFIX}{python_name(name)}",
            )
            return _Outcome(f"{local}.Release()", "nullptr", answer=handle)
        case ctype:
            raise UnboundError(f"no rule tells what its result of type '{spell(ctype)}' means")


def _number(
    index: Index,
    callback: Callback,
    ctype: IntegerType | FloatType | EnumType,
    note: CallbackResultNote,
    local: str,
) -> _Outcome:
    holder, annotation, initializer = _scalar_holder(ctype)
    answer = _answer("result", annotation, callback, holder, local, initializer)
    failure, silent = note.failure or "0", isinstance(ctype, IntegerType)
    if isinstance(ctype, EnumType):
        names = [e.name for e in index.enums[ctype.name].enumerators]
        failing = [note.failure] if note.failure else [n for n in names if n.endswith(_FAILING_WORDS)]
        if not failing or failing[0] not in names:
            raise UnboundError(f"no rule tells which {ctype.name} stands for a failure")
        failure = failing[0]
    return _Outcome(f"{local}.Get()", failure, silent, answer)


def _scalar_holder(ctype: CType) -> tuple[str, str, str]:
    match ctype:
        case IntegerType(bits=8, signed=False):
            return "FlagAnswer", "bool", ""
        case IntegerType(name):
            return f"IntegerArgument<{name}>", "int", ""
        case FloatType(name):
            return f"FloatArgument<{name}>", "float", ""
        case EnumType(name):
            return f"EnumArgument<{name}>", python_name(name), f"{ENUM_PREFIX}{python_name(name)}"
        case _:
            raise UnboundError(f"no rule tells how Python answers a '{spell(ctype)}'")


def _answer(
    name: str,
    annotation: str,
    callback: Callback,
    holder: str,
    local: str,
    initializer: str = "",
) -> AnswerPlan:
    doc = for_flag(callback.doc.returns, flag=annotation == "bool")
    return AnswerPlan(name, annotation, doc, holder, initializer, local, optional=False, store=None)


def _output(
    index: Index, callback: Callback, output: tuple[Parameter, ...], note: CallbackNote | None
) -> AnswerPlan:
    """What the callable returns for a pointer that the plugin is to fill."""
    main, local = output[0], f"{OUT_PREFIX}{output[0].name}"
    targets = ", ".join(local_of(p) for p in output)
    store = f"{local}.Store({targets})"
    initializer, optional = "", False
    match main.type:
        case _ if len(output) == 2:
            holder, annotation = "AllocatedAnswer", _BYTES
        case PointerType(StructType(name)) if note is not None and main.name in note.filled:
            holder, annotation, optional = "FilledAnswer", _BYTES, note.result is not None
        case PointerType(StructType(name)):
            create = index.create_function(name)
            if create is None:
                raise UnboundError(f"the SDK has no function that creates a {name}")
            holder, annotation, optional = f"MemoryAnswer<{name}, {create.name}>", _BYTES, True
            if note is not None and main.name in note.headers:
                holder, annotation = f"HeaderAnswer<{holder}>", "str | None"
            otherwise = note.result.otherwise if note is not None and note.result is not None else ""
            initializer = f'"{otherwise}"' if otherwise else ""
        case PointerType(PointerType(OpaqueType(name) as opaque)) if not is_payload(
            index, PointerType(opaque, const=False)
        ):
            holder, annotation = f"HandleAnswer<{name}>", f"{python_name(name)} | None"
            initializer = f"{CLASS_PREFIX}{python_name(name)}"
        case PointerType(PointerType()):
            holder, annotation = "PayloadAnswer", "object"
        case PointerType(pointee):
            holder, annotation, initializer = _scalar_holder(pointee)
            store = f"Fill({targets}, {local}.Get())"
        case _:
            raise UnboundError(f"no rule binds its parameter '{main.name}' of type '{spell(main.type)}'")
    doc = _FILLED if holder == "FilledAnswer" else callback.doc.parameter(main.name)
    doc = for_output(doc, flag=annotation == "bool")
    return AnswerPlan(snake_case(main.name), annotation, doc, holder, initializer, local, optional, store)


def _lent_result(callback: Callback, use: Use) -> CallbackResultPlan:
    """One of two callbacks for the same bytes: the one for the data, or the one for the size."""
    match callback.result:
        case IntegerType(name):
            success, refused = f"static_cast<{name}>(answer->size)", "0"
        case PointerType(VoidType(), const=True):
            success, refused = "answer->data", "nullptr"
        case ctype:
            raise UnboundError(f"no rule tells what its result of type '{spell(ctype)}' means")
    failure = f"{{ call.FailedSilently(); return {refused}; }}"
    run = (
        f'const Payload::Lent* answer = call.RunLent("{use.method}", {use.reader});',
        f"if (answer == nullptr) {failure}",
    )
    return CallbackResultPlan(_BYTES, for_python(callback.doc.returns), run, (), failure, success, refused)
