"""Opening a page in Debian's chromium, from disk and without network, and noting what it complains of and asks for.

Nothing here counts on how fast the machine is: what is waited for is a state of the page, and a frame is a frame however long.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kg.render import View

PATIENCE = 120_000  # milliseconds for what takes one on a machine at leisure
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

# Done once nothing in sight has moved for three frames: an animation takes its steps by frames, not by the clock.
STILL = """() => new Promise((done, fail) => {
  let [before, same, frames] = ["", 0, 0];
  const look = () => {
    const now = JSON.stringify(window.kgPage.shownNodes().map(window.kgPage.spotOf));
    same = now === before ? same + 1 : 0;
    before = now;
    if (same === 3) done();
    else if (++frames > 600) fail(new Error("it moves on and on"));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""
# How long the button was held down, as the page sees it: the drawing takes no press of a quarter of a second for a click, and
# on a busy machine one may become as long as that.
PRESSES = """() => {
  let down = 0;
  window.pressed = 0;
  addEventListener("pointerdown", () => { down = Date.now(); }, true);
  addEventListener("pointerup", () => { window.pressed = Date.now() - down; }, true);
}"""
LONG_PRESS = 50  # milliseconds; a machine at leisure needs five
CHOSEN = "([kind, id]) => new URLSearchParams(location.hash.slice(1)).get(kind) === id"


@contextmanager
def browsing(*flags: str) -> Iterator[Any]:
    """Chromium; skips the test, and says so, where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install -e .[dev])")
    if not CHROMIUM:
        pytest.skip("no chromium on this machine (apt-get install chromium, or set KG_CHROMIUM)")
    playwright.expect.set_options(timeout=PATIENCE)
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=flags or FLAGS, timeout=PATIENCE)
        yield chromium
        chromium.close()


def context_of(browser: Any, **told: Any) -> Any:
    """A context of a browser that speaks English wherever the machine stands, and has patience with it."""
    context = browser.new_context(locale="en-US", **told)
    context.set_default_timeout(PATIENCE)
    return context


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
        """Waits until what was asked for is drawn and stands still."""
        self.page.evaluate(STILL)

    def frames(self, count: int) -> None:
        """Waits until the page was drawn so many times."""
        self.page.evaluate("async (n) => { while (n--) await new Promise(requestAnimationFrame); }", count)

    def go(self, fragment: str) -> None:
        """Changes the address to another fragment, and waits until the page has followed."""
        self.page.evaluate(
            """async (hash) => {
              const followed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
              location.hash = hash;
              await followed;
            }""",
            fragment,
        )
        self.settle()

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
        """Clicks a node where it is drawn; it must be chosen by that."""
        self._choose("node", node, "spotOf")

    def click_line(self, edge: str) -> None:
        """Clicks the middle of a line; it must be chosen by that."""
        self._choose("edge", edge, "middleOf")

    def point(self, place: tuple[float, float]) -> None:
        """Moves the mouse to a place, and waits until what lights up there is drawn."""
        self.page.mouse.move(*place)
        self.settle()

    def middle(self, edge: str) -> tuple[float, float]:
        """Where the middle of a line is on the screen."""
        x, y = self.page.evaluate("id => window.kgPage.middleOf(id)", edge)
        return float(x), float(y)

    def _choose(self, kind: str, ident: str, where: str) -> None:
        for _ in range(20):
            self.settle()
            self.point(self.page.evaluate(f"id => window.kgPage.{where}(id)", ident))
            self.page.mouse.down()
            self.page.mouse.up()
            if self.page.evaluate(CHOSEN, [kind, ident]):
                return
            assert self.page.evaluate("window.pressed") >= LONG_PRESS, f"a click on {ident} chooses something else"
        raise AssertionError("this machine is too busy to click")


def open_page(context: Any, path: Path, fragment: str = "", scheme: str = "light") -> Opened:
    """The page of a file, once it is ready; ``scheme`` is what the reader's system prefers, light or dark."""
    found = Opened(context.new_page())
    found.page.emulate_media(color_scheme=scheme)
    found.page.on("console", lambda message: found.complaints.append(message.text))
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    found.page.on("request", lambda request: found.requests.append(request.url))
    found.page.goto(path.as_uri() + fragment)
    found.page.wait_for_selector("html[data-ready=yes]", timeout=PATIENCE)
    found.page.evaluate(PRESSES)
    return found


def inaccessible(page: Any) -> list[str]:
    """What axe-core calls serious or critical on a page as it stands: the rule and the first element that breaks it."""
    axe = pytest.importorskip("axe_playwright_python.base", reason="axe-core is not installed (pip install -e .[dev])")
    page.evaluate(axe.AXE_SCRIPT)
    found = page.evaluate("axe.run({ resultTypes: ['violations'] }).then((results) => results.violations)")
    return [f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in ("serious", "critical")]
