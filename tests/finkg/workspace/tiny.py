"""A small workspace that is sound, and that a test spoils in one place."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from finkg.errors import Problem
from finkg.schema import Schema
from finkg.workspace.model import Workspace
from finkg.workspace.problems import UnknownWord
from finkg.workspace.read import read_workspace
from finkg.workspace.tables import ENTITIES, IDENTITIES, JUDGEMENTS, LEFT_OUT, statement_columns

_Kind = TypeVar("_Kind", bound=Problem)
_CJK = re.compile(r"[\u3400-\u9fff]")

TEXT = """蚂蚁集团成立于2014年,2013年6月推出余额宝,余额宝规模突破1000亿元。
截至2020年,余额宝用户超过6亿户,费率约1.5%。
"""
ARTICLE, PRESS = "sources/article", "sources/press"
CLAIMS, OBSERVATIONS = f"{ARTICLE}/claims.csv", f"{ARTICLE}/observations.csv"
CITATIONS = f"{PRESS}/citations.csv"
ENTITY_TABLE = "entities/all.csv"
#: Why, by whom and when something was decided.
SIGNED = {"reason_zh": "理由", "reason_en": "Reason", "by": "editors", "on": "2026-01-01"}
#: A second fault, which every run with a planted fault has to report too.
DECOY = "yuebao,users,perhaps,理由,reason,editors,2026-01-01"

FILES = {
    "workspace.toml": 'date = "2026-01-01"\n[title]\nzh = "小图谱"\nen = "Small graph"\n',
    ENTITY_TABLE: f"""{",".join(ENTITIES)}
ant,Company,蚂蚁集团,Ant Group,蚂蚁金服,,
jack,Person,马云,Jack Ma,,,
yuebao,FinancialProduct,余额宝,Yu'e Bao,Yuebao,,
fund,BusinessActivity,货币基金,Money-market fund,,,
users,Metric,用户数,Users,,,
fee,Metric,费率,Fee rate,,,
notice,Regulation,通知,Notice,,,
""",
    f"{ARTICLE}/text.txt": TEXT,
    f"{ARTICLE}/source.toml": f"""title = "文章"
recorded = "2026-01-01"
reliability = "low"
language = "zh"
sha256 = "{sha256(TEXT.encode()).hexdigest()}"
""",
    CLAIMS: f"""{",".join(statement_columns("claims.csv", register=False))}
ant,foundedOn,2014,蚂蚁集团成立于2014年,,Ant Group was founded in 2014,,,,,,
ant,offers,yuebao,2013年6月推出余额宝,蚂蚁集团成立于2014年,,,,,,,
yuebao,launchedOn,2013-06,2013年6月推出余额宝,,,,,,,,
""",
    OBSERVATIONS: f"""{",".join(statement_columns("observations.csv", register=False))}
yuebao,users,600000000,person,over,,,2020,,,,"截至2020年,余额宝用户超过6亿户",,,,,
""",
    CITATIONS: """id,title,publisher,address,published,recorded,reliability,copy_of,note
press-2015,A newspaper,Press,https://example.org/1,2015-03,2026-01-01,medium,,
editors,Decisions,Editors,,,2026-01-01,high,,
""",
    f"{PRESS}/claims.csv": f"""{",".join(statement_columns("claims.csv", register=True))}
press-2015,ant,hasActivity,fund,2013,,,,,
""",
    f"{PRESS}/holdings.csv": f"""{",".join(statement_columns("holdings.csv", register=True))}
press-2015,ant,jack,equity,33.5,about,2015,,,,
""",
    f"{PRESS}/effects.csv": f"""{",".join(statement_columns("effects.csv", register=True))}
press-2015,yuebao,notice,limit,2017-05,设上限,capped,,,
""",
    "judgements.csv": ",".join(JUDGEMENTS) + "\n",
    "identities.csv": ",".join(IDENTITIES) + "\n",
}


@cache
def schema() -> Schema:
    """The small ontology beside these tests."""
    return Schema(Path(__file__).parent / "ontology")


class Tiny:
    """The workspace in a folder of its own. Lines are counted from 1."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for path, content in FILES.items():
            self.write(path, content)

    def write(self, path: str, content: str | bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def text(self, path: str) -> str:
        return (self.folder / path).read_bytes().decode()

    def change(self, path: str, old: str, new: str) -> None:
        """Write the first occurrence of some words anew."""
        assert old in self.text(path)
        self.write(path, self.text(path).replace(old, new, 1))

    def row(self, path: str, **cells: str) -> int:
        """Append a row to a table that stands there; the line it stands on."""
        if not (self.folder / path).exists():
            self.write(path, ",".join(LEFT_OUT) + "\n")
        heading = self.text(path).split("\n")[0].split(",")
        assert cells.keys() <= set(heading)
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow([cells.get(c, "") for c in heading])
        self.write(path, self.text(path) + line.getvalue())
        return self.text(path).count("\n")

    def claim(self, **cells: str) -> int:
        """A row of the article: a sound one but for the cells given."""
        sound = {"subject": "ant", "property": "offers", "value": "yuebao"}
        sound |= {"quote": "余额宝规模突破1000亿元"}
        return self.row(CLAIMS, **(sound | cells))

    def observation(self, **cells: str) -> int:
        sound = {"feature": "yuebao", "metric": "fee", "value": "1.5", "unit": "percent"}
        sound |= {"precision": "about", "quote": "费率约1.5%"}
        return self.row(OBSERVATIONS, **(sound | cells))

    def entity(self, **cells: str) -> int:
        sound = {"type": "Company", "label_zh": "另一家", "label_en": "Another"}
        return self.row(ENTITY_TABLE, **(sound | cells))

    def read(self) -> Workspace:
        return read_workspace(self.folder, schema())

    def problems(self) -> list[Problem]:
        return self.read().problems

    def found(self, kind: type[_Kind], *facts: str) -> _Kind:
        """The one problem of a kind, which tells all the facts in both languages.

        The run has to report a second fault, in another file, beside it.
        """
        self.write("identities.csv", f"{self.text('identities.csv')}{DECOY}\n")
        problems = self.problems()
        decoys = [p for p in problems if isinstance(p, UnknownWord) and p.found == "perhaps"]
        assert len(decoys) == 1
        (problem,) = (p for p in problems if type(p) is kind and p not in decoys)
        for lang in ("zh", "en"):
            words = f"{problem.message(lang)} {problem.advice(lang)}"
            assert [fact for fact in facts if fact not in words] == []
            assert "{" not in words.replace("{ zh", "")
        assert _CJK.search(problem.message("zh"))
        return problem
