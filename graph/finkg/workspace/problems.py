"""What can be wrong in a workspace. Each type carries the facts and speaks zh and en."""

from __future__ import annotations

from finkg.errors import Location, Problem, Severity, Text


class _Nearest(Problem):
    """A name that leads nowhere, with the nearest that would."""

    found: str
    nearest: tuple[str, ...] = ()

    def advice(self, lang: str = "en") -> str:
        words = Text("是否想写：{nearest}？", "Did you mean: {nearest}?").in_language(lang)
        return words.format(**self.facts(lang)) if self.nearest else ""


# --- files


class NotUtf8(Problem):
    text = Text(
        "文件不是 UTF-8（第 {byte} 字节），像是 {guess}。",
        "The file is not UTF-8 (at byte {byte}); it looks like {guess}.",
    )
    hint = Text("另存为 UTF-8 的 CSV。", "Save it again as CSV, UTF-8.")
    byte: int
    guess: Text


class HasNul(Problem):
    text = Text(
        "第 {byte} 字节是 NUL，文本文件中不应有。", "Byte {byte} is NUL, which no text file has."
    )
    byte: int


class BadCsv(Problem):
    text = Text("CSV 有误：{reason}。", "Malformed CSV: {reason}.")
    hint = Text("多半是引号没有成对。", "Most likely a quotation mark is not closed.")
    reason: str


class BadToml(Problem):
    text = Text("TOML 有误：{reason}", "Malformed TOML: {reason}")
    reason: str


class UnknownKey(_Nearest):
    text = Text("未知的键“{found}”。", "Unknown key “{found}”.")


class MissingKey(Problem):
    text = Text("缺少键“{key}”。", "The key “{key}” is missing.")
    key: str


class BadValue(Problem):
    text = Text(
        "“{key}”应为{expected}，得到“{found}”。", "“{key}” should be {expected}; found “{found}”."
    )
    key: str
    expected: Text
    found: str


class TextChanged(Problem):
    text = Text(
        "text.txt 的 SHA-256 是 {found}，source.toml 登记的是 {expected}。",
        "The SHA-256 of text.txt is {found}; source.toml says {expected}.",
    )
    hint = Text("原文须按收到时的字节保存。", "A text is kept as it was received, byte by byte.")
    expected: str
    found: str


class MissingFile(Problem):
    text = Text("缺少文件“{name}”。", "The file “{name}” is missing.")
    name: str


class UnknownFile(_Nearest):
    severity = Severity.WARNING
    text = Text(
        "不认识文件“{found}”，未读取。", "The file “{found}” is not known and was not read."
    )


class EmptyWorkspace(Problem):
    text = Text("工作区里什么也没有。", "The workspace says nothing.")
    hint = Text("用“finkg add”加入一份文本。", "Add a text with “finkg add”.")


# --- columns and cells


class MissingColumn(Problem):
    text = Text("缺少列“{column}”。", "The column “{column}” is missing.")
    hint = Text("此表的列：{expected}。", "The columns of this table: {expected}.")
    column: str
    expected: tuple[str, ...]


class UnknownColumn(_Nearest):
    text = Text("未知的列“{found}”。", "Unknown column “{found}”.")


class DuplicateColumn(Problem):
    text = Text("列“{column}”出现了两次。", "The column “{column}” stands twice.")
    column: str


class RaggedRow(Problem):
    text = Text(
        "本行应有 {expected} 格，实有 {found} 格。",
        "The row has {found} cells instead of {expected}.",
    )
    hint = Text("含逗号的格子要加引号。", "A cell that holds a comma is put in quotation marks.")
    expected: int
    found: int


class EmptyCell(Problem):
    text = Text("“{column}”不能为空。", "“{column}” may not be empty.")
    column: str


class BadNumber(Problem):
    text = Text("“{found}”不是数字。", "“{found}” is not a number.")
    hint = Text(
        "只写阿拉伯数字，如 48000000 或 1.5；不写千分位、万、亿或单位。",
        "Digits only, such as 48000000 or 1.5: no thousands marks, no 万 or 亿, no unit.",
    )
    found: str


