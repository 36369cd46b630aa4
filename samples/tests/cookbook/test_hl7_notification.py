"""Tests `samples/cookbook/hl7_notification.py`."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from orthanc_testing import Server, make_dataset


@dataclass
class Receiver:
    """An MLLP server that answers with the code `answer`."""

    port: int = 0
    answer: str = "AA"
    messages: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    state = Receiver()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            content = b""
            while not content.endswith(b"\x1c\r"):
                content += self.rfile.read(1)
            state.messages.append(content[1:-2].decode())
            answer = f"\x0bMSH|^~\\&|RIS||ORTHANC||||ACK|1|P|2.5\rMSA|{state.answer}|1\r\x1c\r"
            self.wfile.write(answer.encode())

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        state.port = server.server_address[1]
        threading.Thread(target=server.serve_forever).start()
        yield state
        server.shutdown()


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/hl7_notification.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1}


@pytest.fixture(scope="module")
def orthanc_environment(receiver: Receiver) -> dict[str, str]:
    return {"HL7_PORT": str(receiver.port)}


def test_a_study_is_announced(orthanc_server: Server, receiver: Receiver) -> None:
    dataset = make_dataset(
        PatientID="4711", PatientName="Doe^Jane", AccessionNumber="A1", StudyDescription="Knee|left & right"
    )
    stored = orthanc_server.upload(dataset)
    orthanc_server.wait_for_log(f"Study {stored.study} was announced$")
    (message,) = receiver.messages
    segments = {line.split("|")[0]: line.split("|") for line in message.removesuffix("\r").split("\r")}
    assert list(segments) == ["MSH", "PID", "OBR", "OBX"]
    header = segments["MSH"]
    assert (header[8], header[11], header[17]) == ("ORU^R01", "2.5", "UNICODE UTF-8")
    assert (segments["PID"][3], segments["PID"][5]) == ("4711", "Doe^Jane")
    assert segments["OBR"][3:5] == ["A1", "Knee\\F\\left \\T\\ right"]
    assert segments["OBX"][5] == dataset.StudyInstanceUID


def test_a_refusal_is_logged(orthanc_server: Server, receiver: Receiver) -> None:
    receiver.answer = "AR"
    stored = orthanc_server.upload(make_dataset())
    orthanc_server.wait_for_log(f"Study {stored.study} was not announced: the receiver refused the message")
