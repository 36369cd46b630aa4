"""Records each HTTP request and each audit log of a plugin in an SQLite database.

    AUDIT_DATABASE=/var/lib/orthanc/audit.db orthanc-codegen run samples/cookbook/audit_log.py
    sqlite3 /var/lib/orthanc/audit.db "SELECT * FROM audit"

A thread writes, so that requests don't wait for the disk, unless 100,000 records do. If the server is
killed, the waiting records are missing.
"""

from __future__ import annotations

import base64
import contextlib
import datetime
import logging
import os
import queue
import sqlite3
import threading
from typing import Any

import orthanc

DATABASE = os.environ["AUDIT_DATABASE"]
TABLE = "CREATE TABLE IF NOT EXISTS audit (time TEXT, user TEXT, source TEXT, action TEXT, resource TEXT)"
records: queue.Queue[tuple[str, ...] | None] = queue.Queue(100_000)  # None ends the thread


def insert(batch: list[tuple[str, ...]]) -> None:
    """Add records in one transaction: each commit waits for the disk."""
    with contextlib.closing(sqlite3.connect(DATABASE, timeout=30)) as database, database:
        database.execute(TABLE)
        database.executemany("INSERT INTO audit VALUES (?, ?, ?, ?, ?)", batch)


def write() -> None:
    """Write all waiting records at a time, until the server stops."""
    stopping = False
    while not stopping:
        waiting = [records.get() for _ in range(max(1, records.qsize()))]  # no other thread takes records
        stopping = None in waiting
        batch = [record for record in waiting if record is not None]
        try:
            insert(batch)
        except sqlite3.Error:
            logging.exception("The audit log lacks %s", batch)


def record(user: str, source: str, action: str, resource: str) -> None:
    """Note an action."""
    records.put((datetime.datetime.now(datetime.UTC).isoformat(), user, source, action, resource))


def user_of(headers: dict[str, str]) -> str:
    """Return the user name of a request. Orthanc has checked its password before, if it requires one."""
    method, _, credentials = headers.get("authorization", "").partition(" ")
    if method.lower() == "basic":
        with contextlib.suppress(ValueError):
            return base64.b64decode(credentials).split(b":")[0].decode(errors="replace")
    return ""


def on_request(uri: str, **request: Any) -> bool:
    """Record a request, and allow it."""
    method = orthanc.HttpMethod(request["method"])
    record(user_of(request["headers"]), request["ip"], method.name, uri)
    return True


def on_audit_log(plugin: str, user: str, level: int, resource: str, action: str, data: bytes) -> None:
    """Record an action that a plugin reports with EmitAuditLog()."""
    record(user, plugin, action, resource)


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Write the remaining records when the server stops."""
    if change == orthanc.ChangeType.ORTHANC_STOPPED:
        records.put(None)
        writer.join(10)


insert([])  # without a database, the server does not start
writer = threading.Thread(target=write, name="audit-log", daemon=True)
writer.start()
orthanc.RegisterIncomingHttpRequestFilter(on_request)
orthanc.RegisterOnChangeCallback(on_change)
if orthanc.CheckVersionAdvanced(1, 12, 9):
    orthanc.RegisterAuditLogHandler(on_audit_log)
