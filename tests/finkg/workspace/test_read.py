"""A sound workspace is read without a word, whole, and alike in whatever order its rows stand."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from finkg.errors import NotFound, NotReadable
from finkg.evidence.claim import Claim, Kind
from finkg.evidence.record import Effect, Observation, Shareholding
from finkg.evidence.support import Stance
from finkg.vocabulary import ID, NONE, fk
from finkg.workspace.model import Row
from finkg.workspace.read import read_workspace

from .tiny import ARTICLE, CLAIMS, ENTITY_TABLE, FILES, OBSERVATIONS, PRESS, Tiny, schema


def iri(name: str) -> NamedNode:
    return NamedNode(ID + name)


def row_of(tiny: Tiny, file: str, line: int) -> Row:
    (row,) = (r for r in tiny.read().rows if (r.where.file, r.where.line) == (file, line))
    return row


def test_a_sound_workspace_has_no_problems(tiny: Tiny) -> None:
    """What is well written is not complained of; every row of every table is read."""
    whole = tiny.read()
    assert whole.problems == []
    assert len(whole.rows) == 7
    assert len(whole.entities) == 7
    assert set(whole.sources) == {"article", "press-2015", "editors"}
    assert whole.title == ("小图谱", "Small graph")
    assert whole.day.isoformat() == "2026-01-01"


def test_a_row_knows_its_file_and_line(tiny: Tiny) -> None:
    """Every row leads back to the file and the line that people wrote."""
    assert sorted(str(row.where) for row in tiny.read().rows) == [
        f"{CLAIMS}:2",
        f"{CLAIMS}:3",
        f"{CLAIMS}:4",
        f"{OBSERVATIONS}:2",
        f"{PRESS}/claims.csv:2",
        f"{PRESS}/effects.csv:2",
        f"{PRESS}/holdings.csv:2",
    ]


def test_a_claim_says_what_its_row_says(tiny: Tiny) -> None:
    """Subject, property and value; a time at the precision of its cell."""
    assert row_of(tiny, CLAIMS, 4).claim == Claim(
        iri("yuebao"),
        fk("launchedOn"),
        Literal("2013-06", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth")),
    )


def test_evidence_carries_the_texts_own_words(tiny: Tiny) -> None:
    """Quote and context stand at their offsets, with gloss and recording date."""
    evidence = row_of(tiny, CLAIMS, 3).evidence
    text = FILES[f"{ARTICLE}/text.txt"]
    assert [text[q.span.start : q.span.end] for q in evidence.quotes] == [
        "2013年6月推出余额宝",
        "蚂蚁集团成立于2014年",
    ]
    assert str(evidence.recorded) == "2026-01-01"
    glossed = row_of(tiny, CLAIMS, 2).evidence.quote
    assert glossed
    assert (glossed.gloss, glossed.gloss_language) == ("Ant Group was founded in 2014", "en")


def test_a_citation_is_evidence_without_a_quote(tiny: Tiny) -> None:
    """A register's rows rest on the source that each names."""
    evidence = row_of(tiny, f"{PRESS}/claims.csv", 2).evidence
    assert evidence.source == iri("press-2015")
    assert evidence.quotes == ()


def test_records_hold_all_their_parts(tiny: Tiny) -> None:
    """An observation, a holding and an effect each make one claim and one record."""
    seen = row_of(tiny, OBSERVATIONS, 2).claim.record
    assert isinstance(seen, Observation)
    assert (seen.value, seen.unit, seen.precision) == (
        Decimal(6 * 10**8),
        fk("unit-person"),
        "over",
    )
    held = row_of(tiny, f"{PRESS}/holdings.csv", 2).claim
    assert held.triple == (iri("jack"), fk("holdsSharesIn"), iri("ant"))
    assert isinstance(held.record, Shareholding)
    assert held.record.percent == Decimal("33.5")
    effect = row_of(tiny, f"{PRESS}/effects.csv", 2).claim
    assert effect.triple == (iri("yuebao"), fk("directlyAffectedBy"), iri("notice"))
    assert isinstance(effect.record, Effect)
    assert effect.record.effect_type == "limit"


def test_an_undated_observation_adds_its_source(tiny: Tiny) -> None:
    """Two undated values of two sources are two records."""
    line = tiny.observation()
    record = row_of(tiny, OBSERVATIONS, line).claim.record
    assert isinstance(record, Observation)
    assert record.source == iri("article")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("规模大", Literal("规模大", language="zh")),
        ("big @en", Literal("big", language="en")),
        ("大@zh", Literal("大", language="zh")),
    ],
)
def test_text_is_in_the_sources_language_unless_it_says(
    tiny: Tiny, cell: str, value: Literal
) -> None:
    """A text cell is in the language of its source, or in the one that it ends with."""
    line = tiny.claim(subject="yuebao", property="describedAs", value=cell)
    assert row_of(tiny, CLAIMS, line).claim.value == value


