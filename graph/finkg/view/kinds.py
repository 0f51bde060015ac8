"""The kinds of node: how each looks, and which classes of the ontology belong to it.

Colours start from Okabe and Ito's set, told apart with any kind of colour vision. On the light
and on the dark ground fill or outline has a contrast of 3:1 (WCAG 2.2, 1.4.11), and the glyph
one of 4.5:1 on its fill (1.4.3).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from finkg.errors import Text
from finkg.view.scene import Kind

KINDS: Final = (
    Kind("company", Text("公司", "Company"), "#0072b2", "#0072b2", "square", Text("企", "C")),
    Kind(
        "parent-group",
        Text("母集团", "Parent group"),
        "#56b4e9",
        "#1f6f9e",
        "hexagon",
        Text("团", "G"),
    ),
    Kind("product", Text("产品", "Product"), "#e69f00", "#8f6200", "circle", Text("品", "P")),
    Kind(
        "technology",
        Text("技术", "Technology"),
        "#009e73",
        "#00704f",
        "diamond",
        Text("技", "T"),
        general=True,
    ),
    Kind(
        "regulation", Text("法规", "Regulation"), "#d55e00", "#a34700", "document", Text("法", "§")
    ),
    Kind(
        "regulatory-event",
        Text("监管事件", "Regulatory event"),
        "#b3261e",
        "#d9534a",
        "triangle",
        Text("管", "!"),
    ),
    Kind(
        "requirement",
        Text("监管要求", "Requirement"),
        "#cc79a7",
        "#8f3d6a",
        "pentagon",
        Text("须", "Q"),
    ),
    Kind("event", Text("事件", "Event"), "#f0e442", "#7a7000", "triangle-down", Text("事", "E")),
    Kind(
        "regulator", Text("监管机构", "Regulator"), "#5d6b7e", "#5d6b7e", "shield", Text("监", "A")
    ),
    Kind("person", Text("人物", "Person"), "#8a5a2b", "#a8743f", "lens", Text("人", "H")),
    Kind(
        "metric",
        Text("指标", "Metric"),
        "#8a93a0",
        "#5b6470",
        "pill",
        Text("数", "#"),
        general=True,
    ),
    Kind(
        "trend", Text("趋势", "Trend"), "#7d8f3a", "#5d6b28", "star", Text("势", "↗"), general=True
    ),
    Kind(
        "challenge",
        Text("挑战", "Challenge"),
        "#4b4b57",
        "#7d7d8c",
        "cross",
        Text("难", "?"),
        general=True,
    ),
    Kind(
        "concept",
        Text("概念", "Concept"),
        "#c3ccd6",
        "#5f6b78",
        "octagon",
        Text("念", "·"),
        general=True,
    ),
)

#: From the most telling class to the least: a bank that controls others is shown as a group.
KIND_OF_CLASS: Final = {
    "RegulatoryEvent": "regulatory-event",
    "Event": "event",
    "CorporateEvent": "event",
    "ProductEvent": "event",
    "MarketEvent": "event",
    "Phase": "event",
    "RegulatoryRequirement": "requirement",
    "Regulation": "regulation",
    "DraftInstrument": "regulation",
    "LegalInstrument": "regulation",
    "PolicyDocument": "regulation",
    "Product": "product",
    "FinancialProduct": "product",
    "Regulator": "regulator",
    "ParentGroup": "parent-group",
    "Company": "company",
    "FinancialInstitution": "company",
    "Bank": "company",
    "Organization": "company",
    "Person": "person",
    "Technology": "technology",
    "Metric": "metric",
    "Trend": "trend",
    "Challenge": "challenge",
}


def kind_of(classes: Iterable[str]) -> str:
    """The kind of an entity with these classes (local names); "concept" if none is telling."""
    names = set(classes)
    return next((kind for name, kind in KIND_OF_CLASS.items() if name in names), "concept")
