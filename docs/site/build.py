"""Builds the site of the documents into ``out/site``: ``python docs/site/build.py``, or ``make docs``.

The pages and those that are made from the package are laid out in ``out/docs``; Zensical builds them and fails where a link leads
nowhere; then the one script that it would fetch from the network is put beside the pages, and no other may be left.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from reference import ROOT, pages

HERE = Path(__file__).resolve().parent
STAGED, SITE = ROOT / "out" / "docs", ROOT / "out" / "site"
SHIM = "https://unpkg.com/iframe-worker/shim"  # lets the search work where a page is opened from disk
LOADED = re.compile(r"""<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)=["']?((?:https?:)?//[^"'> ]+)""")


def stage() -> None:
    """Nothing; the pages of the site lie in ``out/docs``."""
    shutil.rmtree(STAGED, ignore_errors=True)
    shutil.copytree(ROOT / "docs", STAGED, ignore=shutil.ignore_patterns("site", "*.toml", "__pycache__"))
    for name, text in pages().items():
        path = STAGED / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def localise() -> list[str]:
    """What the pages would still load from the network, after the script that is known was put beside them."""
    shutil.copy(HERE / "iframe-worker.js", SITE / "assets")
    shutil.copy(HERE / "iframe-worker.LICENSE.txt", SITE / "assets")
    left = []
    for page in sorted(SITE.rglob("*.html")):
        up = "../" * len(page.relative_to(SITE).parent.parts)
        text = page.read_text(encoding="utf-8").replace(SHIM, f"{up}assets/iframe-worker.js")
        page.write_text(text, encoding="utf-8", newline="\n")
        left += [f"{page.relative_to(SITE)} loads {address}" for address in LOADED.findall(text)]
    return left


def main() -> None:
    """Nothing; the site is built. Ends with what is wrong where something is."""
    stage()
    shutil.rmtree(SITE, ignore_errors=True)
    command = [str(Path(sys.executable).with_name("zensical")), "build", "--clean", "--strict"]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if built.returncode:
        sys.exit(built.stdout + built.stderr)
    if left := localise():
        sys.exit("\n".join(left))
    print(f"site: {SITE.relative_to(ROOT)}/index.html (open it in a browser; it needs no network)")


if __name__ == "__main__":
    main()