def test_text_of_a_register_is_english(tiny: Tiny) -> None:
    """A cited source has no language, so bare text is taken to be English."""
    cells = {"subject": "yuebao", "property": "describedAs", "value": "large"}
    line = tiny.row(f"{PRESS}/claims.csv", source="press-2015", **cells)
    value = row_of(tiny, f"{PRESS}/claims.csv", line).claim.value
    assert value == Literal("large", language="en")


def test_none_is_known_to_be_none(tiny: Tiny) -> None:
    """The cell None says that there is none, which is a value and has evidence."""
    line = tiny.claim(property="parentOrganization", value="None")
    assert row_of(tiny, CLAIMS, line).claim.value == NONE


def test_a_source_may_be_the_subject(tiny: Tiny) -> None:
    """The article itself discusses things."""
    line = tiny.claim(subject="article", property="discusses", value="ant")
    assert row_of(tiny, CLAIMS, line).claim.subject == iri("article")


def test_an_exact_match_may_stand_in_a_foreign_catalogue(tiny: Tiny) -> None:
    """The one value that is no id of ours is the IRI of the same thing elsewhere."""
    foreign = "http://www.wikidata.org/entity/Q1"
    line = tiny.claim(property="exactMatch", value=foreign)
    assert row_of(tiny, CLAIMS, line).claim.value == NamedNode(foreign)


def test_kind_and_stance_are_read(tiny: Tiny) -> None:
    """Empty cells are a fact and a support; other words are what they say."""
    line = tiny.claim(kind="opinion", stance="refutes", note="doubtful")
    row = row_of(tiny, CLAIMS, line)
    assert (row.claim.kind, row.evidence.stance) == (Kind.OPINION, Stance.REFUTES)
    assert row.evidence.note == "doubtful"
    plain = row_of(tiny, CLAIMS, 2)
    assert (plain.claim.kind, plain.evidence.stance) == (Kind.FACT, Stance.SUPPORTS)


def test_a_byte_order_mark_is_accepted(tiny: Tiny) -> None:
    """What some editors put before the first character is no part of a table or of a text."""
    before = {row.evidence.id for row in tiny.read().rows}
    for path in FILES:
        if path.endswith((".csv", ".toml")):
            tiny.write(path, b"\xef\xbb\xbf" + tiny.text(path).encode())
    whole = tiny.read()
    assert whole.problems == []
    assert {row.evidence.id for row in whole.rows} == before


def test_line_ends_of_windows_are_accepted(tiny: Tiny) -> None:
    """CRLF in a table changes neither what is read nor the lines."""
    before = [(row.evidence.id, row.where) for row in tiny.read().rows]
    for path in (CLAIMS, OBSERVATIONS, ENTITY_TABLE):
        tiny.write(path, tiny.text(path).replace("\n", "\r\n"))
    assert [(row.evidence.id, row.where) for row in tiny.read().rows] == before


def test_columns_may_stand_in_any_order(tiny: Tiny) -> None:
    """A table is read by its heading."""
    before = {row.evidence.id for row in tiny.read().rows}
    lines = [line.split(",") for line in tiny.text(f"{PRESS}/holdings.csv").splitlines()]
    tiny.write(f"{PRESS}/holdings.csv", "".join(",".join(reversed(x)) + "\n" for x in lines))
    assert {row.evidence.id for row in tiny.read().rows} == before


@settings(max_examples=30)
@given(seed=st.integers())
def test_the_order_of_rows_does_not_matter(seed: int) -> None:
    """Shuffled tables make the same claims, evidence and entities, and no problem."""
    with TemporaryDirectory() as folder:
        tiny = Tiny(Path(folder))
        tiny.entity(id="aa", broader="")
        tiny.entity(id="concept-b", type="Metric", broader="users")
        before = tiny.read()
        for path in FILES:
            if path.endswith(".csv"):
                heading, *rows = tiny.text(path).splitlines(keepends=True)
                random.Random(seed).shuffle(rows)
                tiny.write(path, "".join([heading, *rows]))
        after = tiny.read()
    assert after.problems == before.problems == []
    for ids in (
        lambda w: {row.claim.id for row in w.rows},
        lambda w: {row.evidence.id for row in w.rows},
        lambda w: {(e.iri, e.broader) for e in w.entities.values()},
    ):
        assert ids(after) == ids(before)


def test_no_workspace_is_not_found(tmp_path: Path) -> None:
    """A folder without workspace.toml is none."""
    with pytest.raises(NotFound, match=r"workspace\.toml"):
        read_workspace(tmp_path, schema())


def test_what_can_not_be_opened_is_said(tiny: Tiny) -> None:
    """A folder in the place of a file stops the reading with the file's name."""
    (tiny.folder / "judgements.csv").unlink()
    (tiny.folder / "entities" / "x.csv").mkdir()
    with pytest.raises(NotReadable, match=r"x\.csv"):
        tiny.read()
