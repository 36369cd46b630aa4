"""The in-process core: what it answers a script, how it calls one, and what fails loudly."""

from __future__ import annotations

import os
import sys
import time

import pytest

from orthanc_testing import CallbackFailed, KitError, RestRequest, Unanswered, make_dataset

from .conftest import Load

ECHO = """
    import json
    import orthanc

    def echo(output, uri, **request):
        request.pop("authentication_payload", None)
        body = request.pop("body", b"").decode()
        output.SetHttpHeader("X-Echo", "yes")
        output.AnswerBuffer(json.dumps({"uri": uri, "body": body, **request}), "application/json")

    orthanc.RegisterRestCallback("/echo/([^/]*)(/.*)?", echo)
"""
ASK = """
    import orthanc

    def ask(output, uri, body, **request):
        names = {"orthanc": orthanc, "answer": b""}
        exec(body, names)
        answer = names["answer"]
        output.AnswerBuffer(answer if isinstance(answer, bytes) else repr(answer), "text/plain")

    orthanc.RegisterRestCallback("/ask", ask)
"""


def test_a_request_reaches_the_route_as_in_a_server(load: Load) -> None:
    core = load(ECHO)
    answer = core.get("/echo/a/b?x=1&y=", x_name="value")
    assert (answer.status, answer.headers["x-echo"]) == (200, "yes")
    assert answer.json() == {
        "uri": "/echo/a/b",
        "body": "",
        "method": "GET",
        "groups": ["a", "/b"],
        "headers": {"x-name": "value"},
        "get": {"x": "1", "y": ""},
    }
    posted = core.post("/echo/", "text").json()
    assert (posted["method"], posted["body"], posted["groups"]) == ("POST", "text", ["", ""])
    assert "get" not in posted


def test_a_route_that_does_not_exist_fails_loudly(load: Load) -> None:
    core = load(ECHO)
    with pytest.raises(Unanswered, match=r"no route for GET /else; it has /echo/"):
        core.get("/else")


def test_the_rest_api_is_what_the_test_says(load: Load) -> None:
    core = load(ASK)
    core.rest.on("GET", r"/studies/(\w+)/series", [{"ID": "canned"}])

    @core.rest.on("PUT", r"/modalities/(.*)")
    def put(request: RestRequest) -> str:
        return f"{request.groups[0]} {request.json()} {request.headers.get('a')}"

    assert core.post("/ask", "answer = orthanc.RestApiGet('/studies/abc/series?expand')").json() == [
        {"ID": "canned"}
    ]
    assert core.post("/ask", "answer = orthanc.RestApiPut('/modalities/m', '[1]')").text == "m [1] None"
    call = "answer = orthanc.CallRestApi(orthanc.HttpMethod.PUT, '/modalities/m', {'a': 'b'}, b'2').body"
    assert core.post("/ask", call).text == "m 2 b"
    core.rest.fail("PUT", "/modalities/gone", core.orthanc.ErrorCode.UNKNOWN_RESOURCE)
    call = "answer = orthanc.CallRestApi(orthanc.HttpMethod.PUT, '/modalities/gone').status"
    assert core.post("/ask", call).text == "404"
    assert [(r.method, r.uri, dict(r.arguments)) for r in core.rest.requests] == [
        ("GET", "/studies/abc/series", {"expand": ""}),
        ("PUT", "/modalities/m", {}),
        ("PUT", "/modalities/m", {}),
        ("PUT", "/modalities/gone", {}),
    ]


def test_a_script_reaches_its_own_routes_after_plugins_only(load: Load) -> None:
    core = load(ASK + ECHO.replace("import json", "import json  # second script"))
    assert core.post("/ask", "answer = orthanc.RestApiGetAfterPlugins('/echo/x')").json()["uri"] == "/echo/x"
    with pytest.raises(Unanswered, match=r'orthanc_core\.rest\.on\("GET", "/echo/x", …\)$'):
        core.post("/ask", "answer = orthanc.RestApiGet('/echo/x')")


