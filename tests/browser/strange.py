"""The hand-made scene with texts that pages get wrong: hostile ones, and beyond the basic plane."""

from __future__ import annotations

import re
from dataclasses import replace

from finkg.errors import Text
from finkg.view.scene import Claim, Document, Doubt, Evidence, Mark, Scene, Scope

from .scene import ARTICLE, CROWDED_YEAR, build

HOSTILE = (
    '</script><script>window.cracked=1</script><img src=x onerror="window.cracked=1">'
    "<a href='javascript:window.cracked=1'>${window.cracked=1}</a>{{ 7*7 }}{% raw %}"
    "\u2028\u2029\u202egnp.exe\u202c--><!--"
)


def hostile() -> Scene:
    """The same scene, with hostile text wherever a text can stand."""
    scene = build()
    evil = Text(HOSTILE, HOSTILE)
    document = Document(
        f"{HOSTILE}\n\n{HOSTILE}", HOSTILE, (Doubt(HOSTILE, evil),), (Mark(0, 40, (0,)),)
    )
    source = replace(
        scene.sources[0], title=HOSTILE, publisher=HOSTILE, note=HOSTILE, document=document
    )
    return replace(
        scene,
        title=evil,
        scope=Scope("2020-12-31", without=(source,)),
        nodes=tuple(n._replace(label=evil, aliases=(HOSTILE,), types=(evil,)) for n in scene.nodes),
        relations=tuple(replace(relation, label=evil) for relation in scene.relations),
        claims=tuple(hostile_claim(claim, evil) for claim in scene.claims),
        facts=tuple(fact._replace(value=evil) for fact in scene.facts),
        sources=(
            source,
            *(replace(s, address="javascript:window.cracked=1") for s in scene.sources[1:]),
        ),
    )


def hostile_claim(claim: Claim, evil: Text) -> Claim:
    return claim._replace(
        subject=claim.subject._replace(label=evil),
        value=claim.value._replace(label=evil),
        detail=evil,
        figure=evil,
        rank_reason=evil,
        disputes=tuple(it._replace(reason=evil) for it in claim.disputes),
        flags=tuple(flag._replace(explanation=evil, rule=HOSTILE) for flag in claim.flags),
        evidence=tuple(
            e._replace(quote=HOSTILE, gloss=evil, contexts=(HOSTILE,), start=0, end=len(HOSTILE))
            for e in claim.evidence
        ),
        inferences=tuple(i._replace(sentence=evil) for i in claim.inferences),
    )


#: Of the characters before and in the places some are two units of UTF-16.
ASTRAL = "𠮷野家😀于2025年开业。\n\n👨‍👩‍👧在𠀀城，2025年𠮷日。"


def astral() -> Scene:
    """The same scene, with a short text beyond the Basic Multilingual Plane."""
    scene = build()
    marks = tuple(Mark(*m.span(), (0,)) for m in re.finditer("2025年", ASTRAL))
    doubts = (Doubt(CROWDED_YEAR.rule, CROWDED_YEAR.explanation),)
    quote = "𠀀城，2025年𠮷日"
    start = ASTRAL.index(quote)
    claims = tuple(
        claim._replace(
            evidence=(Evidence(ARTICLE, quote=quote, start=start, end=start + len(quote)),)
        )
        if claim.id == "ant-group offers huabei"
        else claim._replace(evidence=tuple(e for e in claim.evidence if e.source != ARTICLE))
        for claim in scene.claims
    )
    source = replace(scene.sources[0], document=Document(ASTRAL, "", doubts, marks))
    return replace(scene, claims=claims, sources=(source, *scene.sources[1:]))
