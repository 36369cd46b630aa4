"""Tests `samples/guides/encrypted_files.py`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from orthanc_testing import Core, Server, Servers, make_dataset

SCRIPT = "../../guides/encrypted_files.py"
KEY = "00ff" * 16


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return SCRIPT


@pytest.fixture(scope="module")
def orthanc_environment(folder: Path) -> dict[str, str]:
    return {"SAMPLE_FILES": str(folder), "SAMPLE_KEY": KEY}


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"MaximumStorageCacheSize": 0}  # Orthanc reads every file from the storage area


def files(folder: Path) -> list[Path]:
    """Return the files of the storage area."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_files_are_encrypted_and_come_back(orthanc_server: Server, folder: Path) -> None:
    before = files(folder)
    stored = orthanc_server.upload(make_dataset(PatientName="Secret^Sam"))
    kept = [file for file in files(folder) if file not in before]
    assert len(kept) > 0
    assert not any(b"Secret" in file.read_bytes() for file in kept)
    orthanc_server.restart(kill=True)
    assert b"Secret^Sam" in orthanc_server.get(f"/instances/{stored.id}/file").content
    assert orthanc_server.get(f"/instances/{stored.id}/preview").status == 200
    orthanc_server.delete(f"/instances/{stored.id}")
    assert sorted(files(folder)) == sorted(before)


def test_the_folders_of_a_file_are_synced(
    orthanc_core: Core, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(os, "fsync", lambda opened: synced.append(Path(f"/proc/self/fd/{opened}").readlink()))
    uuid = "0123cdef-0000-4000-8000-000000000000"
    orthanc_core.storage.create(uuid, b"content")
    file, *folders = synced
    assert file.suffix == ".part"
    assert folders == [folder / "01" / "23", folder / "01", folder]
    orthanc_core.storage.remove(uuid)


def test_a_changed_file_is_an_error(orthanc_server: Server, folder: Path) -> None:
    stored = orthanc_server.upload(make_dataset())
    for file in files(folder):
        content = bytearray(file.read_bytes())
        content[-1] ^= 1
        file.write_bytes(content)
    assert orthanc_server.get(f"/instances/{stored.id}/file").status == 500
    orthanc_server.wait_for_log("was changed, or has another key")


@pytest.mark.parametrize("key", [None, "00ff", "no hexadecimal number"])
def test_without_a_key_the_server_does_not_start(orthanc_servers: Servers[Server], key: str | None) -> None:
    log = orthanc_servers.refused(SCRIPT, environment={} if key is None else {"SAMPLE_KEY": key})
    assert "encrypted_files.py" in log
