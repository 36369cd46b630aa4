"""A WebDAV collection that a script serves from memory, used by a WebDAV client library."""

from __future__ import annotations

import io
import time
from datetime import UTC, datetime

import pytest
from webdav4.client import Client, ForbiddenOperation, ResourceAlreadyExists, ResourceNotFound

from .harness import RunningServer, Servers

pytestmark = pytest.mark.needs("RegisterWebDavCollection")

SCRIPT = """
    import datetime
    import orthanc

    class File:
        def __init__(self, data, date_time):
            self.data, self.date_time = data, date_time

    def now():
        return f"{datetime.datetime.now(datetime.UTC):%Y%m%dT%H%M%S,%f}000"

    class Shelf:
        def __init__(self, read_only=False):
            old = File(b"hello", "20240131T235958,000000000")
            self.tree = {"a.txt": old, "sub": {"b.txt": File(b"", now()), "deep": {"c.jpg": old}}}
            self.read_only = read_only

        def find(self, path):
            node = self.tree
            for item in path:
                node = node.get(item) if isinstance(node, dict) else None
            return node

        def is_existing_folder(self, path):
            return isinstance(self.find(path), dict)

        def list_folder(self, collection, path):
            if not self.is_existing_folder(path):
                return False
            for name, node in self.find(path).items():
                if isinstance(node, dict):
                    collection.AddFolder(name, now())
                else:
                    collection.AddFile(name, len(node.data), None, node.date_time)
            return True

        def retrieve_file(self, collection, path):
            node = self.find(path)
            if isinstance(node, File):
                collection.RetrieveFile(node.data, None, node.date_time)

        def put(self, path, node):
            if not self.read_only:
                self.find(path[:-1])[path[-1]] = node
            return not self.read_only

        def store_file(self, path, data):
            return self.put(path, File(data, now()))

        def create_folder(self, path):
            return self.put(path, {})

        def delete_item(self, path):
            if not self.read_only:
                if self.find(path) is None:
                    raise orthanc.OrthancException(orthanc.ErrorCode.UNKNOWN_RESOURCE, "nothing to delete")
                del self.find(path[:-1])[path[-1]]
            return not self.read_only

    class Broken:
        def is_existing_folder(self, path):
            return True

        def list_folder(self, collection, path):
            if path == ["dated"]:
                collection.AddFile("x", 1, None, "the day before yesterday")
            raise ValueError("cannot list_folder")

        def retrieve_file(self, collection, path):
            if path == ["twice"]:
                self.kept = collection
            elif path == ["late"]:
                self.kept.RetrieveFile(b"", None, now())
            raise ValueError("cannot retrieve_file")

        def store_file(self, path, data):
            raise ValueError("cannot store_file")

        def create_folder(self, path):
            raise orthanc.OrthancException(orthanc.ErrorCode.UNAUTHORIZED, "cannot create_folder")

        def delete_item(self, path):
            return "done"

    orthanc.RegisterWebDavCollection("/shelf", Shelf())
    orthanc.RegisterWebDavCollection("/catalogue", Shelf(read_only=True))
    orthanc.RegisterWebDavCollection("/broken", Broken())
    try:
        orthanc.RegisterWebDavCollection("/wrong", object())
    except TypeError as problem:
        orthanc.LogWarning(f"refused: {problem}")
"""


@pytest.fixture(scope="module")
def server(serve_module: Servers) -> RunningServer:
    """Run a server with the script above."""
    return serve_module(SCRIPT, configuration={"WebDavEnabled": True})


def client_of(server: RunningServer, collection: str) -> Client:
    """Make a client that requests one level at a time: the core refuses a PROPFIND of the whole tree."""
    return Client(f"{server.url}/{collection}", headers={"Depth": "0"}, retry=False)


@pytest.fixture
def shelf(server: RunningServer) -> Client:
    """Make a client of the writable collection."""
    return client_of(server, "shelf")


def read(client: Client, path: str) -> bytes:
    """Read a file."""
    content = io.BytesIO()
    client.download_fileobj(path, content)
    return content.getvalue()


def test_a_folder_lists_files_and_folders_with_sizes_types_and_times(shelf: Client) -> None:
    a, sub = (entry for entry in shelf.ls("/") if entry["name"] in ("a.txt", "sub"))
    assert (a["type"], a["content_length"], a["content_type"]) == ("file", 5, "text/plain")
    for kind in ("created", "modified"):
        assert a[kind].replace(tzinfo=UTC) == datetime(2024, 1, 31, 23, 59, 58, tzinfo=UTC)
        assert abs(sub[kind].replace(tzinfo=UTC).timestamp() - time.time()) < 60
    assert (sub["type"], sub["display_name"]) == ("directory", "sub")
    b, deep = shelf.ls("/sub")
    assert (b["name"], b["content_length"], b["type"]) == ("sub/b.txt", 0, "file")
    assert deep["type"] == "directory"
    (c,) = shelf.ls("/sub/deep")
    assert (c["name"], c["content_type"]) == ("sub/deep/c.jpg", "image/jpeg")
    assert shelf.isdir("/sub/deep")
    assert shelf.isfile("/sub/deep/c.jpg")


