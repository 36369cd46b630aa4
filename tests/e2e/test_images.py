"""Images in the script: created, read and written through numpy, converted, encoded and drawn on."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from .dicom import COLUMNS, ROWS, DicomFile
from .harness import RUNNER, RunningServer, Servers


@pytest.fixture(scope="module")
def server(serve_module: Servers) -> RunningServer:
    """Run a server whose script uses numpy."""
    return serve_module(RUNNER + "    import numpy\n", packages=True)


# The number of channels, and the numpy type of one value.
LAYOUTS = {
    "GRAYSCALE8": (1, "|u1"),
    "GRAYSCALE16": (1, "<u2"),
    "SIGNED_GRAYSCALE16": (1, "<i2"),
    "GRAYSCALE32": (1, "<u4"),
    "GRAYSCALE64": (1, "<u8"),
    "FLOAT32": (1, "<f4"),
    "RGB24": (3, "|u1"),
    "RGB48": (3, "<u2"),
    "RGBA32": (4, "|u1"),
    "BGRA32": (4, "|u1"),
}


def test_every_pixel_format_has_a_layout(server: RunningServer) -> None:
    named = server.run("answer = [f.name for f in orthanc.PixelFormat]")
    assert set(named) == {*LAYOUTS, "UNKNOWN"}
    refused = server.run("""
        try:
            orthanc.CreateImage(orthanc.PixelFormat.UNKNOWN, 2, 2)
        except orthanc.OrthancException as error:
            answer = error.args[0].name
        """)
    assert refused == "PARAMETER_OUT_OF_RANGE"


@pytest.mark.parametrize("name", LAYOUTS)
def test_numpy_sees_the_pixels_themselves(server: RunningServer, name: str) -> None:
    channels, dtype = LAYOUTS[name]
    shape = [3, 5] if channels == 1 else [3, 5, channels]
    seen = server.run(f"""
        image = orthanc.CreateImage(orthanc.PixelFormat.{name}, 5, 3)
        pixels = numpy.asarray(image)
        pixels[...] = numpy.arange(pixels.size).reshape(pixels.shape)
        pixels[2, 4] = 77
        view = memoryview(image)
        again = numpy.asarray(image)
        answer = {{
            "pitch": image.GetImagePitch(), "shape": pixels.shape, "strides": pixels.strides,
            "dtype": pixels.dtype.str, "owned": pixels.flags.owndata, "writable": pixels.flags.writeable,
            "shared": numpy.shares_memory(pixels, again), "again": again.tolist(),
            "viewed": [list(view.shape), list(view.strides), view.format, view.readonly],
            "copied": image.GetImageBuffer().hex(),
        }}
        """)
    size = np.dtype(dtype).itemsize
    assert (seen["shape"], seen["dtype"]) == (shape, dtype)
    assert seen["pitch"] >= 5 * channels * size
    assert seen["strides"] == [seen["pitch"], channels * size, size][: len(shape)]
    assert (seen["owned"], seen["writable"], seen["shared"]) == (False, True, True)
    assert np.dtype(seen["viewed"].pop(2)) == dtype
    assert seen["viewed"] == [shape, seen["strides"], False]
    expected = np.arange(15 * channels, dtype=dtype).reshape(shape)
    expected[2, 4] = 77
    assert seen["again"] == expected.tolist()
    rows = np.frombuffer(bytes.fromhex(seen["copied"]), np.uint8).reshape(3, seen["pitch"])
    assert rows[:, : 5 * channels * size].tobytes() == expected.tobytes()


def decoded(png: bytes) -> np.ndarray[Any, Any]:
    """Decode an image file without the server."""
    return np.asarray(Image.open(io.BytesIO(png)))


@pytest.mark.parametrize("name", ["GRAYSCALE8", "GRAYSCALE16", "RGB24", "RGBA32"])
def test_what_numpy_writes_is_in_the_png_of_the_server(server: RunningServer, name: str) -> None:
    channels, dtype = LAYOUTS[name]
    png = server.run(f"""
        image = orthanc.CreateImage(orthanc.PixelFormat.{name}, 6, 4)
        pixels = numpy.asarray(image)
        pixels[...] = numpy.arange(pixels.size).reshape(pixels.shape) * 2
        pixels[1, 2] = 200
        what = image.GetImagePixelFormat(), image.GetImageWidth(), image.GetImageHeight()
        png = orthanc.CompressPngImage(*what, image.GetImagePitch(), image)
        copy = orthanc.CompressPngImage(*what, image.GetImagePitch(), image.GetImageBuffer())
        assert png == copy
        answer = png.hex()
        """)
    expected = np.arange(24 * channels, dtype=dtype).reshape([4, 6, channels]) * 2
    expected[1, 2] = 200
    assert decoded(bytes.fromhex(png)).reshape(4, 6, channels).tolist() == expected.tolist()


def test_pictures_are_decoded_and_encoded(server: RunningServer) -> None:
    png = io.BytesIO()
    colours = np.zeros((8, 64, 3), np.uint8)
    colours[:, :32] = 250, 10, 20
    Image.fromarray(colours).save(png, "PNG")
    answer = server.run(f"""
        image = orthanc.UncompressImage(bytes.fromhex({png.getvalue().hex()!r}), orthanc.ImageFormat.PNG)
        assert image.GetImagePixelFormat() == orthanc.PixelFormat.RGB24
        grey = image.ConvertPixelFormat(orthanc.PixelFormat.GRAYSCALE8)
        jpeg = orthanc.CompressJpegImage(orthanc.PixelFormat.RGB24, 64, 8, image.GetImagePitch(), image, 95)
        back = orthanc.UncompressImage(jpeg, orthanc.ImageFormat.JPEG)
        answer = [numpy.asarray(i).tolist() for i in (image, grey, back)] + [jpeg.hex()]
        """)
    original, grey, back, jpeg = answer
    assert original == colours.tolist()
    assert np.asarray(grey).shape == (8, 64)
    assert (np.asarray(grey)[:, :32] > 50).all()
    assert (np.asarray(grey)[:, 32:] == 0).all()
    for lossy in (np.asarray(back, int), decoded(bytes.fromhex(jpeg)).astype(int)):
        # The colours blur at their border.
        assert np.abs(lossy - colours)[:, [*range(24), *range(40, 64)]].max() < 8


def test_what_cannot_be_decoded_or_encoded_is_an_exception(server: RunningServer) -> None:
    assert server.run("""
        answer = []
        image = orthanc.CreateImage(orthanc.PixelFormat.GRAYSCALE16, 2, 2)
        calls = [
            lambda: orthanc.UncompressImage(b"no picture", orthanc.ImageFormat.PNG),
            lambda: orthanc.UncompressImage(b"no picture", orthanc.ImageFormat.JPEG),
            lambda: orthanc.DecodeDicomImage(b"no DICOM", 0),
            lambda: image.ConvertPixelFormat(orthanc.PixelFormat.RGB48),
            lambda: orthanc.CompressJpegImage(image.GetImagePixelFormat(), 2, 2, 4, image, 90),
            lambda: image.DrawText(99, "text", 0, 0, 0, 0, 0),
        ]
        for call in calls:
            try:
                answer.append(repr(call()))
            except orthanc.OrthancException as error:
                answer.append(type(error).__name__)
        """) == ["OrthancException"] * 6


def test_text_is_drawn(server: RunningServer) -> None:
    answer = server.run("""
        image = orthanc.CreateImage(orthanc.PixelFormat.RGB24, 80, 30)
        pixels = numpy.asarray(image)
        pixels[...] = 0
        image.DrawText(0, "Grüße", 10, 5, 255, 128, 0)
        answer = [pixels.tolist(), orthanc.GetFontsCount(), orthanc.GetFontName(0), orthanc.GetFontSize(0)]
        """)
    pixels = np.asarray(answer[0])
    assert answer[1] > 0
    assert len(answer[2]) > 0
    assert answer[3] > 0
    assert pixels[:, :, 0].max() > 250
    assert 120 < pixels[:, :, 1].max() <= 128
    assert pixels[:, :, 2].max() == 0
    assert pixels[:5].max() == pixels[:, :10].max() == 0


def test_an_image_of_a_buffer_is_a_copy_with_its_pitch(server: RunningServer) -> None:
    assert server.run("""
        rows = bytearray(range(32))  # 4 rows of 3 pixels of 2 bytes, and 2 bytes to fill up
        image = orthanc.CreateImageFromBuffer(orthanc.PixelFormat.GRAYSCALE16, 3, 4, 8, rows)
        rows[:] = bytes(32)
        pixels = numpy.asarray(image)
        assert (pixels.shape, pixels.strides) == ((4, 3), (8, 2))
        assert not memoryview(image).contiguous
        pixels[3, 2] = 0xABCD
        assert image.GetImageBuffer() == bytes(range(28)) + b"\\xcd\\xab\\x1e\\x1f"
        from_numpy = numpy.arange(12, dtype=numpy.float32).reshape(3, 4)
        image = orthanc.CreateImageFromBuffer(orthanc.PixelFormat.FLOAT32, 4, 3, 16, from_numpy)
        answer = numpy.asarray(image).tolist() == from_numpy.tolist()
        """)


def test_an_image_is_freed_once_nobody_looks_at_it(server: RunningServer) -> None:
    assert server.run("""
        answer = []
        with orthanc.CreateImage(orthanc.PixelFormat.GRAYSCALE8, 2, 2) as image:
            view = memoryview(image)
            try:
                image.Close()
            except BufferError as error:
                answer.append("in use" in str(error))
            view[0, 0] = 5
            view.release()
        for use in (lambda: image.GetImageWidth(), lambda: memoryview(image)):
            try:
                answer.append(repr(use()))
            except (ValueError, BufferError) as error:
                answer.append("closed" in str(error))
        pixels = numpy.asarray(orthanc.CreateImage(orthanc.PixelFormat.GRAYSCALE8, 2, 2))
        pixels[...] = 9  # it keeps the image
        answer.append(int(pixels.sum()) == 36)
        """) == [True] * 4


def test_frames_of_a_dicom_file(server: RunningServer, mr_file: DicomFile, sc_file: DicomFile) -> None:
    grey, colour = server.run(f"""
        answer = []
        for path in ({str(mr_file.path)!r}, {str(sc_file.path)!r}):
            with open(path, "rb") as file:
                content = file.read()
            with orthanc.DecodeDicomImage(content, 0) as image:
                answer.append([image.GetImagePixelFormat().name, numpy.array(image).tolist()])
                with orthanc.CreateDicomInstance(content) as instance:
                    frame = instance.GetInstanceDecodedFrame(0)
                assert numpy.array_equal(numpy.asarray(frame), numpy.asarray(image))
            assert orthanc.UncompressImage(content, orthanc.ImageFormat.DICOM).GetImageHeight() == {ROWS}
        """)
    assert grey == ["GRAYSCALE16", [[x * 32 for x in range(COLUMNS)]] * ROWS]
    assert colour == ["RGB24", [[[255, 0, 0]] * COLUMNS] * ROWS]


def test_a_dicom_instance_is_its_file(server: RunningServer, mr_file: DicomFile) -> None:
    assert server.run(f"""
        with open({str(mr_file.path)!r}, "rb") as file:
            content = file.read()
        with orthanc.CreateDicomInstance(content) as instance:
            view = memoryview(instance)
            assert (view.format, view.shape, view.readonly) == ("B", (len(content),), True)
            assert view == content == instance.GetInstanceData() == bytes(instance)
            assert numpy.shares_memory(numpy.asarray(instance), numpy.asarray(instance))
            assert instance.GetInstanceSize() == len(instance.SerializeDicomInstance()) == len(content)
            try:
                instance.Close()
            except BufferError:
                view.release()
        try:
            instance.GetInstanceSize()
        except ValueError as error:
            answer = str(error)
        """).startswith("orthanc.DicomInstance.GetInstanceSize(): argument 'self': this orthanc.Dicom")


def test_a_lent_instance_shows_its_file_beyond_the_callback(serve: Servers, mr_file: DicomFile) -> None:
    server = serve(
        RUNNER + """
    import numpy
    kept = []

    @orthanc.RegisterOnStoredInstanceCallback
    def stored(instance, instance_id):
        kept.extend([instance, memoryview(instance), numpy.asarray(instance)])
    """,
        packages=True,
    )
    server.post("/instances", mr_file.content)
    assert server.run(f"""
        with open({str(mr_file.path)!r}, "rb") as file:
            content = file.read()
        instance, view, array = kept
        assert view == content == array.tobytes()
        try:
            memoryview(instance)
        except BufferError as error:
            answer = str(error)
        """) == "this handle is closed"
