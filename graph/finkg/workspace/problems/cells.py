"""What can be wrong with the columns and cells of any table."""

from __future__ import annotations

from finkg.errors import Problem, Text
from finkg.workspace.problems.unknown import Unknown


class WrongDelimiter(Problem):
    text = Text(
        "各列以{found}分隔，应以逗号分隔。", "The cells are parted by {found}, not by commas."
    )
    hint = Text("导出时把分隔符设为逗号。", "Choose the comma when you export the table.")
    found: Text


class MissingColumn(Problem):
    text = Text(
        "缺少列“{column}”，此表无法读取。",
        "The column “{column}” is missing, so the table can not be read.",
    )
    hint = Text("此表的列：{expected}。", "The columns of this table: {expected}.")
    column: str
    expected: tuple[str, ...]


class UnknownColumn(Unknown):
    text = Text("未知的列“{found}”。", "Unknown column “{found}”.")


class DuplicateColumn(Problem):
    text = Text("列“{column}”出现了不止一次。", "The column “{column}” stands more than once.")
    column: str


class RaggedRow(Problem):
    text = Text(
        "本行应有 {expected} 格，实有 {found} 格。",
        "The row should have {expected} cells; it has {found}.",
    )
    hint = Text("含逗号的格子要加引号。", "A cell that holds a comma is put in quotation marks.")
    expected: int
    found: int


class EmptyCell(Problem):
    text = Text("“{column}”不能为空。", "“{column}” may not be empty.")
    column: str


class BadNumber(Problem):
    """`meant` is the number in plain digits, where it can be read at all."""

    text = Text("“{found}”不是纯数字。", "“{found}” is not a plain number.")
    hint = Text(
        "只写阿拉伯数字和小数点，不写千分位、万、亿、百分号或单位。",
        "Digits and a decimal point only: no thousands marks, no 万 or 亿, no percent sign, "
        "no unit.",
    )
    found: str
    meant: str = ""

    def advice(self, lang: str = "en") -> str:
        write = Text("请写作 {meant}。", "Write {meant}.").in_language(lang) if self.meant else ""
        return " ".join(filter(None, (write.format(meant=self.meant), super().advice(lang))))


class SpreadsheetDamage(Problem):
    """`meant` is what the cell probably held, empty where nothing can be said."""

    text = Text("“{found}”像是被电子表格改写过的。", "“{found}” looks rewritten by a spreadsheet.")
    hint = Text(
        "在电子表格里请用“导入”打开 CSV，并把各列都设为“文本”。",
        "In a spreadsheet, import the CSV and set every column to text.",
    )
    found: str
    meant: str = ""

    def advice(self, lang: str = "en") -> str:
        meant = Text("原本多半是“{meant}”。", "It was probably “{meant}”.").in_language(lang)
        known = meant.format(meant=self.meant) if self.meant else ""
        return " ".join(filter(None, (known, super().advice(lang))))


class UnknownWord(Unknown):
    text = Text(
        "“{column}”不能写“{found}”，只能取：{allowed}。",
        "“{found}” is no value of “{column}”, which takes: {allowed}.",
    )
    column: str = ""
    allowed: tuple[str, ...] = ()
