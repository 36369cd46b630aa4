"""Names that existing scripts use, and names that no language allows."""

from __future__ import annotations

import pytest

from orthanc_codegen.lower import naming


@pytest.mark.parametrize(
    ("c_name", "class_name", "expected"),
    [
        ("OrthancPluginAnswerBuffer", "RestOutput", "AnswerBuffer"),
        ("OrthancPluginFindMatcherIsMatch", "FindMatcher", "IsMatch"),
        ("OrthancPluginKeysValuesIteratorNext", "KeysValuesIterator", "Next"),
        ("OrthancPluginStorageAreaCreate", "StorageArea", "Create"),
        ("OrthancPluginGetInstanceSize", "DicomInstance", "GetInstanceSize"),
        ("OrthancPluginGetImageWidth", "Image", "GetImageWidth"),
        ("OrthancPluginWorklistGetDicomQuery", "WorklistQuery", "WorklistGetDicomQuery"),
        ("OrthancPluginBirdimport", "Bird", "import_"),
        ("OrthancPluginBird", "Bird", "Bird"),
    ],
)
def test_methods(c_name: str, class_name: str, expected: str) -> None:
    assert naming.method_name(c_name, class_name) == expected


@pytest.mark.parametrize(
    ("c_enum", "enumerator", "expected"),
    [
        ("ChangeType", "OrthancStarted", "ORTHANC_STARTED"),
        ("InstanceOrigin", "DicomProtocol", "DICOM_PROTOCOL"),
        ("PixelFormat", "RGB24", "RGB24"),
        ("PixelFormat", "SignedGrayscale16", "SIGNED_GRAYSCALE16"),
        ("ErrorCode", "UnknownResource", "UNKNOWN_RESOURCE"),
        ("ErrorCode", "NoCFindHandler", "NO_CFIND_HANDLER"),
        ("ErrorCode", "SQLiteNotOpened", "SQLITE_NOT_OPENED"),
        ("ErrorCode", "HttpPortInUse", "HTTP_PORT_IN_USE"),
        ("DicomWebBinaryMode", "BulkDataUri", "BULK_DATA_URI"),
        ("Tune", "3Bells", "_3_BELLS"),
        ("Tune", "Mro", "MRO_"),
    ],
)
def test_enumerators(c_enum: str, enumerator: str, expected: str) -> None:
    enum = f"OrthancPlugin{c_enum}"
    assert naming.member_name(f"{enum}_{enumerator}", enum) == expected


@pytest.mark.parametrize(
    ("c_name", "expected"),
    [
        ("uri", "uri"),
        ("mimeType", "mime_type"),
        ("answerSize", "answer_size"),
        ("sopInstanceUID", "sop_instance_uid"),
        ("PKCS11Module", "pkcs11_module"),
        ("afterPlugins", "after_plugins"),
        ("lambda", "lambda_"),
        ("None", "none"),
        ("self", "self_"),
    ],
)
def test_arguments(c_name: str, expected: str) -> None:
    assert naming.snake_case(c_name) == expected


@pytest.mark.parametrize(
    ("c_name", "expected"),
    [
        ("OrthancPluginRestApiGet", "RestApiGet"),
        ("OrthancPluginNone", "None_"),  # None is a keyword of Python
        ("OrthancPluginnew", "new_"),  # new is a keyword of C++, and wrappers have the same names
    ],
)
def test_functions_and_types(c_name: str, expected: str) -> None:
    assert naming.python_name(c_name) == expected


def test_keys_of_dicts() -> None:
    assert naming.upper_camel_case("minMultiplicity") == "MinMultiplicity"
    assert naming.upper_camel_case("none") == "None_"
