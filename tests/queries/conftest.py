"""Every question that ships with finkg, as the parameter of a test."""

from __future__ import annotations

import pytest

from finkg.catalogue.catalogue import Catalogue


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `question` runs once for each of them, under its name; one that takes
    `stating` runs for each question whose rows are supported by statements."""
    questions = list(Catalogue())
    for fixture, chosen in (
        ("question", questions),
        ("stating", [question for question in questions if question.evidence]),
    ):
        if fixture in metafunc.fixturenames:
            metafunc.parametrize(fixture, chosen, ids=[question.name for question in chosen])
