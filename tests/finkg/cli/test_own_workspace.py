"""A person begins a workspace, adds a text, quotes it, states a row, and asks."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Run

TEXT = "某公司公告\n\n2019年,花呗接入央行征信系统。花呗由某公司提供。\n"


def test_from_nothing_to_an_answer(run: Run, tmp_path: Path) -> None:
    """init, add, quote, a row, check, ask: one's own statement stands beside the packaged ones."""
    folder, text = tmp_path / "mine", tmp_path / "notice.txt"
    text.write_text(TEXT, encoding="utf-8")
    assert run("init", str(folder), graph=None).code == 0
    added = run("add", str(text), "--to", str(folder), graph=None)
    assert (added.code, (folder / "sources" / "notice" / "text.txt").read_bytes()) == (
        0,
        TEXT.encode(),
    )
    quoted = run(
        "quote", "花呗接入央行征信系统", "--in", str(folder), "--source", "notice", graph=None
    )
    (row,) = csv.reader([quoted.out.strip()])
    row[:3] = ["huabei", "usesData", "credit-data"]
    with (folder / "sources" / "notice" / "claims.csv").open("a", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerow(row)
    checked = run("check", str(folder), "--fail-on", "warning", graph=None)
    assert checked.code == 0, checked.err
    answer = run("ask", "data-used", "--subject", "花呗", graph=folder)
    assert "credit-data" in answer.out


def test_a_quote_that_stands_nowhere_offers_the_nearest(run: Run, tmp_path: Path) -> None:
    """A changed digit is told from words that are not there; both are exit 2."""
    folder, text = tmp_path / "mine", tmp_path / "notice.txt"
    text.write_text(TEXT, encoding="utf-8")
    run("init", str(folder), "--alone", graph=None)
    run("add", str(text), "--to", str(folder), graph=None)
    digits = run("quote", "2018年,花呗", "--in", str(folder), graph=None)
    assert digits.code == 2
    assert "2019年,花呗" in digits.err
    cut = run("quote", "19年,花呗", "--in", str(folder), graph=None)
    assert "2019" in cut.err


def test_a_folder_in_use_is_left_alone(run: Run, tmp_path: Path) -> None:
    """init never writes over anything; add takes no text that is not UTF-8."""
    (tmp_path / "there.txt").write_bytes("互联网金融".encode("gb18030"))
    assert run("init", str(tmp_path), graph=None).code == 2
    assert run("init", str(tmp_path / "new"), graph=None).code == 0
    refused = run("add", str(tmp_path / "there.txt"), "--to", str(tmp_path / "new"), graph=None)
    assert refused.code == 2
    assert "GB" in refused.err
