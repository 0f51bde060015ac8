"""Small workspaces around one true text each, and the errors that are planted in copies of them.

A folder below `texts/` holds a workspace and, beside it, `plants.toml`: the errors, each as edits
of its files. The kind of a plant is the name of the rule that is meant to find it.
"""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one file of a workspace; what it replaces stands there exactly once."""

    file: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Plant:
    """One error: what kind it is, which claims it makes wrong, and how it is put there."""

    text: str
    kind: str
    about: str
    #: Subject, property and value of each wrong claim; of an observation feature, metric and value;
    #: of an effect affected, cause and type; of a holding holder, organization and percent.
    wrong: tuple[str, ...]
    edits: tuple[Edit, ...]
    #: Why nothing but knowledge of the truth could find it; empty for all that can be found.
    beyond: str = ""

    @property
    def title(self) -> str:
        return f"{self.text}: {self.about}"

    def sow(self, folder: Path) -> Path:
        """A copy of the workspace, in a folder, with the error in it."""
        shutil.copytree(TEXTS / self.text / "workspace", folder)
        for edit in self.edits:
            file = folder / edit.file
            content = file.read_text("utf-8")
            assert content.count(edit.old) == 1, f"{self.title}: {edit.old!r} is not there once"
            file.write_text(content.replace(edit.old, edit.new), "utf-8")
        for stored in folder.glob("sources/*/text.txt"):
            _seal(stored)
        return folder


def _seal(stored: Path) -> None:
    """Give the source of a text that was changed the checksum of what it is now."""
    card = stored.with_name("source.toml")
    digest = sha256(stored.read_bytes()).hexdigest()
    sealed = re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{digest}"', card.read_text("utf-8"))
    card.write_text(sealed, "utf-8")


def texts() -> list[str]:
    """The names of the true texts."""
    return sorted(path.parent.name for path in TEXTS.glob("*/plants.toml"))


def plants(text: str) -> Iterator[Plant]:
    """The errors that can be planted in a text."""
    for told in tomllib.loads((TEXTS / text / "plants.toml").read_text("utf-8"))["plant"]:
        edits = tuple(Edit(**edit) for edit in told["edit"])
        wrong, beyond = tuple(told["wrong"]), told.get("beyond", "")
        yield Plant(text, told["kind"], told["about"], wrong, edits, beyond)
