"""Writes view.png, the picture of the view that the README shows. `make picture` runs it.

Needs chromium on PATH and playwright (the test extra).
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import finkg

PICTURE = Path(__file__).resolve().with_name("view.png")
#: The part of the page's address that chooses what it shows: the first picture, in English.
CHOSEN = "#lang=en"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    chromium = shutil.which("chromium")
    if not chromium:
        sys.exit("chromium is not on PATH")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = finkg.open().view(Path(folder) / "finkg.html", lang="en")
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(page_file.as_uri() + CHOSEN)
        page.wait_for_timeout(1500)
        page.screenshot(path=PICTURE)
        browser.close()
    print("docs/view.png")


if __name__ == "__main__":
    main()
