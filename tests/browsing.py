"""Opening a page in Debian's chromium, from disk and without network, and noting what it complains of and asks for."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kg.render import View

CHROMIUM = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
]


@dataclass
class Opened:
    """A page in the browser with what it complained of and what it asked for."""

    page: Any
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def text(self, selector: str) -> str:
        """The text a reader sees in an element."""
        return str(self.page.inner_text(selector))

    def spot(self, node: str) -> tuple[float, float]:
        """Where a node is on the screen."""
        x, y = self.page.evaluate("id => window.kgPage.spotOf(id)", node)
        return float(x), float(y)

    def shown(self, view: View) -> set[str]:
        """The labels of the nodes in sight."""
        ids = set(self.page.evaluate("window.kgPage.shownNodes()"))
        return {n.label for n in view.nodes if n.id in ids}

    def fragment(self) -> str:
        """The state of the view as the address tells it."""
        return str(self.page.evaluate("decodeURIComponent(location.hash)"))

    def settle(self) -> None:
        """Waits until what was asked for is drawn."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def drawn(self, node: str) -> bool:
        """Whether something other than the ground is painted in the middle of a node's symbol."""
        found = self.page.evaluate(
            """id => {
              const canvas = document.querySelector("#network canvas");
              const box = canvas.getBoundingClientRect();
              const [x, y] = window.kgPage.spotOf(id);
              const ratio = canvas.width / box.width;
              const sheet = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
              sheet.drawImage(canvas, (x - box.left) * ratio, (y - box.top) * ratio, 1, 1, 0, 0, 1, 1);
              return sheet.getImageData(0, 0, 1, 1).data[3];
            }""",
            node,
        )
        return bool(found)

    def click(self, node: str) -> None:
        """Clicks a node where it is drawn."""
        self.page.mouse.click(*self.spot(node))


def open_page(context: Any, path: Path, fragment: str = "", scheme: str = "light") -> Opened:
    """The page of a file, once it is ready; ``scheme`` is what the reader's system prefers, light or dark."""
    found = Opened(context.new_page())
    found.page.emulate_media(color_scheme=scheme)
    found.page.on("console", lambda message: found.complaints.append(message.text))
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    found.page.on("request", lambda request: found.requests.append(request.url))
    found.page.goto(path.as_uri() + fragment)
    found.page.wait_for_selector("html[data-ready=yes]", timeout=20_000)
    return found


def inaccessible(page: Any) -> list[str]:
    """What axe-core calls serious or critical on a page as it stands: the rule and the first element that breaks it."""
    axe = pytest.importorskip("axe_playwright_python.base", reason="axe-core is not installed (pip install -e .[dev])")
    page.evaluate(axe.AXE_SCRIPT)
    found = page.evaluate("axe.run({ resultTypes: ['violations'] }).then((results) => results.violations)")
    return [f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in ("serious", "critical")]