class SpreadsheetDamage(Problem):
    text = Text(
        "“{found}”像是被电子表格改写过，原本可能是“{meant}”。",
        "“{found}” looks rewritten by a spreadsheet; it was probably “{meant}”.",
    )
    hint = Text("导入 CSV 时把各列都设为“文本”。", "Import the CSV with every column set to text.")
    found: str
    meant: str


class UnknownWord(_Nearest):
    text = Text(
        "“{found}”不在“{column}”的取值之列：{allowed}。", "“{found}” is no {column}: {allowed}."
    )

    column: str = ""
    allowed: tuple[str, ...] = ()


# --- entities


class BadId(Problem):
    text = Text("“{found}”不能作标识符。", "“{found}” can not be an id.")
    hint = Text(
        "用 2 至 64 个小写字母、数字和连字符，以字母开头，且不以“单个字母加连字符”开头。",
        "2 to 64 lower-case letters, digits, hyphens; a letter first, but no letter and hyphen.",
    )
    found: str


class DuplicateId(Problem):
    text = Text("标识符“{found}”已在 {first} 用过。", "The id “{found}” is taken at {first}.")
    found: str
    first: Location


class UnknownClass(_Nearest):
    text = Text("本体中没有类“{found}”。", "The ontology has no class “{found}”.")


class MissingLabel(Problem):
    text = Text("“{entity}”缺少{language}名称。", "“{entity}” has no {language} label.")
    entity: str
    language: Text


class AliasWithRemark(Problem):
    severity = Severity.WARNING
    text = Text("别名“{alias}”带有括注；别名应是光名字。", "The alias “{alias}” carries a remark.")
    hint = Text("说明请写在 note。", "An alias is a bare name; remarks go into note.")
    alias: str


class AliasIsLabel(Problem):
    severity = Severity.WARNING
    text = Text(
        "别名“{alias}”是“{other}”的名称。", "The alias “{alias}” is the label of “{other}”."
    )
    alias: str
    other: str


class BroaderCycle(Problem):
    text = Text("“{entity}”经上位概念回到了自身。", "“{entity}” is broader than itself.")
    entity: str


# --- statements


class UnknownEntity(_Nearest):
    text = Text("没有标识符为“{found}”的实体。", "There is no entity with the id “{found}”.")


class UnknownSource(_Nearest):
    text = Text("本目录没有登记来源“{found}”。", "The source “{found}” is not in the register.")


class UnknownProperty(_Nearest):
    text = Text("没有属性“{found}”。", "There is no property “{found}”.")


class ComputedProperty(Problem):
    text = Text(
        "“{name}”只能由规则推出，不能写在表里。", "“{name}” is concluded by rules, never stated."
    )
    name: str


class OtherTable(Problem):
    text = Text("“{name}”请写在 {table}。", "“{name}” is stated in {table}.")
    name: str
    table: str


class WrongClass(Problem):
    text = Text(
        "“{entity}”是{found}，而“{name}”的{end}须为{expected}。",
        "“{entity}” is of class {found}; the {end} of “{name}” is of class {expected}.",
    )
    name: str
    end: Text
    entity: str
    expected: tuple[str, ...]
    found: tuple[str, ...]


class NumberNotQuoted(Problem):
    text = Text(
        "引文和上下文引文里读不到“{column}”的 {number}。",
        "The {number} of “{column}” is not readable in the quote or its context.",
    )
    hint = Text(
        "引上写有它的那几个字，或用 context_quote。",
        "Quote the words that say it, or use context_quote.",
    )
    column: str
    number: str


class PrecisionUnread(Problem):
    severity = Severity.WARNING
    text = Text(
        "引文中数字旁有“{word}”，而 precision 为空。",
        "“{word}” stands beside the number, and precision is empty.",
    )
    hint = Text("填 {meant}。", "Fill in {meant}.")
    word: str
    meant: str


class DuplicateRow(Problem):
    text = Text("与 {first} 是同一条。", "The row says what {first} says.")
    first: Location


class FactOfEditors(Problem):
    text = Text(
        "“{name}”是事实，不能以编者的决定为据。",
        "“{name}” is a fact and can not rest on the editors.",
    )
    hint = Text(
        "只有 partOf、differentFrom、broader 可以。", "Only partOf, differentFrom and broader may."
    )
    name: str
