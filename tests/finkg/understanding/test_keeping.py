"""What was learnt is kept, and read again as long as nothing that it was learnt from changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from finkg.catalogue.catalogue import Catalogue
from finkg.understanding.classifier import Label
from finkg.understanding.fitting import Labelled, fitted
from finkg.understanding.keeping import KEPT, fingerprint, kept
from finkg.understanding.learning import Learnt
from finkg.understanding.linking import Linker
from finkg.understanding.reading import Reader
from finkg.understanding.roles import Roles

from . import small
from .test_classifier import EXAMPLES


@pytest.fixture
def lessons(reader: Reader) -> Learnt:
    roles = Roles()
    roles.learn(reader.example("谁创办了{company}"))
    role = [Labelled(Label("asked", "company"), {"founded": 1.0}, 1.0)]
    return Learnt(
        fitted(EXAMPLES),
        fitted([*EXAMPLES, *role], at_least=2),
        {"asked": roles},
        {"asked": frozenset({"who", "found"})},
        frozenset({"asked"}),
        {("谁", "创办", "了", "{}"): frozenset({"asked", ""})},
    )


def never() -> Learnt:
    raise AssertionError("learnt again")


def told(learnt: Learnt) -> object:
    """All of it, as what can be compared."""
    models = [
        (m.labels, m.features, m.knows_all, m.tells.tolist(), m.weights.tolist())
        for m in (learnt.meaning, learnt.spelling)
    ]
    return models, {name: each.learnt() for name, each in learnt.roles.items()}, learnt[3:]


def test_what_was_learnt_is_read_again(tmp_path: Path, lessons: Learnt) -> None:
    """All of it, and nothing is learnt twice."""
    path = tmp_path / "folder" / "kept.npy"
    assert kept(path, lambda: lessons) is lessons
    assert told(kept(path, never)) == told(lessons)


@pytest.mark.parametrize(
    "spoilt", [b"", b"hello", b"PK\x03\x04", "cut", "changed", "longer"], ids=str
)
def test_a_spoilt_file_is_learnt_anew(tmp_path: Path, lessons: Learnt, spoilt: bytes | str) -> None:
    """And put right, whatever became of it."""
    path = tmp_path / "kept.npy"
    kept(path, lambda: lessons)
    good = path.read_bytes()
    ways = {"cut": good[:200], "changed": good[:-4] + b"\0\0\xc0\x7f", "longer": good + b"0"}
    path.write_bytes(spoilt if isinstance(spoilt, bytes) else ways[spoilt])
    assert kept(path, lambda: lessons) is lessons
    assert path.read_bytes() == good


def test_a_folder_that_can_not_be_written_keeps_nothing(tmp_path: Path, lessons: Learnt) -> None:
    """The program answers all the same."""
    (tmp_path / "file").write_text("", "utf-8")
    assert kept(tmp_path / "file" / "below" / "kept.npy", lambda: lessons) is lessons


def test_whatever_is_learnt_from_is_marked(tmp_path: Path, linker: Linker) -> None:
    """A word, a way to ask, a question or a name more is not answered with what was learnt
    before."""
    workspace = tmp_path / "workspace"
    own = workspace / "queries"
    own.mkdir(parents=True)
    words = own / "words.toml"
    words.write_text("[feud]\nen = ['feud']\n", "utf-8")

    def mark(linker: Linker = linker) -> str:
        return fingerprint(Catalogue([workspace]), linker, words)

    marks = [mark(), mark()]
    assert marks[0] == marks[1]
    words.write_text("[feud]\nen = ['feud', 'rivalry']\n", "utf-8")
    marks.append(mark())
    small.question(own)
    marks.append(mark())
    marks.append(mark(Linker(small.names(), ["Organization"])))
    assert len({*marks}) == 4


def test_only_the_last_are_kept(tmp_path: Path, lessons: Learnt) -> None:
    """A graph that changes every day does not fill the disk."""
    for number in range(KEPT + 3):
        path = tmp_path / f"{number}.npy"
        kept(path, lambda: lessons)
        os.utime(path, (number, number))
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {f"{number}.npy" for number in range(3, KEPT + 3)}
