"""What a large page costs its reader beside a small one, in chromium, in one run: ``python -m bench.page [SMALL LARGE]``.

Pages of 300 and 3,000 invented nodes, with the texts of their articles, take turns. Measured within the browser: from the
beginning of loading until the picture is painted, and from a click until what it brings is painted. Ends with status 1 where
either takes more than three times as long in the large page.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from kg.render import render
from tests.browsing import CHROMIUM, FLAGS, open_page
from tests.invented import invented
from tests.stories import readable

ROUNDS = 5
CLICKS = 5
BAR = 3.0
PAINTED = "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
CLICK = """async ([x, y]) => {
  const target = document.elementFromPoint(x, y);
  const begun = performance.now();
  const at = { clientX: x, clientY: y, button: 0, pointerId: 1, pointerType: "mouse", isPrimary: true, bubbles: true };
  target.dispatchEvent(new PointerEvent("pointerdown", { ...at, buttons: 1 }));
  target.dispatchEvent(new PointerEvent("pointerup", at));
  while (!document.querySelector("#right h3.title")) await new Promise((done) => setTimeout(done));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}"""
JUMP = """async (name) => {
  const begun = performance.now();
  const link = [...document.querySelectorAll("#right .link")].find((b) => b.textContent === name);
  link.click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}"""
FILTER = """async (number) => {
  const begun = performance.now();
  document.querySelectorAll("#by-event input")[number].click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}"""


def measured(context: Any, path: Path) -> dict[str, float]:
    """Milliseconds until the picture is painted, and until single actions are answered (the median of a few)."""
    opened = open_page(context, path)
    page = opened.page
    found: dict[str, list[float]] = {
        "first picture": [page.evaluate(PAINTED)],
        "click on a symbol": [],
        "jump to a name": [],
        "filter": [],
    }
    names = page.locator("#right h2:has-text('Most connected') + ul .link").all_inner_texts()[:CLICKS]
    for name in names:
        found["jump to a name"].append(page.evaluate(JUMP, name))
        page.keyboard.press("Escape")
    page.click("#zoom-fit")
    for name in names:
        node = page.evaluate(
            "name => JSON.parse(document.getElementById('nodes').textContent).find((n) => n.name === name).id", name
        )
        found["click on a symbol"].append(page.evaluate(CLICK, list(opened.spot(node))))
        page.keyboard.press("Escape")
    found["filter"] = [page.evaluate(FILTER, number) for number in range(CLICKS)]
    page.close()
    return {what: median(times) for what, times in found.items()}


def table(small: int, large: int) -> Iterator[tuple[str, float]]:
    """Lines of a table, each with the ratio it tells."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        pages = {}
        for size in (small, large):
            view, texts = readable(invented(size))
            pages[size] = Path(folder) / f"{size}.html"
            pages[size].write_text(render(view, f"{size} nodes", texts), encoding="utf-8", newline="\n")
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(offline=True, viewport={"width": 1400, "height": 860})
        rounds = [{size: measured(context, path) for size, path in pages.items()} for _ in range(ROUNDS)]
        for what in rounds[0][small]:
            times = {size: min(r[size][what] for r in rounds) for size in pages}
            ratio = times[large] / times[small]
            yield f"| {what} | {times[small]:.0f} ms | {times[large]:.0f} ms | {ratio:.2f} |", ratio
        browser.close()


def main(sizes: Sequence[str]) -> int:
    """Print the table; 1 where a ratio is above the bar."""
    small, large = (int(s) for s in sizes) if sizes else (300, 3000)
    print(f"| least of {ROUNDS} rounds | {small} nodes | {large} nodes | ratio (the bar is {BAR:g}) |\n| --- | --- | --- | --- |")
    ratios = []
    for line, ratio in table(small, large):
        print(line, flush=True)
        ratios.append(ratio)
    return int(max(ratios) > BAR)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
