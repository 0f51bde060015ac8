"""What can be wrong with the catalogue of entities."""

from __future__ import annotations

from finkg.errors import Location, Problem, Severity, Text
from finkg.workspace.problems.unknown import Unknown


class BadId(Problem):
    text = Text("“{found}”不能作标识符。", "“{found}” can not be an id.")
    hint = Text(
        "用 2 至 64 个小写字母、数字和连字符，以字母开头；第二个字符不能是连字符。",
        "2 to 64 lower-case letters, digits and hyphens; a letter first, and no hyphen second.",
    )
    found: str


class DuplicateId(Problem):
    text = Text(
        "标识符“{found}”已在 {first} 用过。", "The id “{found}” is taken already, at {first}."
    )
    found: str
    first: Location


class UnknownClass(Unknown):
    text = Text("本体中没有类“{found}”。", "The ontology has no class “{found}”.")


class MissingLabel(Problem):
    text = Text("“{entity}”缺少{language}名称。", "“{entity}” has no {language} label.")
    hint = Text("中英文名称缺一不可。", "An entity has a label in Chinese and one in English.")
    entity: str
    language: Text


class AliasWithRemark(Problem):
    severity = Severity.WARNING
    text = Text("别名“{alias}”带有括注。", "The alias “{alias}” carries a remark in brackets.")
    hint = Text(
        "别名只写名称本身，说明写在 note 里。", "An alias is a bare name; remarks go into note."
    )
    alias: str


class AliasIsLabel(Problem):
    severity = Severity.WARNING
    text = Text(
        "别名“{alias}”是另一实体“{other}”的名称。",
        "The alias “{alias}” is the label of another entity, “{other}”.",
    )
    hint = Text("两者若不同，请删去此别名。", "If the two are not the same, remove the alias.")
    alias: str
    other: str


class BroaderCycle(Problem):
    text = Text(
        "“{entity}”沿上位概念回到了自身。",
        "Following broader concepts, “{entity}” comes back to itself.",
    )
    entity: str
