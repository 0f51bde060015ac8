"""policy.toml: the stated policy by which claims are ranked. A workspace may state its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from finkg.errors import Location, Text
from finkg.evidence.policy import Criterion, Policy
from finkg.evidence.support import Reliability
from finkg.forms import keys
from finkg.plausibility.rules import all_rules
from finkg.resources import packaged_workspace
from finkg.workspace.decoding import Report
from finkg.workspace.keys import POLICY, POLICY_FILE
from finkg.workspace.problems import BadValue, UnknownKey
from finkg.workspace.toml import TomlFile, read_toml

_A_COUNT = Text("不小于 1 的整数", "a whole number of at least 1")
_A_REASON = Text("中文（zh）和英文（en）理由各一条", "a reason in two languages, zh = … and en = …")
_A_TABLE_OF_REASONS = Text("表 [plausibility.off.规则名]", "tables [plausibility.off.RULE]")
_A_SHARE = Text("0 与 1 之间的数", "a number between 0 and 1")
_Word = TypeVar("_Word", bound=StrEnum)


def read_policy(folder: Path, prefix: str, report: Report) -> Policy | None:
    """The policy that a folder of a workspace states, if it states one."""
    path = folder / POLICY_FILE
    if not path.is_file():
        return None
    file = read_toml(path, prefix + POLICY_FILE, POLICY, report)
    return _Keys(file, report).policy() if file else Policy()


def packaged_policy(report: Report) -> Policy:
    """The policy of the graph that ships with finkg, for workspaces that state none."""
    return read_policy(packaged_workspace(), "packaged:", report) or Policy()


class _Keys:
    """The keys as values. A wrong one is reported on its line."""

    def __init__(self, file: TomlFile, report: Report) -> None:
        self.file = file
        self._report = report

    def policy(self) -> Policy:
        default = Policy()
        margin = self._table("corroboration").get("margin")
        days = self._table("recency").get("days")
        return Policy(
            self._criteria(),
            self._tiers(),
            self._count("margin", margin, default.corroboration_margin),
            self._count("days", days, default.recency_days),
            self._tolerance(),
            self._switched_off(),
        )

    def _wrong(self, key: str, expected: Text, found: object) -> None:
        self._report(BadValue(key, expected, str(found)).at(self.file.where(key)))

    def _criteria(self) -> tuple[Criterion, ...]:
        return self._words("criteria", Criterion) or tuple(Criterion)

    def _tiers(self) -> tuple[Reliability, ...]:
        tiers = self._words("tiers", Reliability)
        if tiers and set(tiers) != set(Reliability):
            zh, en = _listed(Reliability)
            expected = Text(f"{zh}的一种排列", f"an order of {en}")
            self._wrong("tiers", expected, ", ".join(tiers))
            return tuple(Reliability)
        return tiers or tuple(Reliability)

    def _words(self, key: str, words: type[_Word]) -> tuple[_Word, ...]:
        found = self.file.values.get(key, [])
        known = [word.value for word in words]
        if not isinstance(found, list) or any(name not in known for name in found):
            zh, en = _listed(known)
            self._wrong(key, Text(f"由{zh}组成的列表", f"a list of {en}"), found)
            return ()
        if len(set(found)) < len(found):
            self._wrong(key, Text("不重复的列表", "a list without repetitions"), found)
        return tuple(dict.fromkeys(words(name) for name in found))

    def _table(self, key: str) -> dict[str, Any]:
        table, known = self.file.values.get(key, {}), keys(POLICY, key)
        if not isinstance(table, dict):
            self._wrong(key, Text(f"表 [{key}]", f"a table [{key}]"), table)
            return {}
        for name in table.keys() - set(known):
            self._report(UnknownKey(f"{key}.{name}", known).at(self.file.where(name)))
        return table

    def _count(self, key: str, found: object, default: int) -> int:
        return int(self._checked(key, found, default, _A_COUNT, _is_count))

    def _tolerance(self) -> dict[str, Decimal]:
        table = self._table("tolerance")
        shares = {
            word: self._checked(word, share, 0, _A_SHARE, _is_share)
            for word, share in table.items()
            if word in keys(POLICY, "tolerance")
        }
        return {word: Decimal(str(share)) for word, share in shares.items()}

    def _switched_off(self) -> dict[str, Text]:
        """[plausibility.off.NAME] with the reason in zh and en, for each rule that is not asked."""
        names = [rule.name for rule in all_rules()]
        off = self._table("plausibility").get("off", {})
        if not isinstance(off, dict):
            self._wrong("off", _A_TABLE_OF_REASONS, off)
            return {}
        found = {}
        for name, reason in off.items():
            if name not in names:
                near = tuple(get_close_matches(name, names, 3)) or tuple(names)
                self._report(UnknownKey(f"plausibility.off.{name}", near).at(self._where(name)))
            elif not _is_reason(reason):
                self._report(BadValue(name, _A_REASON, str(reason)).at(self._where(name)))
            else:
                found[name] = Text(reason["zh"].strip(), reason["en"].strip())
        return found

    def _where(self, name: str) -> Location:
        """The line of a rule's table."""
        return self.file.where(f"plausibility.off.{name}")

    def _checked(
        self, key: str, found: Any, default: Any, expected: Text, fits: Callable[[Any], bool]
    ) -> Any:
        if found is None or fits(found):
            return default if found is None else found
        self._wrong(key, expected, found)
        return default


def _listed(names: Iterable[str]) -> Text:
    words = list(names)
    return Text("、".join(words), ", ".join(words))


def _is_reason(found: object) -> bool:
    if not isinstance(found, dict) or found.keys() != {"zh", "en"}:
        return False
    return all(isinstance(words, str) and words.strip() for words in found.values())


def _is_count(found: object) -> bool:
    return isinstance(found, int) and not isinstance(found, bool) and found >= 1


def _is_share(found: object) -> bool:
    return isinstance(found, (int, float)) and not isinstance(found, bool) and 0 <= found <= 1
