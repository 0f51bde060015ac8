"""A small graph with a corrupt text and better sources, about which several tests ask."""

from __future__ import annotations

from pathlib import Path

from ..own import Own

ENTITIES = {
    "jia": "Company",
    "yi": "Company",
    "bing": "Company",
    "app": "FinancialProduct",
    "users": "Metric",
    "rules": "Regulation",
}
#: 2025 was stamped over the years of five events; 𠮷 and 😀 lie outside the BMP.
TEXT = (
    "𠮷野😀甲2025年成立。2025年推出应用。截至2025年用户1亿。乙2025年3月设立。2011年试点。"
    "丙2025年开办。\n"
)
STAMPED = ["2025年", "2025年", "2025年", "2025年3月", "2025年"]


def doubtful(folder: Path) -> Own:
    """Of the five stamped statements a better source contradicts two and bears out one."""
    own = Own(folder, ENTITIES)
    own.text("page", TEXT, title="网页")
    own.source("gazette", "high")
    own.source("paper", "medium")
    own.source("blog", "low")
    own.says("page", "jia foundedOn 2025", quote="甲2025年成立")
    own.says("page", "app launchedOn 2025", quote="2025年推出应用")
    own.says("page", "yi foundedOn 2025-03", quote="乙2025年3月设立")
    own.says("page", "bing foundedOn 2025", quote="丙2025年开办")
    figure = {"feature": "app", "metric": "users", "value": "100000000", "unit": "person"}
    own.row("page", "observations.csv", **figure, as_of="2025", quote="截至2025年用户1亿")
    own.says("gazette", "jia foundedOn 2014-10-16")
    own.says("paper", "app launchedOn 2013-06")
    own.says("paper", "yi foundedOn 2025")
    return own
