"""The files that a graph is made from travel with it, so that it can be made from them again."""

from __future__ import annotations

from pathlib import Path

from finkg.evidence.policy import Criterion
from finkg.workspace.inputs import keep_inputs, read_inputs

from .tiny import CLAIMS, FILES, Tiny, schema


def kept(tiny: Tiny, place: Path) -> list[tuple[Path, str]]:
    return [(place / name, prefix) for name, prefix in keep_inputs(tiny.read(), place)]


def test_a_workspace_is_read_again_from_what_is_kept(tiny: Tiny, tmp_path: Path) -> None:
    """The same claims, evidence, sources and entities, on the same lines of the same files."""
    again = read_inputs(kept(tiny, tmp_path / "inputs"), schema())
    before = tiny.read()
    assert again.problems == before.problems == []
    assert again.rows == before.rows
    assert again.entities == before.entities
    assert again.sources == before.sources
    assert (again.title, again.day, again.base) == (before.title, before.day, before.base)


def test_only_files_of_the_workspace_are_kept(tiny: Tiny, tmp_path: Path) -> None:
    """Somebody's other files in the folder are nobody's business."""
    tiny.write("private.txt", "secret")
    tiny.write("notes/plan.csv", "a,b\n")
    tiny.write("rules/mine.rq", "SELECT ?subject {}\n")
    for name in ("theme/mine.rq", "phrasings.csv", "words.toml", "notes.txt"):
        tiny.write(f"queries/{name}", "# mine\n")
    ((place, _),) = kept(tiny, tmp_path / "inputs")
    found = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    questions = {f"queries/{name}" for name in ("theme/mine.rq", "phrasings.csv", "words.toml")}
    assert found == {*FILES, "rules/mine.rq", *questions}


def test_what_a_workspace_extends_is_kept_too(tiny: Tiny, tmp_path: Path) -> None:
    """Each part with what its files are called by; the parts need not lie where they lay."""
    card = 'extends = ["../tiny"]\n' + FILES["workspace.toml"]
    (tmp_path / "mine").mkdir()
    mine = Tiny.__new__(Tiny)
    mine.folder = tmp_path / "mine"
    mine.write("workspace.toml", card)
    inputs = kept(mine, tmp_path / "inputs")
    assert [prefix for _, prefix in inputs] == ["../tiny:", ""]
    tiny.folder.rename(tmp_path / "elsewhere")
    again = read_inputs(inputs, schema())
    assert [row.where.file for row in again.rows[:1]] == [f"../tiny:{CLAIMS}"]


def test_the_policy_is_kept_with_the_rows(tiny: Tiny, tmp_path: Path) -> None:
    """Whoever ranks anew ranks by the policy of the graph, and not by that of the program."""
    tiny.write("policy.toml", 'criteria = ["recency"]\ntiers = ["high", "medium", "low"]\n')
    inputs = kept(tiny, tmp_path / "inputs")
    assert read_inputs(inputs, schema()).policy.criteria == (Criterion.RECENCY,)


def test_a_later_change_of_the_workspace_is_not_seen(tiny: Tiny, tmp_path: Path) -> None:
    """What is kept is what the graph was made from."""
    inputs = kept(tiny, tmp_path / "inputs")
    rows = len(tiny.read().rows)
    tiny.claim(quote="截至2020年", as_of="2020")
    assert len(tiny.read().rows) == rows + 1
    assert len(read_inputs(inputs, schema()).rows) == rows
