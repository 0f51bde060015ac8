"""errors.md: every error, what it says in both languages, and the facts that it carries."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import finkg
from finkg.errors import FinkgError, Problem

ABOUT = """\
Errors are types that carry facts. All come from `finkg.errors.FinkgError`: `message(lang)` is the
sentence, `advice(lang)` what to do about it, and each fact an attribute. A command ends with the
exit code that is given here. The problems of a workspace are collected, not raised one by one:
`finkg.check` gives all.

错误是带有事实的类型，都出自 `finkg.errors.FinkgError`：`message(lang)` 是一句话，
`advice(lang)` 说怎么办，各项事实都是属性。命令以此处所列的退出码结束。
工作区的问题会一并收集，不是遇到一个就停下；`finkg.check` 给出全部。
"""


def all_errors() -> list[type[FinkgError]]:
    """Every type of error of the program, each behind the one that it is a kind of."""
    for module in pkgutil.walk_packages(finkg.__path__, "finkg."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return list(_below(FinkgError))


def _below(error: type[FinkgError]) -> Iterator[type[FinkgError]]:
    yield error
    own = (kind for kind in error.__subclasses__() if kind.__module__.startswith("finkg."))
    for kind in sorted(own, key=lambda kind: kind.__name__):
        yield from _below(kind)


def is_said(error: type[FinkgError]) -> bool:
    """Whether an error of just this type can be met: others only gather what is alike."""
    return error.text is not FinkgError.text or "message" in vars(error)


def errors_page(note: str) -> str:
    """Every error, those of workspaces last."""
    errors = all_errors()
    parts = ["# Errors · 错误\n", note, ABOUT]
    for error in errors:
        if not issubclass(error, Problem):
            parts += _error(error)
    parts.append("## Problems of a workspace · 工作区的问题\n")
    for error in errors:
        if issubclass(error, Problem):
            parts += _error(error)
    return "\n".join(parts)


def _error(error: type[FinkgError]) -> Iterator[str]:
    base = error.__mro__[1]
    kind = f" ({base.__name__})" if issubclass(base, FinkgError) else ""
    yield f"### {error.__name__}{kind}\n"
    if "__doc__" in vars(error) and error.__doc__:
        yield f"{(inspect.getdoc(error) or '').partition(chr(10) * 2)[0]}\n"
    if not is_said(error):
        return
    for words in (error.text, error.hint):
        if words is not FinkgError.text and words.en:
            yield "<br>\n".join(dict.fromkeys(map(_quoted, (words.en, words.zh)))) + "\n"
    facts = ", ".join(f"`{name}`" for name in error.fields)
    if issubclass(error, Problem):
        yield f"{error.severity.value.capitalize()}{f'; facts {facts}' if facts else ''}.\n"
    else:
        yield f"Exit code {error.exit_code}{f'; facts {facts}' if facts else ''}.\n"


def _quoted(words: str) -> str:
    return words.replace("<", "&lt;").replace("\n", " ")
