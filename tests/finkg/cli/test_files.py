"""Building, checking, exporting, viewing, the demo: files appear whole, and never over others'."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from finkg.resources import packaged_workspace

if TYPE_CHECKING:
    from conftest import Run


def test_build_prints_what_it_made(run: Run, tmp_path: Path) -> None:
    """Counts on stdout; the snapshot can be asked at once."""
    ran = run("build", str(packaged_workspace()), "-o", str(tmp_path / "s"), graph=None)
    assert (ran.code, "claims" in ran.out) == (0, True)
    asked = run("ask", "products-affected-by-regulation", graph=tmp_path / "s")
    assert "huabei" in asked.out


def test_the_packaged_workspace_has_no_problem(run: Run) -> None:
    """Not even a warning."""
    ran = run("check", str(packaged_workspace()), "--fail-on", "warning", graph=None)
    assert ran.code == 0, ran.err


def broken(tmp_path: Path) -> Path:
    """A workspace with two faults in two files."""
    folder = tmp_path / "workspace"
    (folder / "entities").mkdir(parents=True)
    (folder / "workspace.toml").write_text(
        'title = { zh = "试", en = "Trial" }\ndate = "2026-01-01"\n', encoding="utf-8"
    )
    heading = "id,type,label_zh,label_en,aliases,broader,note\n"
    rows = "first-co,Compny,公司,A company,,,\nsecond-co,Company,,B company,,,\n"
    (folder / "entities" / "companies.csv").write_text(heading + rows, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("fail_on", "code"), [("violation", 1), ("never", 0)])
def test_check_says_every_problem(run: Run, tmp_path: Path, fail_on: str, code: int) -> None:
    """Each with file, line, reason and hint; --fail-on decides the exit code."""
    ran = run("check", str(broken(tmp_path)), "--fail-on", fail_on, graph=None)
    assert ran.code == code
    assert "entities/companies.csv:2" in ran.err
    assert "Company" in ran.err
    assert "entities/companies.csv:3" in ran.err


def test_a_broken_workspace_is_not_built(run: Run, tmp_path: Path) -> None:
    """Exit 2, all problems said, and the earlier snapshot as it was."""
    snapshot = tmp_path / "s"
    assert run("build", str(packaged_workspace()), "-o", str(snapshot), graph=None).code == 0
    ran = run("build", str(broken(tmp_path)), "-o", str(snapshot), graph=None)
    assert ran.code == 2
    assert ran.err.count("companies.csv") == 2
    assert "huabei" in run("ask", "products-affected-by-regulation", graph=snapshot).out


def test_a_folder_that_is_none_is_said(run: Run, tmp_path: Path) -> None:
    """No workspace, no snapshot: exit 2."""
    assert run("build", str(tmp_path / "nothing"), graph=None).code == 2
    assert run("ask", "metrics", graph=tmp_path).code == 2


def test_export_to_a_file_and_to_stdout(run: Run, tmp_path: Path) -> None:
    """The suffix tells the syntax; the bytes are the same either way."""
    path = tmp_path / "graph.nt"
    assert run("export", "-o", str(path)).code == 0
    assert path.read_text("utf-8") == run("export", "--format", "ntriples").out


def test_an_export_into_no_folder_is_said(run: Run, tmp_path: Path) -> None:
    """Exit 2 and nothing written."""
    ran = run("export", "-o", str(tmp_path / "missing" / "graph.ttl"))
    assert ran.code == 2
    assert "missing" in ran.err


def test_demo_does_the_main_job(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer with quotes on stdout, view and triples in this folder, as often as one likes."""
    monkeypatch.chdir(tmp_path)
    first = run("demo")
    assert "「断开与信贷业务的不当连接」" in first.out
    assert (tmp_path / "finkg.html").read_bytes()
    assert b"fk:affectedBy" in (tmp_path / "finkg.ttl").read_bytes()
    assert run("demo").code == 0


def test_demo_spares_files_of_others(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A finkg.html that finkg did not write stays, unless --force says otherwise."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "finkg.html").write_text("mine", encoding="utf-8")
    assert run("demo").code == 2
    assert (tmp_path / "finkg.html").read_text("utf-8") == "mine"
    assert run("demo", "--force").code == 0


def test_view_is_one_file(run: Run, tmp_path: Path) -> None:
    """Around a focus that is named by its label."""
    path = tmp_path / "view.html"
    assert run("view", "花呗", "-o", str(path)).code == 0
    assert "Content-Security-Policy" in path.read_text("utf-8")
