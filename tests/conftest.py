"""What all tests share: closed sockets, golden files, and where the real articles lie."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
SHARED = ROOT.parent / "shared"  # the development set, beside some checkouts only

# The same examples in every run, however slow the machine; --hypothesis-profile=search (make search) draws new ones.
settings.register_profile("search", settings.get_profile("default"), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fixed", settings.get_profile("search"), derandomize=True, database=None, print_blob=True)
settings.load_profile("fixed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--write-golden``, which only ``make golden`` gives."""
    parser.addoption("--write-golden", action="store_true", help="rewrite the golden files instead of comparing with them")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """No test reaches the network: connecting is refused, but for sockets within the machine's file system.

    Tests marked ``loopback``, which start a server of their own, may reach 127.0.0.1.
    """
    connect = socket.socket.connect
    loopback = request.node.get_closest_marker("loopback") is not None

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX and not (loopback and isinstance(address, tuple) and address[0] == "127.0.0.1"):
            raise AssertionError(f"a test tried to connect to {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with ``tests/golden/NAME``; writes it instead under ``make golden``."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--write-golden"):
            path.write_bytes(text.encode("utf-8"))
        assert path.is_file(), f"{name} does not exist: make golden"
        assert text == path.read_bytes().decode("utf-8"), f"{name} differs: make golden shows how"

    return compare
