"""A store survives kill -9 at any moment: it opens, has all that it had taken, and goes on to what it would have been.

``python -m bench.crashes`` kills a hundred runs.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.crashing import crash


@pytest.mark.e2e
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_twenty_kills(tmp_path: Path) -> None:
    killed, _ = crash(tmp_path, [0.03 * 1.25**i for i in range(20)], size=8)
    assert killed == 20  # that nothing is lost is checked after every one