def test_answers_that_no_call_could_get_are_refused(load: Load) -> None:
    core = load(ASK)
    with pytest.raises(
        KitError, match="'FETCH' is not a method of the REST API: give GET, POST, PUT, DELETE"
    ):
        core.rest.on("FETCH", "/a", b"")
    with pytest.raises(KitError, match=r"'/\(' is not a regular expression: missing \)"):
        core.rest.fail("GET", "/(", core.orthanc.ErrorCode.TIMEOUT)
    core.rest.on("get", "/a", b"x")
    assert core.post("/ask", "answer = orthanc.RestApiGet('/a')").text == "x"


def test_an_unanswered_call_fails_even_if_the_script_catches_it(load: Load) -> None:
    core = load(ASK)
    caught = "try:\n  orthanc.RestApiGet('/a')\nexcept orthanc.OrthancException:\n  answer = b'caught'"
    with pytest.raises(Unanswered, match="the script asked for GET /a"):
        core.post("/ask", caught)
    with pytest.raises(Unanswered, match=r'called LookupStudy, .*: orthanc_core\.on\("LookupStudy", …\)'):
        core.post("/ask", "orthanc.LookupStudy('1.2')")


@pytest.mark.parametrize(
    ("uri", "literal"),
    [
        ("/studies/0a1b-2c", '"/studies/0a1b-2c"'),
        ("/app/a.b", r'r"/app/a\.b"'),
        ('/say/"x"', r'"/say/\"x\""'),
    ],
)
def test_the_line_to_add_can_be_pasted(load: Load, uri: str, literal: str) -> None:
    core, ask = load(ASK), f"answer = orthanc.RestApiGet({uri!r})"
    with pytest.raises(Unanswered) as raised:
        core.post("/ask", ask)
    line = str(raised.value).partition("no answer: ")[2]
    assert line == f'orthanc_core.rest.on("GET", {literal}, …)'
    exec(line.replace("…", "'found'"), {"orthanc_core": core})
    assert core.post("/ask", ask).text == "found"


def test_a_pattern_with_arguments_is_explained(load: Load) -> None:
    core = load(ASK)
    core.rest.on("GET", "/studies?expand", [])
    core.rest.on("GET", "/series(/all)?", [])
    with pytest.raises(Unanswered, match="match the URI without its arguments"):
        core.post("/ask", "orthanc.RestApiGet('/studies?expand')")
    with pytest.raises(Unanswered) as raised:
        core.post("/ask", "orthanc.RestApiGet('/patients?expand')")
    assert "without its arguments" not in str(raised.value)


def test_any_function_is_answered_or_fails_as_the_test_says(load: Load) -> None:
    core = load(ASK)
    core.on("LookupStudy", "abc")
    core.on("LookupSeries", lambda request: request.fields["argument"] + "!")
    core.on("HttpGet", b"content")
    assert core.post("/ask", "answer = orthanc.LookupStudy('1.2')").text == "'abc'"
    assert core.post("/ask", "answer = orthanc.LookupSeries('1.2')").text == "'1.2!'"
    assert core.post("/ask", "answer = orthanc.HttpGet('http://x')").text == "content"
    assert core.asked("HttpGet")[0]["url"] == "http://x"
    core.fail("LookupStudy", core.orthanc.ErrorCode.TIMEOUT)
    failing = "try:\n  orthanc.LookupStudy('1')\nexcept orthanc.OrthancException as e:\n  answer = e.args"
    assert core.post("/ask", failing).text == "(<ErrorCode.TIMEOUT: 16>, 'Timeout')"
    with pytest.raises(KitError, match=r"no function LookupStuddy; do you mean LookupStudy\?"):
        core.fail("LookupStuddy", 1)


def test_a_failure_of_the_tests_own_handler_reaches_the_test(load: Load) -> None:
    core = load(ASK)

    @core.rest.on("GET", "/a")
    def handler(request: RestRequest) -> bytes:
        raise ZeroDivisionError(request.uri)

    with pytest.raises(ZeroDivisionError, match="/a"):
        core.post("/ask", "orthanc.RestApiGet('/a')")


