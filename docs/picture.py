"""Writes view.png and source.png, the pictures of the view that the READMEs show. `make picture`
runs it.

Needs chromium on PATH and playwright (the test extra).
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import FloatRect, sync_playwright

import finkg

HERE = Path(__file__).resolve().parent
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass(frozen=True)
class Picture:
    """A picture of the page: what its address chooses, and the part of the window that is shown."""

    name: str
    address: str
    part: FloatRect | None = None


PICTURES = (
    # The first picture, in English.
    Picture("view.png", "#lang=en"),
    # The text of the article with its doubtful dates marked, and why the second is doubted.
    Picture(
        "source.png",
        "#lang=zh&src=internet-finance-cases&at=376-381",
        {"x": 1056, "y": 54, "width": 384, "height": 846},
    ),
)


def main() -> None:
    chromium = shutil.which("chromium")
    if not chromium:
        sys.exit("chromium is not on PATH")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = finkg.open().view(Path(folder) / "finkg.html", lang="en")
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        for picture in PICTURES:
            scale = 2 if picture.part else 1
            page = browser.new_page(
                viewport={"width": 1440, "height": 900}, device_scale_factor=scale
            )
            page.goto(page_file.as_uri() + picture.address)
            page.wait_for_timeout(1500)
            page.screenshot(path=HERE / picture.name, clip=picture.part)
            print(f"docs/{picture.name}")
        browser.close()


if __name__ == "__main__":
    main()
