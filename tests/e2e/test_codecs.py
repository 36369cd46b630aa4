"""Decoders and transcoders of the script, which the server uses to render, store and send images."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pydicom import dcmread
from pydicom.data import get_testdata_file
from pydicom.uid import (
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    RLELossless,
)

from .dicom import COLUMNS, ROWS, Archive, DicomFile
from .harness import RUNNER, RunningServer, Servers

# Call the script before the built-in decoder and transcoder.
FIRST = {"BuiltinDecoderTranscoderOrder": "After"}

DECODER = RUNNER + """
    import numpy

    asked = []
    answers = {}  # what the decoder does, as an expression

    def make(value):
        image = orthanc.CreateImage(orthanc.PixelFormat.GRAYSCALE8, 7, 5)
        numpy.asarray(image)[...] = value
        return image

    def closed():
        image = make(1)
        image.Close()
        return image

    kept, shared = make(3), make(4)
    view = numpy.asarray(shared)

    @orthanc.RegisterDecodeImageCallback
    def decode(dicom, frame_index):
        assert type(dicom) is bytes
        asked.append([len(dicom), frame_index])
        return eval(answers["decode"])
    """


@pytest.fixture(scope="module")
def decoding(serve_module: Servers) -> RunningServer:
    """Run a server whose decoder evaluates an expression of the test."""
    return serve_module(DECODER, configuration={**FIRST, "MaximumStorageCacheSize": 0}, packages=True)


def preview(server: RunningServer, file: DicomFile) -> np.ndarray[Any, Any]:
    """Have the server render the file, and decode the result."""
    answer = server.get(f"/instances/{file.instance_id}/image-uint8")
    assert answer.status == 200, answer.text
    return np.asarray(Image.open(io.BytesIO(answer.body)))


@pytest.mark.parametrize(
    ("decode", "pixel"),
    [
        ("make(7)", 7),
        ("kept", 3),
        ("shared", 4),
        ("orthanc.CreateImageFromBuffer(orthanc.PixelFormat.GRAYSCALE8, 7, 5, 8, bytes([9]) * 40)", 9),
    ],
    ids=["a new image", "a kept one", "one that numpy looks at", "one of a buffer"],
)
def test_the_server_shows_what_the_decoder_made(
    decoding: RunningServer, mr_file: DicomFile, decode: str, pixel: int
) -> None:
    decoding.post("/instances", mr_file.content)
    decoding.run(f"asked.clear(); answers['decode'] = {decode!r}")
    for _ in range(3):  # a decoder may return the same image again
        assert preview(decoding, mr_file).tolist() == [[pixel] * 7] * 5
        decoding.delete("/tools/caches")
    asked = decoding.run("answer = [*asked, kept.GetImageWidth(), shared.GetImageWidth()]")
    assert asked[0] == [len(mr_file.content), 0]
    assert asked[-2:] == [7, 7]


@pytest.mark.parametrize(
    ("decode", "logged"),
    [
        ("None", None),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        (
            "'text'",
            r"TypeError: orthanc\.RegisterDecodeImageCallback\(\): .* must be orthanc\.Image, not str",
        ),
        ("closed()", "ValueError: .* this orthanc.Image is closed"),
    ],
)
def test_the_next_decoder_does_it(
    decoding: RunningServer, mr_file: DicomFile, decode: str, logged: str | None
) -> None:
    decoding.post("/instances", mr_file.content)
    decoding.run(f"answers['decode'] = {decode!r}")
    before = decoding.log_text().count("Error in")
    assert preview(decoding, mr_file).shape == (ROWS, COLUMNS)
    if logged is not None:
        decoding.wait_for_log(logged)
    assert (decoding.log_text().count("Error in") > before) == (logged is not None)


def test_a_script_decodes_through_its_own_decoder(decoding: RunningServer, mr_file: DicomFile) -> None:
    assert decoding.run(f"""
        answers["decode"] = "make(frame_index + 20)"
        with open({str(mr_file.path)!r}, "rb") as file:
            content = file.read()
        with orthanc.DecodeDicomImage(content, 3) as image, orthanc.CreateDicomInstance(content) as instance:
            answer = [numpy.asarray(image)[0, 0], numpy.asarray(instance.GetInstanceDecodedFrame(0))[0, 0]]
        answer = [int(value) for value in answer]
        """) == [23, 20]


TRANSCODER = RUNNER + """
    import io
    import numpy
    from pydicom import dcmread
    from pydicom.uid import ExplicitVRLittleEndian, RLELossless

    asked = []
    declined = []

    @orthanc.RegisterTranscoderCallback
    def decline(dicom, allowed, allow_new_uid):
        declined.append(len(dicom))

    @orthanc.RegisterTranscoderCallback
    def transcode(dicom, allowed, allow_new_uid):
        assert type(dicom) is bytes and type(allowed) is list and type(allow_new_uid) is bool
        dataset = dcmread(io.BytesIO(dicom))
        asked.append([dataset.file_meta.TransferSyntaxUID, list(allowed), allow_new_uid])
        if dataset.PatientID == "BAD":
            raise ValueError("not this patient")
        if dataset.file_meta.TransferSyntaxUID.is_compressed:
            dataset.decompress(generate_instance_uid=False)
        if RLELossless in allowed:
            dataset.compress(RLELossless, generate_instance_uid=False)
        elif dataset.file_meta.TransferSyntaxUID not in allowed:
            return None
        file = io.BytesIO()
        dataset.save_as(file, enforce_file_format=True)
        return file.getbuffer()  # any bytes-like object
    """


def test_what_arrives_is_transcoded_by_the_script(serve: Servers, mr_file: DicomFile) -> None:
    server = serve(TRANSCODER, configuration={**FIRST, "IngestTranscoding": RLELossless}, packages=True)
    assert server.post("/instances", mr_file.content).json()["Status"] == "Success"
    (stored,) = server.get("/instances").json()
    dataset = dcmread(io.BytesIO(server.get(f"/instances/{stored}/file").body))
    assert dataset.file_meta.TransferSyntaxUID == RLELossless
    assert (dataset.pixel_array == mr_file.dataset.pixel_array).all()
    ((syntax, allowed, _),) = server.run("answer = asked")
    assert (syntax, allowed) == (ExplicitVRLittleEndian, [RLELossless])
    assert server.run("answer = declined") == [len(mr_file.content)]
    assert "Error in" not in server.log_text()


def test_a_transcoder_that_fails(serve: Servers, mr_file: DicomFile) -> None:
    server = serve(TRANSCODER, configuration={**FIRST, "IngestTranscoding": RLELossless}, packages=True)
    mr_file.dataset.PatientID = "BAD"
    mr_file.dataset.save_as(mr_file.path, enforce_file_format=True)
    # The server then stores the file unchanged.
    assert server.post("/instances", mr_file.content).json()["Status"] == "Success"
    server.wait_for_log("ValueError: not this patient")
    assert server.get(f"/instances/{mr_file.instance_id}/file").body == mr_file.content


@pytest.fixture
def jpeg2000() -> Path:
    """Return a file that the built-in transcoder cannot decode."""
    return Path(str(get_testdata_file("MR_small_jp2klossless.dcm", download=False)))


def test_a_request_for_another_transfer_syntax(serve: Servers, jpeg2000: Path) -> None:
    server = serve(TRANSCODER, configuration=FIRST, packages=True)
    instance = server.post("/instances", jpeg2000.read_bytes()).json()["ID"]
    request = {"Transcode": ExplicitVRLittleEndian, "Keep": ["SOPInstanceUID"], "Force": True}
    answer = server.post(f"/instances/{instance}/modify", json.dumps(request))
    assert answer.status == 200, answer.text
    dataset = dcmread(io.BytesIO(answer.body))
    assert dataset.file_meta.TransferSyntaxUID == ExplicitVRLittleEndian
    assert (dataset.pixel_array == dcmread(jpeg2000).pixel_array).all()
    syntax, allowed, _ = server.run("answer = asked[-1]")
    assert (syntax, allowed) == (JPEG2000Lossless, [ExplicitVRLittleEndian])


def test_a_modality_that_knows_no_compression(serve: Servers, archive: Archive, jpeg2000: Path) -> None:
    modality = {"AET": archive.AET, "Host": "127.0.0.1", "Port": archive.port}
    server = serve(
        TRANSCODER, configuration={**FIRST, "DicomModalities": {"archive": modality}}, packages=True
    )
    instance = server.post("/instances", jpeg2000.read_bytes()).json()["ID"]
    answer = server.post("/modalities/archive/store", instance)
    assert answer.status == 200, answer.text
    ((syntax, allowed, _),) = server.run("answer = asked")
    assert syntax == JPEG2000Lossless
    assert {ExplicitVRLittleEndian, ImplicitVRLittleEndian} & set(allowed)
    (received,) = archive.received
    assert received.PixelData == dcmread(jpeg2000).pixel_array.tobytes()


def test_a_script_transcodes(serve: Servers, mr_file: DicomFile) -> None:
    server = serve(TRANSCODER, configuration=FIRST, packages=True)
    assert server.run(f"""
        with open({str(mr_file.path)!r}, "rb") as file:
            content = file.read()
        with orthanc.TranscodeDicomInstance(content, RLELossless) as instance:
            answer = [instance.GetInstanceTransferSyntaxUid(), instance.GetInstanceFramesCount()]
            raw, view = instance.GetInstanceRawFrame(0), memoryview(instance)
            assert int.from_bytes(raw[:4], "little") == 2  # segments: RLE has one for each byte of a pixel
            assert raw in bytes(view)
            pixels = dcmread(io.BytesIO(view)).pixel_array
            del view
        assert (pixels == dcmread(io.BytesIO(content)).pixel_array).all()
        try:
            orthanc.TranscodeDicomInstance(content, "1.2.3")
        except orthanc.OrthancException as error:
            answer.append(type(error.args[0]).__name__)
        """) == [RLELossless, 1, "ErrorCode"]