def test_what_the_core_computes_itself(load: Load) -> None:
    core = load(ASK, configuration={"Name": "mine"})
    assert "mine" in core.post("/ask", "answer = orthanc.GetConfiguration()").text
    assert core.post("/ask", "answer = orthanc.ComputeMd5(b'')").text == "'d41d8cd98f00b204e9800998ecf8427e'"
    core.post("/ask", "orthanc.SetGlobalProperty(1024, 'kept')")
    assert core.post("/ask", "answer = orthanc.GetGlobalProperty(1024, '')").text == "'kept'"
    made = 'answer = orthanc.CreateDicom(\'{"PatientID": "7"}\', None, orthanc.CreateDicomFlags.NONE)'
    assert core.post("/ask", made).content[128:132] == b"DICM"


def test_errors_of_a_route_are_http_statuses_and_in_the_log(load: Load) -> None:
    core = load(ASK)
    assert core.post("/ask", "raise orthanc.OrthancException(orthanc.ErrorCode.UNAUTHORIZED)").status == 401
    assert core.post("/ask", "raise ValueError('broken')").status == 500
    core.wait_for_log("^  ValueError: broken$")


def test_the_release_decides_what_the_module_offers(load: Load) -> None:
    core = load(ASK)
    core.on("DequeueValue", {"found": 0})
    assert core.post("/ask", "answer = orthanc.DequeueValue('q', orthanc.QueueOrigin.FRONT)").text == "None"
    core.release = "1.10.1"
    assert core.release == "1.10.1"
    assert core.post("/ask", "answer = orthanc.DequeueValue('q', orthanc.QueueOrigin.FRONT)").status == 500
    assert "1.12.8" in core.log
    with pytest.raises(KitError, match="'newest' is not a release"):
        core.release = "newest"


def test_events_have_been_handled_when_the_call_returns(load: Load) -> None:
    core = load("""
        import time
        import orthanc

        @orthanc.RegisterOnChangeCallback
        def first(change, level, resource):
            time.sleep(0.05)
            orthanc.LogWarning(f"first {change.name} {level.name} {resource}")

        @orthanc.RegisterOnChangeCallback
        def second(change, level, resource):
            orthanc.LogInfo("second")
        """)
    kinds, levels = core.orthanc.ChangeType, core.orthanc.ResourceType
    core.change(kinds.NEW_STUDY, levels.STUDY, "abc")
    assert core.log.splitlines() == ["W first NEW_STUDY STUDY abc", "I second"]
    core.change(kinds.ORTHANC_STOPPED)
    assert "W first ORTHANC_STOPPED NONE " in core.log


@pytest.mark.parametrize("word", ["", "async "])
def test_an_event_whose_callback_fails_fails_the_test(load: Load, word: str) -> None:
    core = load(f"""
        import orthanc

        @orthanc.RegisterOnChangeCallback
        {word}def first(change, level, resource):
            if resource == "bad":
                raise orthanc.OrthancException(orthanc.ErrorCode.TIMEOUT)
            if resource == "worse":
                raise ValueError("worse")

        @orthanc.RegisterOnChangeCallback
        def second(change, level, resource):
            orthanc.LogError(f"second {{resource}}")
        """)
    kinds, levels = core.orthanc.ChangeType, core.orthanc.ResourceType
    core.change(kinds.NEW_STUDY, levels.STUDY, "good")
    with pytest.raises(CallbackFailed, match=r"(?s)OnChangeCallback failed; .*ValueError: worse") as raised:
        core.change(kinds.NEW_STUDY, levels.STUDY, "worse")
    assert raised.value.code is None
    assert "good" not in str(raised.value)
    assert "second worse" in core.log
    with pytest.raises(CallbackFailed, match="OrthancException: 16"):
        core.change(kinds.STABLE_STUDY, levels.STUDY, "bad")
    with pytest.raises(CallbackFailed, match="ValueError: worse"):
        core.change(kinds.ORTHANC_STOPPED, None, "worse")


