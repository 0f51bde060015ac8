"""An answer writes itself to a file, whose suffix tells the format."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from finkg.errors import NotWritable, UnknownFormat
from finkg.export.answers import FORMATS, MissingPackage, by_suffix
from finkg.graph import KnowledgeGraph

from .hostile import texts, written

QUESTION = "products-affected-by-regulation"
#: How a file of each format begins.
BEGINNINGS = {
    "csv": b"product,product_label",
    "tsv": b"product\tproduct_label",
    "json": b"{",
    "xml": b"<?xml",
    "md": b"## ",
    "html": b"<!doctype html>",
    "xlsx": b"PK",
    "parquet": b"PAR1",
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_the_suffix_tells_the_format(kg: KnowledgeGraph, tmp_path: Path, name: str) -> None:
    """In capitals too; the name of a format comes before it."""
    answer = kg.ask(QUESTION)
    path = answer.write(tmp_path / f"answer.{name.upper()}")
    assert path.read_bytes().startswith(BEGINNINGS[name])
    assert answer.write(tmp_path / "x.txt", name).read_bytes().startswith(BEGINNINGS[name])


def test_every_format_is_tried() -> None:
    """And no two claim a suffix."""
    assert [each.name for each in FORMATS] == [*BEGINNINGS]
    suffixes = [suffix for each in FORMATS for suffix in each.suffixes]
    assert len(suffixes) == len({*suffixes})
    assert by_suffix("a.csv.gz") is None


def test_labels_are_in_the_language_asked_for(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """Chinese unless it is said."""
    answer = kg.select("SELECT ?x { VALUES ?x { id:alipay } }")
    assert "支付宝" in answer.write(tmp_path / "a.csv").read_text("utf-8")
    assert "Alipay" in answer.write(tmp_path / "a.csv", lang="en").read_text("utf-8")


@pytest.mark.parametrize("name", ["a.xyz", "a"])
def test_an_unknown_suffix_is_refused(kg: KnowledgeGraph, tmp_path: Path, name: str) -> None:
    """And nothing is written."""
    with pytest.raises(UnknownFormat, match="parquet"):
        kg.ask(QUESTION).write(tmp_path / name)
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_is_not_there_is_said(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """As wherever the program writes."""
    with pytest.raises(NotWritable):
        kg.ask(QUESTION).write(tmp_path / "none" / "a.csv")


@pytest.mark.parametrize(("name", "package"), [("xlsx", "openpyxl"), ("parquet", "pyarrow")])
def test_a_missing_package_is_named_with_its_extra(
    monkeypatch: pytest.MonkeyPatch, name: str, package: str
) -> None:
    """In both languages, so that a person can copy what helps."""
    module = {"xlsx": "sheet", "parquet": "parquet"}[name]
    monkeypatch.delitem(sys.modules, f"finkg.export.answers.{module}", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingPackage) as caught:
        written(texts("a"), name)
    for lang in ("zh", "en"):
        assert package in caught.value.message(lang)
        assert f"finkg[{caught.value.extra}]" in caught.value.advice(lang)
