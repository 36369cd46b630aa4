"""A script in the real module `orthanc`, attached to a core whose answers the test decides."""

from __future__ import annotations

import difflib
import os
import re
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

from ..errors import KitError
from .calls import Call, Registration, Result
from .description import CallbackType, Description
from .errors import CallbackFailed, Unanswered
from .jobs import Job, Jobs
from .layout import MEMORY
from .objects import CoreObject, fill_only
from .output import status_of
from .request import Request
from .rest import Rest, RestFailure, RestRequest, give, rest_request
from .routes import Routes
from .script import Script
from .services import OwnServices
from .singles import Singles
from .standin import StandInCore

_UNKNOWN_RESOURCE, _PLUGIN = 17, 1  # error codes
PATIENCE = 20.0  # seconds
_LEVELS = {"error": "E", "warning": "W", "info": "I"}


class Session:
    """The script, what it asks the core for, and the calls of its callbacks.

    The script is loaded when the test first needs it, so a test can first prepare answers for what the script
    asks while it loads. What the core cannot answer by itself, and the test does not answer, fails the test.
    """

    _attached: ClassVar[Session | None] = None  # the one that the module is attached to

    def __init__(
        self,
        module: ModuleType,
        description: Description,
        script: Path,
        configuration: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.orthanc: Any = module
        self.rest = Rest()  # the REST API for the script
        self.jobs: list[Job] = []  # that the script has made
        self._script = Script(script)
        self._environment = dict(environment or {})
        self._replaced: dict[str, str | None] = {}  # variables of the environment
        self._services = OwnServices(configuration or {})
        self._routes = Routes(self)
        self._ended = threading.Event()  # of the last deferred call
        self._jobs = Jobs(self)
        self._registrations: list[Registration] = []
        self._singles = Singles()
        self._sentinels: dict[str, Registration] = {}
        self._making_sentinel = False
        self._objects: dict[int, CoreObject] = {}
        self._answers: dict[str, Callable[[Request], int | None]] = {}
        self._pending: list[BaseException] = []  # failures inside calls of the script
        self._is_loaded = False
        self._standin = StandInCore(description, str(module.__file__))
        self._standin.default = self._answer

    # -- The script -----------------------------------------------------------------------------------------

    def load(self) -> None:
        """Load the script now, unless it is loaded. Its exceptions reach the test."""
        if self._is_loaded:
            return
        if Session._attached is not None:
            raise KitError("another core is in use: the module can be attached to one at a time")
        Session._attached, self._is_loaded = self, True
        for name, value in self._environment.items():
            self._replaced[name] = os.environ.get(name)
            os.environ[name] = value
        self._standin.attach()
        try:
            self._script.load()
        except BaseException as error:
            if self._pending:  # the reason, unless the script raises something of its own
                raise self._pending.pop(0) from error
            raise
        self._check()

    def unload(self) -> None:
        """Detach the module from the core and forget the script. The next use loads it again."""
        if not self._is_loaded:
            return
        self._standin.detach()
        self._script.forget()
        for name, before in self._replaced.items():
            os.environ.pop(name, None)
            if before is not None:
                os.environ[name] = before
        self._replaced.clear()
        self._registrations.clear()
        self._singles.clear()
        self._sentinels.clear()
        Session._attached, self._is_loaded = None, False

    def close(self) -> None:
        """Unload the script; raise what went wrong and has not been raised yet."""
        self.unload()
        self._check()
        problems = [*self._standin.problems, *self._standin.memory.mistakes]
        assert not problems, "\n".join(problems)

    @property
    def script(self) -> ModuleType:
        """The module of the script, ex) to call its functions."""
        self.load()
        assert self._script.module is not None
        return self._script.module

    @property
    def release(self) -> str:
        """The release of Orthanc that the core pretends to be. A change loads the script again."""
        return (self._standin.version.value or b"").decode()

    @release.setter
    def release(self, release: str) -> None:
        if not re.fullmatch(r"\d+\.\d+\.\d+", release):
            raise KitError(f"{release!r} is not a release of Orthanc: give one such as '1.10.1'")
        self.unload()
        self._standin.set_version(release)

    # -- Answers to the script ------------------------------------------------------------------------------

    def on(self, function: str, answer: Any) -> None:
        """Answer a function of the module `orthanc` with a value, or with a callable that takes the request.

        Several outputs are given as a dict by the names that `request.outputs` has.
        """

        def handle(request: Request) -> None:
            value = answer(request) if callable(answer) else answer
            if value is not None:
                fill_only(request, value)

        self._answers[self._service(function)] = handle

    def fail(self, function: str, code: int) -> None:
        """Make a function of the module `orthanc` fail with an error code."""
        self._answers[self._service(function)] = lambda _request: int(code)

    def asked(self, function: str) -> list[Mapping[str, Any]]:
        """Return the arguments of all calls of a function so far, by their C names."""
        service = self._service(function)
        return [request.fields for request in self._standin.requests if request.service == service]

    def _service(self, function: str) -> str:
        description = self._standin.layouts.description
        service = description.functions.get(function, function)
        if service not in description.services:
            near = difflib.get_close_matches(function, description.functions, 1)
            hint = f"; do you mean {near[0]}?" if near else ""
            raise KitError(f"the module orthanc has no function {function}{hint}")
        return service

    def _answer(self, request: Request) -> int:
        """Answer one request of the module; a failure is raised when the callback has returned."""
        try:
            return self._answered(request)
        except Unanswered as error:
            self._pending.append(error)
            return _UNKNOWN_RESOURCE
        except RestFailure as failure:
            return failure.code
        except self.orthanc.OrthancException as error:
            return int(error.args[0])
        except BaseException as error:  # of a handler of the test
            self._pending.append(error)
            return _PLUGIN

    def _answered(self, request: Request) -> int:
        refusal = self._singles.refusal(request)
        if refusal:
            return refusal
        self._note_registrations(request)
        prepared = self._answers.get(request.service)
        if prepared is not None:
            return prepared(request) or 0
        if self._jobs.answer(request) or self._answered_by_object(request):
            return 0
        if request.service == "GetDicomForInstance":  # a shorthand for the REST API
            uri = f"/instances/{request.fields['instanceId']}/file"
            fill_only(request, self._routes.answer_script("GET", uri))
            return 0
        asked = rest_request(request, self._http_methods())
        if asked is not None:
            self._answer_rest(request, asked)
            return 0
        code = self._services.answer(request)
        if code is None:
            raise Unanswered(
                f"the script called {request.service}, for which the test has no answer: "
                f'orthanc_core.on("{request.service}", …)'
            )
        return code

    def _answer_rest(self, request: Request, asked: RestRequest) -> None:
        try:
            give(request, self._routes.answer(asked))
        except RestFailure as failure:
            if "httpStatus" not in request.outputs:
                raise
            # The script gets errors as a status, not as an exception.
            give(request, b"", status_of(self.orthanc.ErrorCode(failure.code).name))

    def _http_methods(self) -> dict[int, str]:
        return {int(method): method.name for method in self.orthanc.HttpMethod}

    def _answered_by_object(self, request: Request) -> bool:
        handles = [value for value in request.fields.values() if isinstance(value, int)]
        known = (self._objects[handle] for handle in handles if handle in self._objects)
        return any(found.answer(request) for found in known)

    def _note_registrations(self, request: Request) -> None:
        fields = request.fields
        kinds = {name: request.type_of(name) for name, value in fields.items() if value}
        payload = next((v for n, v in fields.items() if request.types.get(n) == MEMORY and v), 0)
        for name, kind in kinds.items():
            if kind:
                made = Registration(kind, name, int(fields[name]), int(payload or 0), fields)
                if self._making_sentinel:
                    self._sentinels[kind] = made
                else:
                    self._registrations.append(made)

    # -- Calls of the script --------------------------------------------------------------------------------

    def fire(self, callback: str, **values: Any) -> list[Result]:
        """Call all callables that the script has registered for a callback, ex) ``OnStoredInstanceCallback``.

        The values are those that the callable receives, by the names in the documentation of the module.
        Missing ones are empty. `instance()` and `new_object()` make handles. A deferred callback has ended
        when this returns.
        """
        plan = self.callback(callback)
        found = self.registered(plan)
        if not found:
            raise Unanswered(f"the script has registered no {callback}")
        results = [self.call(plan, registration, **values) for registration in found]
        if plan.deferred is not None:
            self._flush(plan, values)
        self._check()
        return results

    def callback(self, name: str) -> CallbackType:
        """Return the description of a callback."""
        callbacks = self._standin.layouts.description.callbacks
        if name not in callbacks:
            near = difflib.get_close_matches(name, callbacks, 1)
            raise KitError(f"there is no callback {name}" + (f"; do you mean {near[0]}?" if near else ""))
        return callbacks[name]

    def registered(self, plan: CallbackType) -> list[Registration]:
        """Return what the script has registered for a callback."""
        self.load()
        return [found for found in self._registrations if found.type == plan.c_name]

    def all_registered(self) -> list[Registration]:
        """Return everything that the script has registered."""
        return list(self._registrations)

    def call(self, plan: CallbackType, registration: Registration, **values: Any) -> Result:
        """Call one callable."""
        return Call(self._standin, self.orthanc, plan, registration, values).make()

    def call_checked(self, plan: CallbackType, registration: Registration, **values: Any) -> Result:
        """Call one callable, and raise what failed inside."""
        result = self.call(plan, registration, **values)
        self._check()
        return result

    def release_payload(self, registration: Registration) -> None:
        """Release an object that the core has kept, with the function that the script registered for that."""
        self._standin.layouts.prototype(registration.type)(registration.address)(registration.payload)

    def expect(self, results: list[Result], callback: str) -> list[Result]:
        """Raise CallbackFailed if a callable has failed."""
        for result in results:
            if result.code:
                raise CallbackFailed(callback, result.code, self.log)
        return results

    def expect_logged(self, callback: str, since: int) -> None:
        """Raise CallbackFailed if a deferred callable has failed, which only the log says."""
        registrar = re.escape(f"orthanc.{self.callback(callback).registrar}()")
        failure = re.compile(rf"Error in the Python callback .* of {registrar}( for .*)?:\n")
        if any(level == "error" and failure.match(text) for level, text in self._standin.log[since:]):
            raise CallbackFailed(callback, None, self.log_after(since))

    def _flush(self, plan: CallbackType, values: Mapping[str, Any]) -> None:
        """Wait until the deferred calls so far have ended: a callable of the kit is called after them."""
        assert plan.deferred is not None
        if int(values.get(plan.deferred.argument, -1)) in plan.deferred.awaited:
            return  # the core has waited
        if plan.c_name not in self._sentinels:
            self._making_sentinel = True
            try:
                getattr(self.orthanc, plan.registrar)(lambda *_args, **_named: self._ended.set())
            finally:
                self._making_sentinel = False
        self._ended.clear()
        self.call(plan, self._sentinels[plan.c_name], **values)
        assert self._ended.wait(PATIENCE), f"a callback still runs after {PATIENCE:g} seconds"

    def _check(self) -> None:
        """Raise the first failure inside a call of the script."""
        if self._pending:
            first, *_ = self._pending
            self._pending.clear()
            raise first

    def new_object(self, made: CoreObject) -> int:
        """Make a handle for an object of the core."""
        handle = self._standin.new_handle()
        self._objects[handle] = made
        return handle

    # -- The log --------------------------------------------------------------------------------------------

    @property
    def log(self) -> str:
        """The messages of the script: a line for each, which begins with E, W or I."""
        self.load()
        return self.log_after(0)

    def log_size(self) -> int:
        """Return the number of messages so far."""
        return len(self._standin.log)

    def log_after(self, size: int) -> str:
        """Return the log after the first `size` messages."""
        return "\n".join(f"{_LEVELS[level]} {text}" for level, text in self._standin.log[size:])
