"""What is wrong with a file that says how people ask, as an error with its place."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from finkg.errors import DefinitionProblem, FinkgError, Location, Problem, Text


def shown(path: Path) -> str:
    """The path of a file of a workspace's `queries` folder, as reports about the workspace say."""
    return f"{path.parent.name}/{path.name}"


def text_of(path: Path) -> str:
    """The text of a file. Raises DefinitionProblem for what is not UTF-8."""
    from finkg.workspace.decoding import decode

    return decode(path.read_bytes(), Location(shown(path)), refuse) or ""


def at(fault: FinkgError, where: Location) -> DefinitionProblem:
    """A fault as what is wrong with a file, at its place."""
    said, remedy = (Text(speak("zh"), speak("en")) for speak in (fault.message, fault.advice))
    reason = Text(said.zh.removesuffix("。"), said.en.removesuffix("."))
    return DefinitionProblem(where, reason, remedy)


def refuse(problem: Problem) -> NoReturn:
    """Raises what the reader of people's files reports."""
    raise at(problem, problem.where)
