"""What the commands of the documentation need, and which tests run those that can't run here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# The files that a page speaks of: a file of the repository, or the block `N` of a language on a page.
_HELLO: Final = "README.md python 0"
FILES: Final[dict[str, dict[str, str]]] = {
    "README.md": {"hello.py": _HELLO},
    "docs/checking.md": {"backlog.py": "docs/checking.md python 0"},
    "docs/cookbook/audit-log.md": {"audit_log.py": "samples/cookbook/audit_log.py"},
    "docs/cookbook/find-studies.md": {"find_studies.py": "samples/cookbook/find_studies.py"},
    "docs/cookbook/route-by-modality.md": {
        "route_by_modality.py": "samples/cookbook/route_by_modality.py",
        "orthanc.json": "docs/cookbook/route-by-modality.md json 0",
    },
    "docs/cookbook/study-report.md": {"study_report.py": "samples/cookbook/study_report.py"},
    "docs/debugging.md": {"script.py": _HELLO},
    "docs/guides/deployment.md": {"script.py": "samples/guides/health_check.py"},
    "docs/install.md": {"hello.py": _HELLO},
    "docs/moving.md": {"main.py": _HELLO},
    "docs/start.md": {"hello.py": "docs/start.md python 0", "test_hello.py": "docs/start.md python 1"},
}

# What the reader has done before, in sentences of the page or on another page: lines to run before a line.
# CTRL_C stops the server.
CTRL_C: Final = "^C"
_ENVIRONMENT: Final = ["python3 -m venv environment", ". environment/bin/activate"]
BEFORE: Final[dict[tuple[str, str], list[str]]] = {
    ("README.md", "pip install build/wheels/orthanc_python_plugin-*_$(uname -m).whl"): _ENVIRONMENT,
    ("docs/configuration.md", "/opt/venv/bin/python -m pip install -r requirements.txt"): [
        "python3 -m venv /opt/venv",
        "echo typing_extensions > requirements.txt",
    ],
    (
        "docs/cookbook/audit-log.md",
        """sqlite3 audit.db "SELECT time, user, action, resource FROM audit WHERE action = 'DELETE'\"""",
    ): [
        "AUDIT_DATABASE=$PWD/audit.db orthanc-codegen run audit_log.py",
        "curl --request DELETE http://localhost:8042/patients/none || true",
        CTRL_C,
    ],
    (
        "docs/cookbook/find-studies.md",
        'curl "http://localhost:8042/find-studies?modality=CT&date=20260101-20260131&size=20&page=2"',
    ): ["orthanc-codegen run find_studies.py"],
    (
        "docs/cookbook/study-report.md",
        'curl "http://localhost:8042/studies.csv?date=20260101-20260131" --output studies.csv',
    ): ["orthanc-codegen run study_report.py"],
    ("docs/guides/deployment.md", "orthanc-plugin doctor --configuration orthanc.json"): [
        *_ENVIRONMENT,
        "pip install WHEEL",
        "orthanc-plugin config --whole script.py > orthanc.json",
    ],
    ("docs/install.md", "/opt/orthanc-2/bin/orthanc-plugin path"): ["ln -s orthanc /opt/orthanc-2"],
}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Commands that another test runs, or their equivalents."""

    page: str
    test: str  # a test of pytest, or a target of make
    reason: str  # why they don't run here
    lines: tuple[str, ...]


_EXTRA: Final = 'pip install "$(echo build/wheels/orthanc_python_plugin-*_$(uname -m).whl)[testing]"'
_CLUSTER: Final = "tests/cluster/test_sample.py::test_each_series_gets_its_mean_image"

ELSEWHERE: Final = (
    Elsewhere(
        "docs/cluster.md",
        _CLUSTER,
        "need PostgreSQL, nginx and packages, which `make test-cluster` fetches",
        (
            "sudo -u postgres createuser --pwprompt orthanc",
            "sudo -u postgres createdb --owner orthanc orthanc && sudo -u postgres createdb --owner orthanc tasks",  # noqa: E501
            "sudo python3 -m venv /opt/cluster && sudo /opt/cluster/bin/pip install -r samples/cluster/requirements.txt",  # noqa: E501
            "export CLUSTER_DATABASE=postgresql://orthanc:PASSWORD@localhost/tasks CLUSTER_ORTHANC=http://localhost:8080",
            "cd samples/cluster && /opt/cluster/bin/python -m procrastinate --app workers.app schema --apply",
            "sudo cp nginx.conf /etc/nginx/conf.d/orthanc.conf && sudo systemctl reload nginx",
            "/opt/cluster/bin/python workers.py",
            "CLUSTER_METRICS=9101 /opt/cluster/bin/python workers.py",
        ),
    ),
    Elsewhere(
        "docs/cookbook/call-model.md",
        "samples/tests/cookbook/test_call_model.py::test_a_series_gets_a_result",
        "downloads packages, which `make setup` has installed for the test",
        ("pip install numpy pydicom",),
    ),
    Elsewhere(
        "docs/install.md",
        "make test-deb",
        "need a chroot, with root; without systemd, the test starts the server as the user of the service",
        (
            "sudo apt-get install orthanc ./build/deb/orthanc-python-codegen_0.1.0_amd64.deb",
            "sudo cp hello.py /etc/orthanc/",
            """echo '{ "PythonScript": "/etc/orthanc/hello.py" }' | sudo tee /etc/orthanc/python.json""",
            "sudo systemctl restart orthanc",
        ),
    ),
    Elsewhere(
        "docs/install.md",
        "make test-installation",
        "need a chroot, with root",
        (
            "sudo apt-get install orthanc python3-venv libpython3.11",
            "sudo python3 -m venv /opt/orthanc",
            "sudo /opt/orthanc/bin/pip install WHEEL",
            "sudo /opt/orthanc/bin/orthanc-plugin install /usr/share/orthanc/plugins",
        ),
    ),
    Elsewhere(
        "docs/releasing.md",
        "tests/docs/test_release.py::test_a_release_is_prepared",
        "runs all tests; there, stand-ins replace them",
        ('DEBFULLNAME="Jane Doe" DEBEMAIL=jane@example.org tools/release.sh 1.2.3',),
    ),
    Elsewhere(
        "docs/start.md",
        "make test-installation",
        "need a chroot, with root; no service occupies the ports there",
        ("sudo apt-get install orthanc python3-venv libpython3.11 curl", "sudo systemctl stop orthanc"),
    ),
    Elsewhere(
        "docs/start.md",
        "make test-wheel",
        "fetches compilers and takes minutes",
        ("make setup", "ARCHITECTURES=$(uname -m) tools/make_wheels.sh --once"),
    ),
    Elsewhere(
        "docs/start.md",
        "tests/wheel/test_testing.py::test_the_tutorial_in_a_clean_environment",
        "downloads packages",
        (_EXTRA,),
    ),
    Elsewhere(
        "docs/testing.md",
        "tests/wheel/test_testing.py::test_the_tutorial_in_a_clean_environment",
        "downloads packages",
        (_EXTRA,),
    ),
    Elsewhere(
        "docs/testing.md",
        "tests/kit/test_tutorial.py::test_its_commands_print_what_it_says",
        "run there, from the page",
        ("pytest -q test_archive.py", "pytest -q test_server.py"),
    ),
)
