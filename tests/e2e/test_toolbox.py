"""The toolbox of the SDK, and the properties that scripts set for their plugin: one call each."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from orthanc_codegen.ir import Version

from .harness import RUNNER, RunningServer, Servers

needs = pytest.mark.needs


@pytest.fixture(scope="module")
def server(serve_module: Servers) -> RunningServer:
    """Run a server without data."""
    return serve_module(RUNNER + """
    CONFLICT = orthanc.RegisterErrorCode(1, 409, "Coffee and tea at once")

    def brew(output, uri, **request):
        raise orthanc.OrthancException(CONFLICT, "no coffee")

    def locked(output, uri, **request):
        output.AnswerBuffer(request["method"], "text/plain")

    def echo(output, uri, method, body=b"", **request):
        output.AnswerBuffer(method.encode() + b" " + body, "text/plain")

    orthanc.RegisterRestCallback("/instances/echo", echo)
    orthanc.RegisterRestCallback("/brew", brew)
    orthanc.RegisterRestCallbackWithLock("/locked", locked)
    """)


@pytest.mark.parametrize("scheme", ["ZLIB_WITH_SIZE", "GZIP", "GZIP_WITH_SIZE"])
def test_buffers_are_compressed(server: RunningServer, scheme: str) -> None:
    assert server.run(f"""
        content = bytes(range(256)) * 100
        small = orthanc.BufferCompression(content, orthanc.CompressionType.{scheme})
        back = orthanc.BufferCompression(small, orthanc.CompressionType.{scheme}, uncompress=True)
        answer = [len(small) < len(content), back == content]
        """) == [True, True]


def test_broken_compression_is_an_exception(server: RunningServer) -> None:
    assert server.run("""
        try:
            orthanc.BufferCompression(b"no gzip", orthanc.CompressionType.GZIP, True)
        except orthanc.OrthancException as error:
            answer = [code == error.args[0] for code in (0, error.args[0].value)]
        """) == [False, True]


def test_digests_and_names(server: RunningServer) -> None:
    md5, sha1, uuids, mime = server.run("""
        answer = [
            orthanc.ComputeMd5(b"\\x00\\xff"), orthanc.ComputeSha1(b"\\x00\\xff"),
            [orthanc.GenerateUuid() for _ in range(2)],
            [orthanc.AutodetectMimeType(path) for path in ("a.png", "/b/c.dcm")],
        ]
        """)
    assert md5 == hashlib.md5(b"\0\xff").hexdigest()
    assert sha1.replace("-", "") == hashlib.sha1(b"\0\xff").hexdigest()
    assert len(set(uuids)) == 2
    assert {len(uuid) for uuid in uuids} == {36}
    assert mime == ["image/png", "application/dicom"]


def test_files_are_read_and_written(server: RunningServer, tmp_path: Path) -> None:
    file = tmp_path / "ünï"
    assert server.run(f"""
        orthanc.WriteFile({str(file)!r}, bytes(range(256)))
        answer = orthanc.ReadFile({str(file)!r}).hex()
        """) == bytes(range(256)).hex()
    assert file.read_bytes() == bytes(range(256))
    assert server.run(f"""
        try:
            orthanc.ReadFile({str(tmp_path / "nothing")!r})
        except orthanc.OrthancException as error:
            answer = error.args[0].name
        """) in ("INEXISTENT_FILE", "REGULAR_FILE_EXPECTED")


def test_versions(server: RunningServer) -> None:
    release = server.release
    newer, same = Version(release.major, release.minor + 1, 0), release
    asked = [f"orthanc.CheckVersionAdvanced({v.major}, {v.minor}, {v.revision})" for v in (newer, same)]
    assert server.run(f"answer = [{', '.join(asked)}]") == [0, 1]
    assert server.run("answer = orthanc.CheckVersion()") == 1
    assert server.run("answer = orthanc.GetExpectedDatabaseVersion()") == 6


def test_error_codes(server: RunningServer) -> None:
    assert server.run("answer = orthanc.GetErrorDescription(orthanc.ErrorCode.UNKNOWN_RESOURCE)") == (
        "Unknown resource"
    )
    answer = server.get("/brew")
    assert (answer.status, answer.json()["Message"]) == (409, "Coffee and tea at once")
    assert answer.json()["OrthancStatus"] == 1  # the number that the script chose
    assert server.run("answer = CONFLICT") >= 1000000  # the number that the server assigned


def test_a_route_under_the_lock_of_the_server(server: RunningServer) -> None:
    for method, body in (("GET", None), ("POST", b""), ("PUT", b""), ("DELETE", None)):
        assert server.request(method, "/locked", body).text == method


def test_where_the_server_lives(server: RunningServer) -> None:
    program, folder, configuration, arguments, settings = server.run("""
        count = orthanc.GetCommandLineArgumentsCount()
        answer = [
            orthanc.GetOrthancPath(), orthanc.GetOrthancDirectory(), orthanc.GetConfigurationPath(),
            [orthanc.GetCommandLineArgument(i) for i in range(count)],
            json.loads(orthanc.GetConfiguration()),
        ]
        """)
    assert Path(program).parent == Path(folder)
    assert configuration == arguments[-1]
    assert settings["HttpPort"] == server.http_port
    assert server.run("""
        try:
            orthanc.GetCommandLineArgument(orthanc.GetCommandLineArgumentsCount())
        except IndexError as error:
            answer = str(error)
        """).endswith("is not below 1")


@needs("GetDatabaseServerIdentifier")
def test_the_identifier_of_the_server(server: RunningServer) -> None:
    identifier = server.run("answer = orthanc.GetDatabaseServerIdentifier()")
    assert identifier == server.get("/system").json()["DatabaseServerIdentifier"]


def test_global_properties(server: RunningServer) -> None:
    assert server.run("""
        answer = [orthanc.GetGlobalProperty(5000, "default")]
        for value in ("grüß dich", ""):
            orthanc.SetGlobalProperty(5000, value)
            answer.append(orthanc.GetGlobalProperty(5000, "default"))
        try:
            orthanc.SetGlobalProperty(3, "reserved for the server")
        except orthanc.OrthancException as error:
            answer.append(type(error.args[0]).__name__)
        """) == ["default", "grüß dich", "", "ErrorCode"]


def test_a_script_introduces_itself(server: RunningServer) -> None:
    server.run("""
        orthanc.SetRootUri("/mine/index.html")
        orthanc.SetDescription("What it does, in Grün")
        orthanc.ExtendOrthancExplorer("// of the script")
        """)
    plugin = server.get("/plugins/python").json()
    assert plugin["RootUri"] == "../mine/index.html"
    assert plugin["Description"] == "What it does, in Grün"
    assert "// of the script" in server.get("/plugins/explorer.js").text


@needs("SetRootUri2", "SetDescription2", "ExtendOrthancExplorer2")
def test_a_script_introduces_itself_by_name(serve: Servers) -> None:
    server = serve(RUNNER)
    server.run("""
        orthanc.SetRootUri2("python", "/other/index.html")
        orthanc.SetDescription2("python", "by name")
        orthanc.ExtendOrthancExplorer2("python", "// by name")
        """)
    plugin = server.get("/plugins/python").json()
    assert (plugin["RootUri"], plugin["Description"]) == ("../other/index.html", "by name")
    assert "// by name" in server.get("/plugins/explorer.js").text


def test_the_rest_api_with_a_token(serve: Servers) -> None:
    locked = {"AuthenticationEnabled": True, "RegisteredUsers": {"emil": "secret"}}
    server = serve(
        """
        import orthanc
        @orthanc.RegisterOnChangeCallback
        def started(change, level, resource):
            if change == orthanc.ChangeType.ORTHANC_STARTED:
                orthanc.LogWarning("token: " + orthanc.GenerateRestApiAuthorizationToken())
        """,
        configuration=locked,
    )
    token = server.wait_for_log("token: (.+)$")[1]
    assert server.get("/system").status == 401
    assert server.get("/system", Authorization=token + "x").status == 401
    assert server.get("/system", Authorization=token).status == 200


def test_routes_of_the_script_from_within(server: RunningServer) -> None:
    *answers, deleted = server.run("""
        answer = [
            orthanc.RestApiPostAfterPlugins("/instances/echo", "1").decode(),
            orthanc.RestApiPutAfterPlugins("/instances/echo", b"2").decode(),
            orthanc.RestApiGetAfterPlugins("/instances/echo").decode(),
            orthanc.RestApiDeleteAfterPlugins("/instances/echo"),
        ]
        for call in (
            lambda: orthanc.RestApiGet("/instances/echo"),  # of the server alone
            lambda: orthanc.RestApiDelete("/instances/echo"),
        ):
            try:
                answer.append(repr(call()))
            except orthanc.OrthancException as error:
                answer.append(error.args[0].name)
        """)
    assert answers == ["POST 1", "PUT 2", "GET ", None, "UNKNOWN_RESOURCE"]
    assert deleted in ("UNKNOWN_RESOURCE", "None")  # Orthanc 1.9.1 does not report the error