def test_a_script_is_loaded_anew_for_each_core(load: Load, tmp_path: os.PathLike[str]) -> None:
    helper = os.path.join(tmp_path, "kit_helper.py")  # noqa: PTH118
    with open(helper, "w") as file:  # noqa: PTH123
        file.write("COUNT = []\n")
    script = "import os, kit_helper\nkit_helper.COUNT.append(1)\nSEEN = os.environ['KIT_VARIABLE']\n"
    for _ in range(2):
        core = load(script, environment={"KIT_VARIABLE": "value"})
        assert (core.script.SEEN, core.script.kit_helper.COUNT) == ("value", [1])
        core.unload()
        assert not {"kit_helper", "script0", "script1"} & sys.modules.keys()
        assert "KIT_VARIABLE" not in os.environ
        assert str(tmp_path) not in sys.path


def test_answers_can_be_prepared_before_the_script_is_loaded(load: Load) -> None:
    core = load("import orthanc\nSYSTEM = orthanc.RestApiGet('/system')\n")
    core.rest.on("GET", "/system", "prepared")
    assert core.script.SYSTEM == b"prepared"
    other = load("import orthanc\nSYSTEM = orthanc.RestApiGet('/system')\n")
    with pytest.raises(KitError, match="another core is in use"):
        other.load()
    core.unload()
    with pytest.raises(Unanswered, match="GET /system"):
        other.load()


def test_an_error_of_the_script_while_it_loads_reaches_the_test(load: Load) -> None:
    with pytest.raises(ValueError, match="broken"):
        load("raise ValueError('broken')").load()


def test_a_callback_that_fails_or_does_not_exist(load: Load) -> None:
    core = load("""
        import orthanc

        @orthanc.RegisterReceivedInstanceCallback
        def received(data, origin):
            return orthanc.ReceivedInstanceAction.MODIFY, data + b"!"
        """)
    origin = core.orthanc.InstanceOrigin.REST_API
    (result,) = core.fire("ReceivedInstanceCallback", received_dicom_buffer=b"data", origin=origin)
    assert dict(result.answers) == {
        "result": core.orthanc.ReceivedInstanceAction.MODIFY,
        "modified_dicom_buffer": b"data!",
    }
    with pytest.raises(TypeError, match="has no argument 'data'; it has origin, received_dicom_buffer"):
        core.fire("ReceivedInstanceCallback", data=b"")
    with pytest.raises(Unanswered, match="the script has registered no OnChangeCallback"):
        core.change(core.orthanc.ChangeType.NEW_STUDY)
    with pytest.raises(KitError, match=r"no callback OnChange; do you mean OnChangeCallback\?"):
        core.fire("OnChange")
    failing = load("import orthanc\northanc.RegisterOnStoredInstanceCallback(lambda instance, id: 1 / 0)\n")
    core.unload()
    with pytest.raises(CallbackFailed, match="ZeroDivisionError"):
        failing.stored(make_dataset())


@pytest.mark.alone
def test_a_test_takes_milliseconds(load: Load) -> None:
    core = load(ECHO)
    core.get("/echo/a")  # imports and parses what later ones share
    core.unload()
    start = time.perf_counter()
    for _ in range(10):
        core = load(ECHO)
        core.get("/echo/a")
        core.unload()
    assert time.perf_counter() - start < 10 * 0.2  # 10 ms each on a quiet machine


def test_a_missing_package_is_named_with_the_remedy(load: Load) -> None:
    core = load("import orthanc\nimport numpy_of_nobody.fft\n")
    with pytest.raises(ModuleNotFoundError) as caught:
        core.load()
    (note,) = caught.value.__notes__
    assert "the Python of the tests, which lacks numpy_of_nobody. Install" in note
    assert note.endswith(f"ex) {sys.executable} -m pip install numpy_of_nobody")
