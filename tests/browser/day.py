"""The scene of the three cases as of a day, with what possibly holds and without a source.

Beside it, disputes of each sort, a shareholding and an effect.
"""

from __future__ import annotations

from dataclasses import replace

from finkg.errors import Text
from finkg.view.scene import (
    Claim,
    Dispute,
    Edge,
    Evidence,
    Fact,
    Flag,
    Node,
    PlausibilityRule,
    Relation,
    Scene,
    Scope,
    Source,
    Thing,
)

from .scene import LABELS, build

DAY = "2020-12-31"
LEFT_OUT = Source(
    "pymnts-2018",
    "Protests over P2P lending",
    "PYMNTS",
    "2018-08-06",
    "citation",
    "High",
    language="en",
)
SCOPE = Scope(DAY, possible=True, without=(LEFT_OUT,))
RELATIONS = (
    Relation("holdsSharesIn", Text("持有股份", "holds shares in")),
    Relation("directlyAffectedBy", Text("直接受…影响", "is directly affected by")),
)
#: What the whole scene says of the day: nothing sure, or that it had ended.
POSSIBLE = ("ant-group offers yuebao", "jiebei affectedBy ant-rectification")
ENDED = "ant-group offers xianghubao"
SHARES = Dispute(
    "d-shares",
    ("tencent 30", "tencent 25"),
    "SettledDispute",
    Text("取“30%”：来源层级更高。", "“30%” is preferred: its source is of a better tier."),
    "tencent 30",
)
OPEN = Dispute(
    "d-open",
    ("weilidai 2015-05", "weilidai 2015-06"),
    reason=Text("分不出高下，也没有人裁定。", "Nothing decides it, and nobody has judged."),
)
DENIAL = Dispute(
    "d-denied",
    ("xianghubao hasActivity insurance",),
    reason=Text("有来源否认它。", "A source denies it."),
)
LATE = Flag("effect-after-end", Text("此前已经终止。", "It had ended by then."), "AsOfPart")
RULES = (PlausibilityRule("effect-after-end", Text("影响晚于终止", "effect after the end")),)
CHANGED = {
    **{name: {"standing": "TimeUnknown"} for name in POSSIBLE},
    ENDED: {"standing": "NotHolding", "valid_to": "2020-06"},
    "xianghubao hasActivity insurance": {"disputes": (DENIAL,)},
}


def shares(percent: int, source: str, **more: object) -> Claim:
    claim = Claim(
        f"tencent {percent}",
        Thing(LABELS["tencent"], "tencent"),
        "holdsSharesIn",
        Thing(LABELS["webank"], "webank"),
        detail=Text(f"股权{percent}%", f"equity {percent}%"),
        figure=Text(f"{percent}%", f"{percent}%"),
        as_of="2014",
        evidence=(Evidence(source, cited=True),),
        disputes=(SHARES,),
    )
    return claim._replace(**more)  # type: ignore[arg-type]


def launch(month: str, source: str) -> Claim:
    return Claim(
        f"weilidai {month}",
        Thing(LABELS["weilidai"], "weilidai"),
        "launchedOn",
        Thing(Text(month, month)),
        standing="Doubtful",
        evidence=(Evidence(source, cited=True),),
        disputes=(OPEN,),
    )


ADDED = (
    shares(
        30,
        "ap-2020",
        rank="PreferredRank",
        rank_reason=Text("与“25%”相争而优先。", "Preferred to “25%”."),
    ),
    shares(
        25,
        "technode-2018",
        standing="Outranked",
        valid_to="2020-10",
        rank_reason=Text("让位于“30%”。", "Gives way to “30%”."),
    ),
    launch("2015-05", "ap-2020"),
    launch("2015-06", "technode-2018"),
    Claim(
        "huabei restructured",
        Thing(LABELS["huabei"], "huabei"),
        "directlyAffectedBy",
        Thing(LABELS["ant-rectification"], "ant-rectification"),
        detail=Text("重组，2020-12-26", "restructuring, 2020-12-26"),
        flags=(LATE,),
        evidence=(Evidence("ap-2020", cited=True),),
    ),
)


def of_a_day() -> Scene:
    """The whole scene cut to the day."""
    scene = build()
    claims = [claim._replace(**CHANGED.get(claim.id, {})) for claim in scene.claims]  # type: ignore[arg-type]
    edges = [
        edge._replace(layer="possible") if edge.claims[0] in POSSIBLE else edge
        for edge in scene.edges
        if edge.id != f"s-{ENDED}"
    ]
    edges += [
        Edge(
            "s-shares",
            "tencent",
            "holdsSharesIn",
            "webank",
            "truth",
            SHARES.sides,
            (ADDED[0].figure,),
        ),
        Edge(
            "s-effect",
            "huabei",
            "directlyAffectedBy",
            "ant-rectification",
            "truth",
            ("huabei restructured",),
        ),
    ]
    silent = Node(
        "silent", "https://w3id.org/finkg/id/silent", "company", Text("无话公司", "Silent")
    )
    facts = [
        Fact(f"s-{c.id}", c.subject.id, c.relation, c.value.label, "doubtful", (c.id,))
        for c in ADDED
        if c.relation == "launchedOn"
    ]
    return replace(
        scene,
        scope=SCOPE,
        nodes=(*scene.nodes, silent),
        relations=(*scene.relations, *RELATIONS),
        claims=(*claims, *ADDED),
        edges=tuple(edges),
        facts=(*scene.facts, *facts),
        rules=(*scene.rules, *RULES),
    )
