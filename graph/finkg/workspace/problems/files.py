"""What can be wrong with a file as a whole."""

from __future__ import annotations

from finkg.errors import Problem, Severity, Text
from finkg.workspace.problems.unknown import Unknown


class NotUtf8(Problem):
    """`byte` counts from 1; `encoding` is what the bytes look like, empty for no text at all."""

    text = Text(
        "文件不是 UTF-8 编码（第 {byte} 字节起）。", "The file is not UTF-8 (from byte {byte} on)."
    )
    byte: int
    encoding: str = ""

    def advice(self, lang: str = "en") -> str:
        looks = Text(
            "看来是 {encoding}。请另存为 UTF-8，例如：iconv -f {encoding} -t UTF-8 原文件 > 新文件",
            "It looks like {encoding}. Save it again as UTF-8, for example: "
            "iconv -f {encoding} -t UTF-8 OLD > NEW",
        )
        binary = Text("看来不是文本文件。", "It looks like no text at all.")
        return (looks if self.encoding else binary).in_language(lang).format(**self.facts(lang))


class HasNul(Problem):
    """`byte` counts from 1."""

    text = Text(
        "第 {byte} 字节是 NUL，文本文件里不该有。", "Byte {byte} is NUL, which no text file has."
    )
    byte: int


class BadCsv(Problem):
    text = Text("CSV 格式有误：{reason}。", "Malformed CSV: {reason}.")
    reason: Text


class BadToml(Problem):
    """`reason` is the parser's own word, `excerpt` the line it stumbled over."""

    text = Text(
        "此处不合 TOML 语法：“{excerpt}”（{reason}）。",
        "This is not TOML: “{excerpt}” ({reason}).",
    )
    reason: str
    excerpt: str


class UnknownKey(Unknown):
    text = Text("未知的键“{found}”。", "Unknown key “{found}”.")


class MissingKey(Problem):
    text = Text("缺少键“{key}”。", "The key “{key}” is missing.")
    key: str


class BadValue(Problem):
    text = Text(
        "“{key}”应为{expected}，得到的是“{found}”。",
        "“{key}” should be {expected}; found “{found}”.",
    )
    key: str
    expected: Text
    found: str


class TextChanged(Problem):
    text = Text(
        "text.txt 的 SHA-256 是 {found}，而 source.toml 登记的是 {expected}。",
        "The SHA-256 of text.txt is {found}; source.toml says {expected}.",
    )
    hint = Text(
        "原文须按收到时的字节保存；若确已换了文本，请核对各条引文后再改 sha256。",
        "A text is kept as received, byte by byte; if it was replaced on purpose, check its quotes "
        "before you change sha256.",
    )
    expected: str
    found: str


class MissingFile(Problem):
    text = Text("缺少文件“{name}”。", "The file “{name}” is missing.")
    name: str


class UnknownFile(Unknown):
    severity = Severity.WARNING
    text = Text("不认识“{found}”，没有读取。", "“{found}” is not known and was not read.")


class TextAndRegister(Problem):
    text = Text(
        "同一目录下既有 source.toml 又有 citations.csv。",
        "The folder holds both source.toml and citations.csv.",
    )
    hint = Text(
        "一个目录或存一份文本，或存一份引证登记册，请分开。",
        "A folder holds one text or one register of citations: make two.",
    )


class EmptyWorkspace(Problem):
    text = Text("工作区里什么也没有。", "The workspace says nothing.")
    hint = Text("用“finkg add”加入一份文本。", "Add a text with “finkg add”.")
