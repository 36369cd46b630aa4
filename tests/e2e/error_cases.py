"""For each error code that the reference states, a call that provokes it. Data for test_error_codes.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orthanc_codegen.ir import Version

# Definitions for the calls, in a script.
SCRIPT = """
    import orthanc
    from orthanc import CompressionType, DicomToJsonFormat, HttpMethod, ImageFormat, PixelFormat

    NOTHING = "http://127.0.0.1:1/"  # where no server listens
    BAD = b"not DICOM"
    EMPTY = orthanc.CreateDicom("{}", None, 0)

    def nothing(*arguments, **request):
        pass

    class Reader:
        add_header = add_chunk = nothing

    def image(format=PixelFormat.RGB24):
        return orthanc.CreateImage(format, 4, 4)

    def instance(dicom=BAD):
        return orthanc.CreateDicomInstance(dicom)

    def pairs(steps=0):
        iterator = orthanc.CreateKeysValuesIterator("nothing")
        for _ in range(steps):
            iterator.Next()
        return iterator

    def tag(group, element, smallest=1, private=None):
        arguments = group, element, orthanc.ValueRepresentation.PN, "Of a test", smallest, 1
        if private:
            orthanc.RegisterPrivateDictionaryTag(*arguments, private)
        else:
            orthanc.RegisterDictionaryTag(*arguments)

    def fail(output, uri, **request):
        raise LookupError("on purpose")

    orthanc.RegisterRestCallback("/fail", fail)
