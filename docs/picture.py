"""Writes the pictures of the view that the READMEs and its pages show, in both languages.
`make picture` runs it.

Needs chromium on PATH and playwright and Pillow (the test extra).
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
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


#: In English; the same in Chinese stands beside each, as NAME.zh.png.
BOTH = (
    Picture("view", ""),
    Picture("answer", "view=answer"),
    Picture("path", "view=path&from=webank&to=huabei"),
    Picture("time", "layout=lanes"),
    Picture("overview", "view=overview"),
)
PICTURES = (
    *(Picture(f"{it.name}.png", f"#lang=en&{it.address}") for it in BOTH),
    *(Picture(f"{it.name}.zh.png", f"#lang=zh&{it.address}") for it in BOTH),
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
            write(page.screenshot(clip=picture.part), HERE / picture.name)
            print(f"docs/{picture.name}")
        browser.close()


def write(shot: bytes, path: Path) -> None:
    """In 256 colours, of which a page needs few: a quarter of the bytes."""
    image = Image.open(BytesIO(shot)).convert("RGB")
    image.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        path, optimize=True
    )


if __name__ == "__main__":
    main()
