"""Runs the notebooks of this folder with the interpreter that runs this, and writes them anew.

python docs/notebook/execute.py [FOLDER]   into a folder, else in place; needs the extra `test`
"""

from __future__ import annotations

import os
import sys
import tempfile
from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from PIL import Image

HERE = Path(__file__).resolve().parent
#: Seconds that a cell may take on a slow machine: the first one builds the packaged graph.
PATIENCE = 600
#: As many as a chart needs; a third of the bytes.
COLOURS = 64


def executed(path: Path) -> nbformat.NotebookNode:
    """A notebook with the outputs that it has now, without what differs from run to run."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook,
        timeout=PATIENCE,
        kernel_name="python3",
        record_timing=False,
        coalesce_streams=True,
    ).execute()
    notebook.metadata.pop("language_info", None)
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if "image/png" in data:
                data["image/png"] = _slim(data["image/png"])
    return notebook


def _slim(png: str) -> str:
    """A picture of few colours, in Base64."""
    packed = BytesIO()
    picture = Image.open(BytesIO(b64decode(png))).convert("RGB").quantize(COLOURS)
    picture.save(packed, "png", optimize=True)
    return b64encode(packed.getvalue()).decode()


def main(folder: Path = HERE) -> None:
    with tempfile.TemporaryDirectory() as none:
        # The kernel is that of this interpreter, whatever kernels the user has.
        os.environ |= {"JUPYTER_DATA_DIR": none, "JUPYTER_PREFER_ENV_PATH": "1", "IPYTHONDIR": none}
        for path in sorted(HERE.glob("*.ipynb")):
            nbformat.write(executed(path), folder / path.name)
            print(path.name)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
