"""Access to stored instances and to the DICOM dictionary, and creation of instances by scripts."""

from __future__ import annotations

import pytest

from .dicom import DicomFile, make_dicom
from .harness import RUNNER, RunningServer, Servers

needs = pytest.mark.needs


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> DicomFile:
    """Make the image that the server stores."""
    return make_dicom(tmp_path_factory.mktemp("files") / "mr.dcm")


@pytest.fixture(scope="module")
def server(serve_module: Servers, file: DicomFile) -> RunningServer:
    """Run a server with one image and private tags."""
    server = serve_module(RUNNER + """
    vr = orthanc.ValueRepresentation.LO
    orthanc.RegisterDictionaryTag(0x4322, 0x20, vr, "ScriptTag", 1, 2)
    orthanc.RegisterPrivateDictionaryTag(0x4323, 0x1020, vr, "ScriptPrivate", 1, 1, "SCRIPT")
    """)
    server.post("/instances", file.content)
    return server


def test_resources_are_found_by_their_dicom_identifiers(server: RunningServer, file: DicomFile) -> None:
    data = file.dataset
    found = server.run(f"""
        answer = [
            orthanc.LookupPatient({data.PatientID!r}), orthanc.LookupStudy({data.StudyInstanceUID!r}),
            orthanc.LookupSeries({data.SeriesInstanceUID!r}), orthanc.LookupInstance({data.SOPInstanceUID!r}),
        ]
        for lookup in (orthanc.LookupPatient, orthanc.LookupSeries, orthanc.LookupStudyWithAccessionNumber):
            try:
                answer.append(lookup("nobody's"))
            except orthanc.OrthancException as error:
                answer.append(error.args[0].name)
        """)
    paths = ["/patients", "/studies", "/series", "/instances"]
    assert found[:4] == [server.get(path).json()[0] for path in paths]
    assert found[4:] == ["UNKNOWN_RESOURCE"] * 3


def test_the_dictionary(server: RunningServer) -> None:
    known, own = server.run("""
        answer = [orthanc.LookupDictionary(name) for name in ("PatientID", "ScriptTag")]
        """)
    assert (known["Group"], known["Element"]) == (0x10, 0x20)
    assert own == {
        "Group": 0x4322,
        "Element": 0x20,
        "ValueRepresentation": known["ValueRepresentation"],
        "MinMultiplicity": 1,
        "MaxMultiplicity": 2,
    }
    assert server.run("""
        answer = [orthanc.GetTagName(0x10, 0x20), orthanc.GetTagName(0x4323, 0x1020, "SCRIPT")]
        try:
            orthanc.LookupDictionary("NoSuchTag")
        except orthanc.OrthancException as error:
            answer.append(error.args[0].name)
        """) == ["PatientID", "ScriptPrivate", "UNKNOWN_DICOM_TAG"]


def test_instances_are_made_with_tags_of_the_script(server: RunningServer) -> None:
    assert server.run("""
        flags, form = orthanc.CreateDicomFlags.NONE, orthanc.DicomToJsonFormat.SHORT
        tags = json.dumps({"PatientID": "1", "ScriptTag": "own", "4323,1020": "private"})
        dicom = orthanc.CreateDicom2(tags, None, flags, "SCRIPT")
        every = orthanc.DicomToJsonFlags.INCLUDE_UNKNOWN_TAGS | orthanc.DicomToJsonFlags.INCLUDE_PRIVATE_TAGS
        made = json.loads(orthanc.DicomBufferToJson(dicom, form, every, 0))
        answer = [made.get(tag) for tag in ("0010,0020", "4322,0020", "4323,1020")]
        """) == ["1", "own", "private"]


