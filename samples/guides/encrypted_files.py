"""Stores the files of Orthanc in a folder, encrypted and authenticated with AES-GCM.

Requires cryptography in the Python environment that Orthanc uses: `pip install cryptography`.
SAMPLE_FILES names the folder, SAMPLE_KEY has the key as 64 hexadecimal digits. Without a key, the server does
not start.

    export SAMPLE_FILES=files SAMPLE_KEY=$(openssl rand -hex 32)
    orthanc-codegen run --storage index samples/guides/encrypted_files.py

Orthanc's own folder then contains its database only, which is not encrypted.
"""

from __future__ import annotations

import os
from pathlib import Path

import orthanc
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FOLDER = Path(os.environ.get("SAMPLE_FILES", "files"))
CIPHER = AESGCM(bytes.fromhex(os.environ["SAMPLE_KEY"]))
NONCE_SIZE = 12


def path_of(uuid: str) -> Path:
    """Return the path of a file. Two levels of folders keep each of them small."""
    return FOLDER / uuid[:2] / uuid[2:4] / uuid


def create(uuid: str, content_type: orthanc.ContentType, data: bytes) -> None:
    """Write a file. It appears whole or not at all, and a confirmed file survives a loss of power."""
    nonce = os.urandom(NONCE_SIZE)
    path = path_of(uuid)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        file.write(nonce + CIPHER.encrypt(nonce, data, uuid.encode()))
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    for folder in (path.parent, path.parent.parent, FOLDER):
        sync(folder)


def sync(folder: Path) -> None:
    """Make the names in a folder survive a loss of power."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def read(uuid: str, content_type: orthanc.ContentType) -> bytes:
    """Read a file; fail if somebody has changed it, or exchanged it for another."""
    content = path_of(uuid).read_bytes()
    try:
        return CIPHER.decrypt(content[:NONCE_SIZE], content[NONCE_SIZE:], uuid.encode())
    except InvalidTag:
        raise orthanc.OrthancException(
            orthanc.ErrorCode.CORRUPTED_FILE, f"{uuid} was changed, or has another key"
        ) from None


def remove(uuid: str, content_type: orthanc.ContentType) -> None:
    """Delete a file."""
    path_of(uuid).unlink(missing_ok=True)


orthanc.RegisterStorageArea(create, read, remove)
