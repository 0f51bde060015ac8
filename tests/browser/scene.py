"""A hand-made scene of three cases, with doubt, opinion, inference, dispute and hostile text."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

from finkg.errors import Text
from finkg.resources import packaged_workspace
from finkg.view.kinds import KINDS
from finkg.view.scene import (
    Claim,
    Dispute,
    Document,
    Doubt,
    Edge,
    Evidence,
    Fact,
    Flag,
    Health,
    Inference,
    Mark,
    Node,
    PlausibilityRule,
    Relation,
    Scene,
    Source,
    Thing,
)

ROWS = Path(__file__).with_name("rows")
ARTICLE = "internet-finance-cases"
CROWDED_YEAR = Flag(
    "year-concentration",
    Text(
        "这篇文章把前后相隔多年的事都记在2025年，这个年份很可能有误。",
        "The article puts events that lie years apart into 2025; the year is probably wrong.",
    ),
)
TEXT = (packaged_workspace() / "sources" / ARTICLE / "text.txt").read_bytes().decode()
RULES = (PlausibilityRule("year-concentration", Text("年份过度集中", "concentration of years")),)
SENTENCES = {
    "requirement-on-activity": Text(
        "监管事件或法规提出的要求适用于某项业务，产品从事该业务，因而受其影响。",
        "A requirement applies to an activity that the product has, so its cause affects it.",
    ),
    "targeted": Text(
        "监管事件针对谁，谁就受其影响。", "Whatever a regulatory event targets is affected by it."
    ),
    "part": Text(
        "受某一事件影响，也就受它所属的整个事件影响。",
        "What a part of an event affects, the whole event affects.",
    ),
}
SOURCES = (
    Source(
        ARTICLE,
        "互联网金融发展案例有何启示?",
        "贝博恩创新科技网",
        kind="text",
        reliability="Low",
        note="正文年份多处可疑",
        language="zh",
        health=Health(13, 10, 12, 3, 1, "Low"),
    ),
    Source(
        "technode-2018",
        "Yu'e Bao to lower its withdrawal limit",
        "TechNode",
        "2018-05-15",
        "citation",
        address="https://technode.com/2018/05/15/yue-bao-lower-withdrawal-limit",
        language="en",
    ),
    Source(
        "ap-2020",
        "Market debut of Chinese e-finance giant Ant Group postponed",
        "Associated Press",
        "2020-11-03",
        "citation",
        "High",
        language="en",
    ),
    Source("editors", "Decisions of the editors", "finkg", kind="citation", language="en"),
)


def rows(name: str) -> list[dict[str, str]]:
    with (ROWS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LABELS = {row["id"]: Text(row["label_zh"], row["label_en"]) for row in rows("entities")}


def build() -> Scene:
    """The whole scene, without positions."""
    claims = [*map(stated, rows("stated")), *map(cited, rows("cited"))]
    claims += map(concluded, rows("concluded"))
    placed = [(claim, layer_of(claim)) for claim in claims if claim.standing != "Outranked"]
    return Scene(
        Text("互联网金融的三个案例", "Three cases of internet finance"),
        "2026-06-30",
        KINDS,
        tuple(
            Relation(row["id"], Text(row["label_zh"], row["label_en"])) for row in rows("relations")
        ),
        tuple(map(node, rows("entities"))),
        tuple(
            Edge(
                f"s-{claim.id}",
                claim.subject.id,
                claim.relation,
                claim.value.id,
                layer,
                (claim.id,),
            )
            for claim, layer in placed
            if claim.value.id
        ),
        tuple(claims),
        tuple(
            Fact(f"s-{c.id}", c.subject.id, c.relation, c.value.label, layer, (c.id,))
            for c, layer in placed
            if not c.value.id
        ),
        (with_text(SOURCES[0], claims), *SOURCES[1:]),
        rules=RULES,
    )


def with_text(source: Source, claims: list[Claim]) -> Source:
    """The article, each 2025 of which is doubted with what is flagged and quotes it."""
    spans = [match.span() for match in re.finditer("2025年", TEXT)]
    marks = tuple(Mark(*span, (0,), tuple(sorted(reading(claims, *span)))) for span in spans)
    doubts = (Doubt(CROWDED_YEAR.rule, CROWDED_YEAR.explanation),)
    return replace(source, document=Document(TEXT, "无许可。 / No licence.", doubts, marks))


def reading(claims: list[Claim], start: int, end: int) -> set[str]:
    """The flagged claims whose quote has the date in it."""
    return {
        claim.id
        for claim in claims
        for e in claim.evidence
        if claim.flags and e.start is not None and e.end and e.start <= start and end <= e.end
    }


def node(row: dict[str, str]) -> Node:
    aliases = tuple(filter(None, row["aliases"].split("|")))
    label = Text(row["label_zh"], row["label_en"])
    return Node(row["id"], f"https://w3id.org/finkg/id/{row['id']}", row["kind"], label, aliases)


def claim_id(row: dict[str, str]) -> str:
    return f"{row['subject']} {row['relation']} {row['value']}"


def value(row: dict[str, str]) -> Thing:
    name = row["value"]
    return Thing(LABELS[name], name) if name in LABELS else Thing(Text(name, row["value_en"]))


def stated(row: dict[str, str]) -> Claim:
    start = int(row["start"])
    evidence = Evidence(
        ARTICLE,
        quote=row["quote"],
        gloss=Text("", row["gloss"]),
        contexts=tuple(filter(None, [row["context_quote"]])),
        start=start,
        end=start + len(row["quote"]),
    )
    standing = {"truth": "Accepted", "doubtful": "Doubtful", "opinions": "OpinionStanding"}
    claim = Claim(
        claim_id(row),
        Thing(LABELS[row["subject"]], row["subject"]),
        row["relation"],
        value(row),
        kind="Opinion" if row["layer"] == "opinions" else "Fact",
        standing=standing.get(row["layer"], "Outranked"),
        flags=(CROWDED_YEAR,) if "2025" in row["value"] else (),
        evidence=(evidence,),
        rank_reason=Text("只有一个来源。", "There is a single source."),
    )
    return contested(claim)


def contested(claim: Claim) -> Claim:
    """Two claims of the scene have someone against them."""
    if claim.id == "yuebao launchedOn 2025":
        return claim._replace(disputes=(LAUNCH_DISPUTE,))
    if claim.id == "xianghubao hasActivity insurance":
        against = Evidence("technode-2018", "Refutes", cited=True, note="mutual aid, not insurance")
        return claim._replace(evidence=(*claim.evidence, against))
    return claim


LAUNCH_DISPUTE = Dispute(
    "d-launch",
    ("yuebao launchedOn 2013-06", "yuebao launchedOn 2025"),
    "SettledDispute",
    Text("有更可靠的来源给出2013年6月。", "A more reliable source says June 2013."),
    "yuebao launchedOn 2013-06",
)


def cited(row: dict[str, str]) -> Claim:
    claim = Claim(
        claim_id(row),
        Thing(LABELS[row["subject"]], row["subject"]),
        row["relation"],
        value(row),
        evidence=(Evidence(row["source"], cited=True),),
    )
    disputed = claim.id in LAUNCH_DISPUTE.sides
    return claim._replace(disputes=(LAUNCH_DISPUTE,)) if disputed else claim


def concluded(row: dict[str, str]) -> Claim:
    premises = tuple(row["premises"].split(";"))
    doubtful = "xianghubao hasActivity insurance" in premises
    return Claim(
        f"{row['subject']} affectedBy {row['cause']}",
        Thing(LABELS[row["subject"]], row["subject"]),
        "affectedBy",
        Thing(LABELS[row["cause"]], row["cause"]),
        standing="Doubtful" if doubtful else "Accepted",
        inferences=(Inference(row["rule"], SENTENCES[row["rule"]], premises),),
    )


def layer_of(claim: Claim) -> str:
    if claim.standing == "Doubtful":
        return "doubtful"
    if claim.standing == "OpinionStanding":
        return "opinions"
    return "inferred" if claim.inferences else "truth"