def test_a_stored_instance_as_json(server: RunningServer, file: DicomFile) -> None:
    named, simple, advanced = server.run(f"""
        form, flags = orthanc.DicomToJsonFormat.HUMAN, orthanc.DicomToJsonFlags.NONE
        content = orthanc.GetDicomForInstance({file.instance_id!r})
        with orthanc.CreateDicomInstance(content) as instance:
            assert instance.HasInstancePixelData() == 1 and instance.GetInstanceFramesCount() == 1
            texts = [
                orthanc.DicomInstanceToJson({file.instance_id!r}, form, flags, 0),
                instance.GetInstanceSimplifiedJson(), instance.GetInstanceAdvancedJson(form, flags, 0),
            ]
        answer = [json.loads(text) for text in texts]
        """)
    for tags in (named, simple, advanced):
        assert tags["PatientName"] == "Ende^Emil"


def test_a_query_is_matched(server: RunningServer, file: DicomFile) -> None:
    assert server.run(f"""
        content = orthanc.GetDicomForInstance({file.instance_id!r})
        answer = []
        for name in ("Ende*", "Anfang*"):
            tags = json.dumps({{"PatientName": name}})
            query = orthanc.CreateDicom(tags, None, orthanc.CreateDicomFlags.NONE)
            with orthanc.CreateFindMatcher(query) as matcher:
                answer.append(matcher.IsMatch(content))
        """) == [1, 0]


@needs("LoadDicomInstance")
def test_a_stored_instance_is_loaded(server: RunningServer, file: DicomFile) -> None:
    whole, short = server.run(f"""
        modes = orthanc.LoadDicomInstanceMode
        answer = []
        for mode in (modes.WHOLE_DICOM, modes.UNTIL_PIXEL_DATA):
            with orthanc.LoadDicomInstance({file.instance_id!r}, mode) as instance:
                answer.append([instance.GetInstanceSize(), instance.HasInstancePixelData()])
        """)
    assert whole == [len(file.content), 1]
    assert short[0] < whole[0]
    assert short[1] == 0


@needs("SetStableStatus")
def test_a_study_is_declared_stable(server: RunningServer, file: DicomFile) -> None:
    assert server.run(f"""
        stable, unstable = orthanc.StableStatus.STABLE, orthanc.StableStatus.UNSTABLE
        answer = []
        for status in (stable, stable, unstable):
            result = orthanc.SetStableStatus({file.study_id!r}, status)
            answer.append([result.error_code.name, result.status_has_changed])
        """) == [["SUCCESS", True], ["SUCCESS", False], ["SUCCESS", True]]


@needs("AdoptDicomInstance")
def test_a_file_is_adopted_where_it_lies(serve: Servers, mr_file: DicomFile) -> None:
    server = serve(RUNNER + """
    files = {}

    def create(uuid, content_type, compression, data, instance):
        files[uuid] = data

    def read_range(uuid, content_type, start, size, custom_data):
        if custom_data == b"":
            return None, files[uuid][start : start + size]
        with open(custom_data, "rb") as file:
            file.seek(start)
            return None, file.read(size)

    def remove(uuid, content_type, custom_data):
        if custom_data == b"":
            del files[uuid]

    orthanc.RegisterStorageArea3(create, read_range, remove)
    """)
    adopt = f"""
        with open({str(mr_file.path)!r}, "rb") as file:
            result = orthanc.AdoptDicomInstance(file.read(), {str(mr_file.path)!r})
        answer = [result.instance_id, result.store_status.name, len(result.attachment_uuid), len(files)]
        """
    assert server.run(adopt) == [mr_file.instance_id, "SUCCESS", 36, 0]
    assert server.run(adopt)[:2] == [mr_file.instance_id, "ALREADY_STORED"]
    assert server.get(f"/instances/{mr_file.instance_id}/file").body == mr_file.content
    assert server.delete(f"/instances/{mr_file.instance_id}").status == 200
    assert mr_file.path.exists()


@needs("LogMessage")
def test_a_log_line_with_its_origin(server: RunningServer) -> None:
    server.run("""
        level, category = orthanc.LogLevel.WARNING, orthanc.LogCategory.PLUGINS
        orthanc.LogMessage("told with its origin", "python", "mine.py", 17, category, level)
        """)
    server.wait_for_log("mine.py:17.*told with its origin")
