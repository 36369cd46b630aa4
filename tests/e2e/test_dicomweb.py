"""DICOMweb: documents whose binary values a script chooses, and multipart answers."""

from __future__ import annotations

import base64
import email
import email.policy
import http.client
from typing import Any
from xml.etree import ElementTree

import pytest
from pydicom.dataset import Dataset

from .dicom import DicomFile, make_dicom
from .expressions import EVALUATOR, evaluate
from .harness import TIMEOUT, RunningServer, Servers

ICC = bytes(range(256))
LUT = b"\x00\x01\xfe\xff"

DECIDE = """
    seen = []

    # The values below sequences go inline, pixels to a URI, everything else away.
    def decide(node, groups, elements, indices, group, element, vr):
        path = [f"{g:04X}{e:04X}/{i}" for g, e, i in zip(groups, elements, indices)]
        path = "/".join([*path, f"{group:04X}{element:04X}"])
        seen.append([path, vr.name])
        if groups:
            node.SetBinaryNode(orthanc.DicomWebBinaryMode.INLINE_BINARY)
        elif group == 0x7fe0:
            node.SetBinaryNode(orthanc.DicomWebBinaryMode.BULK_DATA_URI, "http://bulk/" + path)
        else:
            node.SetBinaryNode(orthanc.DicomWebBinaryMode.IGNORE)

    def fail(node, *where):
        seen.append(node)
        raise LookupError("cannot decide")

    def misuse(node, *where):
        node.SetBinaryNode(7)

    def encode(how, callback, *where):
        seen.clear()
        return [how(*where, callback), list(seen)]

    instance_of = lambda dicom: orthanc.CreateDicomInstance(dicom)
    stored = lambda: orthanc.GetDicomForInstance(orthanc.LookupInstance(uid))
"""

ENCODERS = [
    "encode(orthanc.EncodeDicomWeb{}, {}, stored())",
    "encode(orthanc.EncodeDicomWeb{}2, {}, stored())",
    "encode(instance_of(stored()).GetInstanceDicomWeb{}, {})",
]
encoders = pytest.mark.parametrize("encoder", ENCODERS, ids=["encode", "encode2", "instance"])


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> DicomFile:
    """Make an image with binary values at the top level and in sequences."""
    path = tmp_path_factory.mktemp("dicomweb") / "image.dcm"
    made = make_dicom(path, "MR")
    made.dataset.ICCProfile = ICC
    inner, outer, other = Dataset(), Dataset(), Dataset()
    inner.RedPaletteColorLookupTableData = LUT
    outer.PaletteColorLookupTableSequence = [inner]
    other.ICCProfile = ICC
    made.dataset.OpticalPathSequence = [other, outer]
    made.dataset.PatientName = "Böse^Bärbel"
    made.dataset.SpecificCharacterSet = "ISO_IR 100"
    made.dataset.save_as(path, enforce_file_format=True)
    return made


@pytest.fixture(scope="module")
def server(serve_module: Servers, image: DicomFile) -> RunningServer:
    """Run a server that evaluates expressions and stores the image."""
    uid = str(image.dataset.SOPInstanceUID)
    server = serve_module(EVALUATOR + DECIDE + f"    uid = {uid!r}\n")
    assert server.post("/instances", image.content).status == 200
    return server


SEEN = [
    ["00282000", "OB"],
    ["00480105/0/00282000", "OB"],
    ["00480105/1/00480120/0/00281201", "OW"],
    ["7FE00010", "OW"],
]


@encoders
def test_a_script_decides_on_each_binary_value_of_json(
    server: RunningServer, image: DicomFile, encoder: str
) -> None:
    document, seen = evaluate(server, encoder.format("Json", "decide"))
    assert seen == SEEN
    uris: list[str] = []

    def bulk(_tag: str, _vr: str, uri: str) -> bytes:
        uris.append(uri)
        return b""

    parsed = Dataset.from_json(document, bulk)
    assert "ICCProfile" not in parsed
    other, outer = parsed.OpticalPathSequence
    assert other.ICCProfile == ICC
    assert outer[0x00480120].value[0].RedPaletteColorLookupTableData == LUT
    assert uris == ["http://bulk/7FE00010"]
    assert parsed.PatientName == "Böse^Bärbel"
    assert (parsed.Rows, parsed.SOPInstanceUID) == (image.dataset.Rows, image.dataset.SOPInstanceUID)


@encoders
def test_a_script_decides_on_each_binary_value_of_xml(server: RunningServer, encoder: str) -> None:
    document, seen = evaluate(server, encoder.format("Xml", "decide"))
    assert seen == SEEN
    name = "{http://dicom.nema.org/PS3.19/models/NativeDICOM}"
    model = ElementTree.fromstring(document.removeprefix('<?xml version="1.0" encoding="utf-8"?>'))
    values = {a.get("tag", ""): a for a in model.iter() if a.tag.removeprefix(name) == "DicomAttribute"}
    (bulk,) = values["7FE00010"]
    assert (bulk.tag.removeprefix(name), bulk.get("URI")) == ("BulkData", "http://bulk/7FE00010")
    (inline,) = values["00281201"]
    assert base64.b64decode(inline.text or "") == LUT
    inlines = [e for e in model.iter() if e.tag.removeprefix(name) == "InlineBinary"]
    assert [base64.b64decode(e.text or "") for e in inlines] == [ICC, LUT]
    assert "Bärbel" in document


