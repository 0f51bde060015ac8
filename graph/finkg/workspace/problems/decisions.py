"""What can be wrong with what people decided."""

from __future__ import annotations

from finkg.errors import Location, Problem, Severity, Text


class ContradictoryJudgement(Problem):
    text = Text(
        "此处裁定为 {rank}，而同一主张在 {first} 已裁定为 {earlier}。",
        "The claim is ranked {rank} here, and {earlier} at {first}.",
    )
    hint = Text(
        "一项主张只裁定一次，请删去其一。", "A claim is judged once: remove one of the two."
    )
    rank: str
    earlier: str
    first: Location


class OppositeVerdicts(Problem):
    text = Text(
        "“{one}”与“{other}”在此处判为 {verdict}，而在 {first} 判为 {earlier}。",
        "“{one}” and “{other}” are judged {verdict} here, and {earlier} at {first}.",
    )
    hint = Text("两个事物只判一次，请删去其一。", "A pair is judged once: remove one of the two.")
    one: str
    other: str
    verdict: str
    earlier: str
    first: Location


class AlsoUnsure(OppositeVerdicts):
    severity = Severity.WARNING
    hint = Text(
        "不确定（unsure）不构成矛盾，两条都予保留；已有定论的，请删去 unsure 一条。",
        "Unsure contradicts nothing, so both are kept; where it is settled, remove the unsure one.",
    )


class IdentityContradiction(Problem):
    """`chain` is the way from the one to the other by judgements that two things are the same."""

    text = Text(
        "“{one}”与“{other}”判为不同，而按其他裁定二者同一：{chain}。",
        "“{one}” and “{other}” are judged different, and by other rows they are the same: {chain}.",
    )
    hint = Text("链上至少有一条裁定有误。", "At least one judgement of the chain is wrong.")
    one: str
    other: str
    chain: str


class JudgedAgainstItself(Problem):
    text = Text("“{entity}”与自身相比。", "“{entity}” is compared with itself.")
    entity: str
