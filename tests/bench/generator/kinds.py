"""The kinds of entities of a generated graph: class, share, and how their names are made."""

from __future__ import annotations

from dataclasses import dataclass

#: A block is the smallest whole part of a generated graph: a tenth of the packaged one.
BLOCKS_PER_GRAPH = 10


def made(count: int, blocks: int) -> int:
    """How many of a thing the first blocks hold, where the packaged graph holds `count`.

    Rounded up, so that the first block has everything once.
    """
    return -(-count * blocks // BLOCKS_PER_GRAPH)


@dataclass(frozen=True, slots=True)
class Kind:
    """Entities of one class that are named alike."""

    name: str
    #: Classes as the table writes them.
    types: str
    table: str
    #: How many the packaged graph holds.
    count: int
    zh: str
    en: str
    #: What a second name ends in; nothing for kinds that have one name only.
    alias_zh: str = ""
    alias_en: str = ""
    has_broader: bool = False


#: Counted in entities/*.csv of the packaged graph.
KINDS = (
    Kind("company", "Company", "organizations", 26, "科技集团", "Technology Group", "科技", "Tech"),
    Kind("group", "Company", "organizations", 2, "控股", "Holdings", "系", "Family"),
    Kind("bank", "Bank", "organizations", 3, "银行", "Bank", "行", "Banking"),
    Kind("institution", "FinancialInstitution", "organizations", 4, "证券", "Securities"),
    Kind("authority", "Organization", "regulators", 17, "协会", "Association", "会", "Society"),
    Kind("regulator", "Regulator", "regulators", 11, "监管局", "Regulatory Bureau", "局", "Bureau"),
    Kind("person", "Person", "organizations", 4, "先生", "Esquire"),
    Kind("service", "FinancialProduct", "products", 17, "贷", "Credit", "贷款", "Loan"),
    Kind("app", "Product|Channel", "products", 3, "客户端", "Client"),
    Kind("platform", "Platform", "products", 4, "平台", "Platform"),
    Kind("fund", "Fund", "products", 1, "货币基金", "Money Market Fund"),
    Kind("brand", "Brand", "products", 1, "牌", "Brand"),
    Kind("regulation", "Regulation", "regulations", 28, "管理办法", "Measures", "办法", "Rules"),
    Kind("law", "LegalInstrument", "regulations", 5, "法", "Act"),
    Kind("draft", "DraftInstrument", "regulations", 3, "征求意见稿", "Consultation Draft"),
    Kind("policy", "PolicyDocument", "regulations", 1, "指导意见", "Guiding Opinions"),
    Kind("requirement", "RegulatoryRequirement", "regulations", 45, "整改要求", "Requirement"),
    Kind("licence", "License", "regulations", 3, "业务许可证", "Business Licence"),
    Kind("application", "LicenseApplication", "events", 1, "牌照申请", "Licence Application"),
    Kind("action", "RegulatoryEvent", "events", 20, "约谈", "Interview", "监管约谈", "Talks"),
    Kind("move", "CorporateEvent", "events", 13, "重组", "Reorganization"),
    Kind("release", "ProductEvent", "events", 7, "下线", "Withdrawal"),
    Kind("phase", "Phase", "events", 2, "发展阶段", "Phase"),
    Kind("turn", "MarketEvent", "events", 2, "风波", "Turmoil"),
    Kind("activity", "BusinessActivity", "concepts", 47, "业务", "Business", has_broader=True),
    Kind("metric", "Metric", "concepts", 46, "规模", "Volume", "量", "Amount"),
    Kind("peak", "SingleValueMetric", "concepts", 1, "峰值", "Peak"),
    Kind("challenge", "Challenge", "concepts", 11, "难题", "Challenge"),
    Kind("feature", "ProductFeature", "concepts", 10, "特性", "Feature"),
    Kind("segment", "CustomerSegment", "concepts", 7, "客群", "Customers"),
    Kind("scenario", "Scenario", "concepts", 7, "场景", "Scenario"),
    Kind("data", "DataCategory", "concepts", 7, "数据", "Data", has_broader=True),
    Kind("technology", "Technology", "concepts", 4, "技术", "Engine"),
    Kind("trend", "Trend", "concepts", 4, "趋势", "Trend"),
    Kind("sector", "Sector", "concepts", 4, "行业", "Industry"),
    Kind("channel", "Channel", "concepts", 4, "渠道", "Channel"),
)
KIND = {kind.name: kind for kind in KINDS}

#: Words of the shape that stand for any of several kinds, as often as they are written.
ROLES = {
    "organization": ("company", "company", "company", "bank", "institution"),
    "offer": ("service", "service", "service", "app", "platform"),
    "thing": ("company", "service", "company", "service", "bank", "sector", "platform"),
    "event": ("action", "move", "action", "release", "turn"),
    "instrument": ("regulation", "regulation", "regulation", "law"),
    "document": ("regulation", "regulation", "regulation", "draft", "policy"),
    "issuer": ("regulator", "authority"),
}

#: Sources that are only cited, by tier: how many, and what they are called.
CITED = (
    Kind("newsroom", "high", "", 75, "新闻", "Newsroom"),
    Kind("aggregator", "medium", "", 56, "资讯", "Aggregator"),
    Kind("mirror", "medium", "", 5, "镜像", "Mirror"),
    Kind("tip", "low", "", 2, "来信", "Letter"),
)
CITED_KIND = {kind.name: kind for kind in CITED}