@encoders
@pytest.mark.parametrize("form", ["Json", "Xml"])
def test_what_the_callable_raises_comes_out_of_the_call(
    server: RunningServer, encoder: str, form: str
) -> None:
    assert evaluate(server, encoder.format(form, "fail")) == {
        "error": "LookupError",
        "text": "cannot decide",
    }
    late = "seen[0].SetBinaryNode(orthanc.DicomWebBinaryMode.IGNORE)"
    assert "valid only during the callback" in evaluate(server, late)["text"]
    assert evaluate(server, encoder.format(form, "misuse"))["error"] == "ValueError"
    assert evaluate(server, encoder.format(form, "12"))["error"] == "TypeError"


@encoders
def test_a_callable_that_decides_nothing_leaves_values_out(server: RunningServer, encoder: str) -> None:
    document, _ = evaluate(server, encoder.format("Json", "lambda node, *where: None"))
    assert "BulkDataURI" not in document
    assert "InlineBinary" not in document
    assert "PixelData" not in Dataset.from_json(document)


def test_what_is_no_dicom_is_an_exception(server: RunningServer) -> None:
    for call in ("EncodeDicomWebJson", "EncodeDicomWebXml2"):
        assert "error" in evaluate(server, f"orthanc.{call}(b'no DICOM', decide)")


ANSWERS = """
    import threading
    import orthanc

    go = threading.Event()

    def parts(output, uri, **request):
        output.StartMultipartAnswer("related", "application/dicom")
        output.SendMultipartItem(b"one")
        output.SendMultipartItem2("zwei: käse", {"X-Part": "2", "X-More": "yes"})
        output.SendMultipartItem2(bytes(range(256)) * 4096)

    def broken(output, uri, **request):
        output.StartMultipartAnswer("mixed", "text/plain")
        output.SendMultipartItem(b"one")
        raise ValueError("no second part")

    def stream(output, uri, **request):
        output.StartStreamAnswer("application/octet-stream")
        output.SendStreamChunk(b"first")
        assert go.wait(20)
        for _ in range(64):
            output.SendStreamChunk(bytes(range(256)) * 256)

    def proceed(output, uri, **request):
        go.set()
        output.AnswerBuffer("", "text/plain")

    def attempt(output, uri, **request):
        for call in ("SendMultipartItem", "SendMultipartItem2"):
            try:
                getattr(output, call)(b"too early")
            except orthanc.OrthancException as error:
                orthanc.LogWarning(f"{call}: {error.args[0].name}")
        output.AnswerBuffer("done", "text/plain")

    for route in (parts, broken, stream, proceed, attempt):
        orthanc.RegisterRestCallback("/" + route.__name__, route)
"""


@pytest.fixture(scope="module")
def answers(serve_module: Servers) -> RunningServer:
    """Run a server with the script above."""
    return serve_module(ANSWERS)


def test_an_answer_in_parts(answers: RunningServer) -> None:
    answer = answers.get("/parts")
    head = f"Content-Type: {answer.headers['Content-Type']}\r\n\r\n"
    message = email.message_from_bytes(head.encode() + answer.body, policy=email.policy.HTTP)
    assert message.get_content_type() == "multipart/related"
    parts: list[Any] = list(message.iter_parts())
    assert [part.get_content_type() for part in parts] == ["application/dicom"] * 3
    bodies = [part.get_payload(decode=True) for part in parts]
    assert bodies[:2] == [b"one", "zwei: käse".encode()]
    assert bodies[2] == bytes(range(256)) * 4096
    assert (parts[1]["X-Part"], parts[1]["X-More"], parts[0]["X-Part"]) == ("2", "yes", None)


def test_an_answer_in_parts_that_breaks_off(answers: RunningServer) -> None:
    answers.get("/broken")
    answers.wait_for_log("ValueError: no second part")
    assert answers.get("/parts").status == 200


def test_a_part_needs_an_answer_in_parts(answers: RunningServer) -> None:
    answers.get("/attempt")
    for call in ("SendMultipartItem", "SendMultipartItem2"):
        answers.wait_for_log(f"{call}: BAD_SEQUENCE_OF_CALLS")
    assert answers.get("/parts").status == 200


@pytest.mark.needs("RestOutput.StartStreamAnswer")
def test_an_answer_in_pieces_arrives_while_it_is_sent(answers: RunningServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", answers.http_port, timeout=TIMEOUT)
    connection.request("GET", "/stream")
    answer = connection.getresponse()
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.read(5) == b"first"
    assert answers.get("/proceed").status == 200
    assert answer.read() == bytes(range(256)) * 256 * 64
    connection.close()