"""

_FIRST, _NEVER = Version(1, 0, 0), Version(9, 0, 0)


@dataclass(frozen=True, slots=True)
class Case:
    """A call that the core refuses with a code."""

    function: str  # ex) "Image.DrawText"
    code: str  # ex) "NOT_IMPLEMENTED"
    call: str  # a Python expression
    # Where to evaluate it: in a "request", its "answer", a "find", a "worklist", or while the script "loads".
    place: str = "request"
    since: Version = _FIRST  # the servers that report this code
    before: Version = _NEVER

    @property
    def name(self) -> str:
        """The name of the test."""
        return f"{self.function}-{self.code}"


def cases() -> Iterator[Case]:
    """Yield a case for each code."""
    for part in (_http, _rest, _lookups, _dicom, _frames, _images, _toolbox, _stores):
        yield from part()
    for part in (_peers, _answers, _queries, _registrations):
        yield from part()


def _http() -> Iterator[Case]:
    statuses = {
        "BAD_REQUEST": "400",
        "UNAUTHORIZED": "403",
        "UNKNOWN_RESOURCE": "404",
        "NETWORK_PROTOCOL": "500",
    }
    for method, body in (("Get", ""), ("Post", "b'', "), ("Put", "b'', "), ("Delete", "")):
        # Orthanc 1.9.1 loses the error of HttpDelete.
        since = Version(1, 10, 0) if method == "Delete" else _FIRST
        for code, status in statuses.items():
            call = f"orthanc.Http{method}(WEB + '{status}', {body}'', '')"
            yield Case(f"Http{method}", code, call, since=since)
    for function, first in (("HttpClient", ""), ("ChunkedHttpClient", "Reader(), ")):
        call = f"orthanc.{function}({first}HttpMethod.GET, %s)"
        yield Case(function, "NETWORK_PROTOCOL", call % "NOTHING")
        yield Case(function, "INEXISTENT_FILE", call % "'https://127.0.0.1:1/', certificate_file='/nothing'")


def _rest() -> Iterator[Case]:
    for method, more in (("Get", ""), ("Post", ", b''"), ("Put", ", b''"), ("Delete", "")):
        for suffix in ("", "AfterPlugins"):
            name = f"RestApi{method}{suffix}"
            yield Case(name, "URI_SYNTAX", f"orthanc.{name}('system'{more})")
            yield Case(name, "UNKNOWN_RESOURCE", f"orthanc.{name}('/nothing'{more})")
        yield Case(name, "PLUGIN", f"orthanc.{name}('/fail'{more})")
    for name in ("RestApiPost", "RestApiPostAfterPlugins"):
        yield Case(name, "BAD_REQUEST", f"orthanc.{name}('/tools/find', '{{')")
    yield Case("RestApiGet2", "URI_SYNTAX", "orthanc.RestApiGet2('system')")
    yield Case("RestApiGet2", "UNKNOWN_RESOURCE", "orthanc.RestApiGet2('/nothing')")
    yield Case("CallRestApi", "URI_SYNTAX", "orthanc.CallRestApi(HttpMethod.GET, 'system')")


def _lookups() -> Iterator[Case]:
    for name in ("Patient", "Study", "StudyWithAccessionNumber", "Series", "Instance"):
        yield Case(f"Lookup{name}", "UNKNOWN_RESOURCE", f"orthanc.Lookup{name}('nothing')")
    for name, more in (
        ("GetDicomForInstance", ""),
        ("DicomInstanceToJson", ", DicomToJsonFormat.FULL, 0, 0"),
        ("LoadDicomInstance", ", orthanc.LoadDicomInstanceMode.WHOLE_DICOM"),
        ("GetAttachmentCustomData", ""),
    ):
        yield Case(name, "UNKNOWN_RESOURCE", f"orthanc.{name}('nothing'{more})")
    yield Case("LookupDictionary", "UNKNOWN_DICOM_TAG", "orthanc.LookupDictionary('Nothing')")


def _dicom() -> Iterator[Case]:
    code = "BAD_FILE_FORMAT"
    for name, more in (
        ("AdoptDicomInstance", ", None"),
        ("CreateFindMatcher", ""),
        ("DecodeDicomImage", ", 0"),
        ("DicomBufferToJson", ", DicomToJsonFormat.FULL, 0, 0"),
        ("EncodeDicomWebJson", ", nothing"),
        ("EncodeDicomWebJson2", ", nothing"),
        ("EncodeDicomWebXml", ", nothing"),
        ("EncodeDicomWebXml2", ", nothing"),
        ("TranscodeDicomInstance", ", '1.2.840.10008.1.2.1'"),
    ):
        yield Case(name, code, f"orthanc.{name}(BAD{more})")
    yield Case("FindMatcher.IsMatch", code, "orthanc.CreateFindMatcher(EMPTY).IsMatch(BAD)")
    for name, more in (
        ("GetInstanceAdvancedJson", "DicomToJsonFormat.FULL, 0, 0"),
        ("GetInstanceDecodedFrame", "0"),
        ("GetInstanceDicomWebJson", "nothing"),
        ("GetInstanceDicomWebXml", "nothing"),
        ("GetInstanceFramesCount", ""),
        ("GetInstanceJson", ""),
        ("GetInstanceRawFrame", "0"),
        ("GetInstanceSimplifiedJson", ""),
        ("GetInstanceTransferSyntaxUid", ""),
        ("HasInstancePixelData", ""),
    ):
        yield Case(f"DicomInstance.{name}", code, f"instance().{name}({more})")
    for name, more in (("CreateDicom", ""), ("CreateDicom2", ", ''")):
        for code, json in (
            ("BAD_JSON", "{"),
            ("BAD_PARAMETER_TYPE", "[]"),
            ("UNKNOWN_DICOM_TAG", '{"Nothing": ""}'),
            ("BAD_FILE_FORMAT", '{"Rows": "many"}'),
        ):
            yield Case(name, code, f"orthanc.{name}('{json}', None, 0{more})")


def _frames() -> Iterator[Case]:
    for name, missing, none in (
        ("DecodeDicomImage", "orthanc.DecodeDicomImage(MR, 9)", "orthanc.DecodeDicomImage(EMPTY, 0)"),
        (
            "DicomInstance.GetInstanceDecodedFrame",
            "instance(MR).GetInstanceDecodedFrame(9)",
            "instance(EMPTY).GetInstanceDecodedFrame(0)",
        ),
    ):
        yield Case(name, "PARAMETER_OUT_OF_RANGE", missing, before=Version(1, 12, 0))
        yield Case(name, "NULL_POINTER", missing, since=Version(1, 12, 7))
        yield Case(name, "NOT_IMPLEMENTED", none, before=Version(1, 12, 0))
    raw = "DicomInstance.GetInstanceRawFrame"
    yield Case(raw, "PARAMETER_OUT_OF_RANGE", "instance(MR).GetInstanceRawFrame(9)")
    for code, syntax in (("PARAMETER_OUT_OF_RANGE", "1.2.3"), ("NOT_IMPLEMENTED", "1.2.840.10008.1.2.4.100")):
        yield Case("TranscodeDicomInstance", code, f"orthanc.TranscodeDicomInstance(MR, '{syntax}')")


def _images() -> Iterator[Case]:
    floats = "PixelFormat.FLOAT32, 1, 1, 4, bytes(4)"
    yield Case("CompressPngImage", "NOT_IMPLEMENTED", f"orthanc.CompressPngImage({floats})")
    yield Case("CompressJpegImage", "PARAMETER_OUT_OF_RANGE", f"orthanc.CompressJpegImage({floats}, 90)")
    png, jpeg = "CompressAndAnswerPngImage", "CompressAndAnswerJpegImage"
    yield Case(f"RestOutput.{png}", "NOT_IMPLEMENTED", f"output.{png}({floats})", "answer")
    yield Case(f"RestOutput.{jpeg}", "PARAMETER_OUT_OF_RANGE", f"output.{jpeg}({floats}, 90)", "answer")
    unknown, code = "PixelFormat.UNKNOWN", "PARAMETER_OUT_OF_RANGE"
    yield Case("CreateImage", code, f"image({unknown})")
    yield Case("CreateImageFromBuffer", code, f"orthanc.CreateImageFromBuffer({unknown}, 1, 1, 1, b' ')")
    convert = "image().ConvertPixelFormat(PixelFormat.GRAYSCALE64)"
    yield Case("Image.ConvertPixelFormat", "NOT_IMPLEMENTED", convert)
    for name in ("GetFontName", "GetFontSize"):
        yield Case(name, code, f"orthanc.{name}(99)")
    yield Case("Image.DrawText", code, "image().DrawText(99, 'text', 0, 0, 0, 0, 0)")
    draw = "image(PixelFormat.FLOAT32).DrawText(0, 'text', 0, 0, 0, 0, 0)"
    yield Case("Image.DrawText", "NOT_IMPLEMENTED", draw)
    for code, format_ in (("BAD_FILE_FORMAT", "PNG"), ("INTERNAL_ERROR", "JPEG")):
        yield Case("UncompressImage", code, f"orthanc.UncompressImage(BAD, ImageFormat.{format_})")


def _toolbox() -> Iterator[Case]:
    for code, kind in (("INTERNAL_ERROR", "ZLIB"), ("NOT_ENOUGH_MEMORY", "ZLIB_WITH_SIZE")):
        call = f"orthanc.BufferCompression(b'\\xff' * 9, CompressionType.{kind}, True)"
        yield Case("BufferCompression", code, call)
    yield Case("ReadFile", "REGULAR_FILE_EXPECTED", "orthanc.ReadFile('/nothing')")
    yield Case("WriteFile", "CANNOT_WRITE_FILE", "orthanc.WriteFile('/nothing/here', b'')")
    yield Case("SetGlobalProperty", "UNKNOWN_PLUGIN_SERVICE", "orthanc.SetGlobalProperty(1023, '')")
    public, private = "RegisterDictionaryTag", "RegisterPrivateDictionaryTag"
    exists, range_ = "ALREADY_EXISTING_TAG", "PARAMETER_OUT_OF_RANGE"
    yield Case(public, exists, "tag(0x10, 0x10)", since=Version(1, 10, 0))
    yield Case(public, range_, "tag(0x7052, 0x10, smallest=2)")
    yield Case(private, exists, "[tag(0x7053, 0x1010, private='Mine') for _ in range(2)]")
    yield Case(private, range_, "tag(0x7052, 0x1010, private='Mine')")


def _stores() -> Iterator[Case]:
    for name, more in (
        ("AcknowledgeQueueValue", ", 1"),
        ("CreateKeysValuesIterator", ""),
        ("DeleteKeyValue", ", 'key'"),
        ("DequeueValue", ", orthanc.QueueOrigin.FRONT"),
        ("EnqueueValue", ", b''"),
        ("GetKeyValue", ", 'key'"),
        ("GetQueueSize", ""),
        ("ReserveQueueValue", ", orthanc.QueueOrigin.FRONT, 1"),
        ("StoreKeyValue", ", 'key', b''"),
    ):
        yield Case(name, "PARAMETER_OUT_OF_RANGE", f"orthanc.{name}(''{more})")
    yield Case("AcknowledgeQueueValue", "UNKNOWN_RESOURCE", "orthanc.AcknowledgeQueueValue('queue', 99)")
    for name, call in (("GetKey", "pairs().GetKey()"), ("GetValue", "pairs(1).GetValue()")):
        yield Case(f"KeysValuesIterator.{name}", "BAD_SEQUENCE_OF_CALLS", call)
    yield Case("KeysValuesIterator.Next", "BAD_SEQUENCE_OF_CALLS", "pairs(2)")


def _peers() -> Iterator[Case]:
    code = "PARAMETER_OUT_OF_RANGE"
    for name, more in (("GetPeerName", ""), ("GetPeerUrl", ""), ("GetPeerUserProperty", ", 'name'")):
        yield Case(f"Peers.{name}", code, f"orthanc.GetPeers().{name}(99{more})")
    for reported, peer in ((code, 99), ("NETWORK_PROTOCOL", 0)):
        call = f"orthanc.GetPeers().CallPeerApi({peer}, HttpMethod.GET, '/system')"
        yield Case("Peers.CallPeerApi", reported, call)


def _answers() -> Iterator[Case]:
    code, place = "BAD_SEQUENCE_OF_CALLS", "answer"
    for name, arguments in (
        ("AnswerBuffer", "b'', 'text/plain'"),
        ("CompressAndAnswerJpegImage", "PixelFormat.RGB24, 1, 1, 3, bytes(3), 90"),
        ("CompressAndAnswerPngImage", "PixelFormat.RGB24, 1, 1, 3, bytes(3)"),
        ("Redirect", "'/'"),
        ("SendHttpStatus", "404, b''"),
        ("SendHttpStatusCode", "404"),
        ("SendMethodNotAllowed", "'GET'"),
        ("SendUnauthorized", "'realm'"),
        ("SetCookie", "'name', 'value'"),
        ("SetHttpHeader", "'name', 'value'"),
        ("StartStreamAnswer", "'text/plain'"),
    ):
        call = f"[output.AnswerBuffer(b'', 'text/plain'), output.{name}({arguments})]"
        yield Case(f"RestOutput.{name}", code, call, place)
    for name, call in (
        ("SendMultipartItem", "output.SendMultipartItem(b'')"),
        ("SendMultipartItem2", "output.SendMultipartItem2(b'', {})"),
        ("SendStreamChunk", "output.SendStreamChunk(b'')"),
        ("StartMultipartAnswer", "[output.StartMultipartAnswer('mixed', 'text/plain') for _ in range(2)]"),
    ):
        yield Case(f"RestOutput.{name}", code, call, place)


def _queries() -> Iterator[Case]:
    for name in (
        "GetFindQueryTagElement",
        "GetFindQueryTagGroup",
        "GetFindQueryTagName",
        "GetFindQueryValue",
    ):
        # Orthanc 1.9.1 does not check the index, and may crash.
        since = Version(1, 10, 0)
        yield Case(f"FindQuery.{name}", "PARAMETER_OUT_OF_RANGE", f"query.{name}(99)", "find", since)
    code, worklist = "BAD_FILE_FORMAT", "worklist"
    yield Case("FindAnswers.FindAddAnswer", code, "answers.FindAddAnswer(BAD)", "find")
    add, match = "answers.WorklistAddAnswer(query, BAD)", "query.WorklistIsMatch(BAD)"
    yield Case("WorklistAnswers.WorklistAddAnswer", code, add, worklist)
    yield Case("WorklistQuery.WorklistIsMatch", code, match, worklist)


def _registrations() -> Iterator[Case]:
    for name in ("RegisterChunkedRestCallback", "RegisterRestCallback", "RegisterRestCallbackWithLock"):
        yield Case(name, "INTERNAL_ERROR", f"orthanc.{name}('((', nothing)", "loads")