def test_a_file_is_read(shelf: Client) -> None:
    assert read(shelf, "/a.txt") == read(shelf, "/sub/deep/c.jpg") == b"hello"
    assert read(shelf, "/sub/b.txt") == b""
    assert shelf.content_length("/a.txt") == 5
    modified = shelf.modified("/a.txt")
    assert modified is not None
    assert modified.replace(tzinfo=UTC) == datetime(2024, 1, 31, 23, 59, 58, tzinfo=UTC)


@pytest.mark.parametrize("path", ["/missing.txt", "/sub/missing", "/missing/a.txt", "/a.txt/below"])
def test_what_is_missing_is_a_404(server: RunningServer, shelf: Client, path: str) -> None:
    assert not shelf.exists(path)
    with pytest.raises(ResourceNotFound):
        shelf.ls(path)
    with pytest.raises(ResourceNotFound):
        read(shelf, path)
    assert server.get(f"/shelf{path}").status == 404


@pytest.mark.parametrize("name", ["plain", "käse 日本 🩻", "100% & more"])
def test_folders_and_files_are_made_overwritten_and_deleted(shelf: Client, name: str) -> None:
    content = bytes(range(256)) * 10_000
    shelf.mkdir(f"/{name}")
    shelf.upload_fileobj(io.BytesIO(content), f"/{name}/{name}.bin")
    (entry,) = shelf.ls(f"/{name}")
    assert (entry["display_name"], entry["content_length"]) == (f"{name}.bin", len(content))
    assert abs(entry["modified"].replace(tzinfo=UTC).timestamp() - time.time()) < 60
    assert read(shelf, f"/{name}/{name}.bin") == content
    with pytest.raises(ResourceAlreadyExists):
        shelf.upload_fileobj(io.BytesIO(b"other"), f"/{name}/{name}.bin")
    shelf.upload_fileobj(io.BytesIO(b"other"), f"/{name}/{name}.bin", overwrite=True)
    assert read(shelf, f"/{name}/{name}.bin") == b"other"
    with pytest.raises(ResourceNotFound):
        shelf.remove(f"/{name}/other.bin")
    shelf.remove(f"/{name}/{name}.bin")
    assert shelf.ls(f"/{name}") == []
    shelf.remove(f"/{name}")
    assert not shelf.exists(f"/{name}")


def test_a_collection_that_says_no_is_read_only(server: RunningServer) -> None:
    catalogue = client_of(server, "catalogue")
    with pytest.raises(ForbiddenOperation):
        catalogue.mkdir("/new")
    for method, path in (("PUT", "/a.txt"), ("MKCOL", "/new"), ("DELETE", "/a.txt"), ("DELETE", "/sub")):
        body = b"changed" if method == "PUT" else None
        assert server.request(method, f"/catalogue{path}", body).status == 403
    assert read(catalogue, "/a.txt") == b"hello"
    assert {entry["name"] for entry in catalogue.ls("/")} == {"a.txt", "sub"}


@pytest.mark.parametrize(
    ("method", "path", "status", "logged"),
    [
        ("PROPFIND", "/folder", 500, "ValueError: cannot list_folder"),
        ("PROPFIND", "/dated", 500, "OrthancException: .*INTERNAL_ERROR"),
        ("GET", "/file", 500, "ValueError: cannot retrieve_file"),
        ("PUT", "/file", 500, "ValueError: cannot store_file"),
        ("MKCOL", "/file", 401, "UNAUTHORIZED.*cannot create_folder"),
        ("DELETE", "/file", 500, "TypeError: .* must be bool, not str"),
    ],
)
def test_a_method_that_fails(server: RunningServer, method: str, path: str, status: int, logged: str) -> None:
    body = b"x" if method == "PUT" else None
    assert server.request(method, f"/broken{path}", body, {"Depth": "1"}).status == status
    server.wait_for_log(logged)
    server.wait_for_log(r"Error in the Python callback Broken\.\w+ of orthanc\.RegisterWebDavCollection\(\)")
    assert server.get("/shelf/a.txt").text == "hello"


def test_a_collection_ends_with_its_callback(server: RunningServer) -> None:
    assert server.get("/broken/twice").status == 500
    assert server.get("/broken/late").status == 500
    server.wait_for_log("WebDavCollection is closed: it was valid only during the callback")


def test_an_object_that_lacks_methods_is_refused(server: RunningServer) -> None:
    server.wait_for_log(
        r"refused: .*RegisterWebDavCollection\(\): argument 'collection': must have the method"
    )
    assert server.request("PROPFIND", "/wrong", headers={"Depth": "1"}).status in (404, 405)
