"""What the shell offers at the tab key is what may stand there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from finkg.cli import finkg
from finkg.cli.completing import OFFERED

Offer = Callable[..., list[str]]


@pytest.fixture
def offer(packaged_snapshot: Path) -> Offer:
    """The values that are offered for a word that begins so, behind the others."""

    def offered(*words: str, beginning: str = "") -> list[str]:
        complete = ShellComplete(finkg, {}, "finkg", "_FINKG_COMPLETE")
        given = ["--graph", str(packaged_snapshot), *words]
        return [item.value for item in complete.get_completions(given, beginning)]

    return offered


def test_an_entity_by_the_beginning_of_any_of_its_names(offer: Offer) -> None:
    """Id, label or alias, in either language, whatever the case."""
    assert offer("show", beginning="花")[0] == "花呗"
    assert "huabei" in offer("show", beginning="hua")
    assert "Ant Group" in offer("why", beginning="ant g")
    assert "余额宝" in offer("timeline", beginning="余")
    assert offer("show", beginning="no-such-thing") == []


def test_no_list_that_nobody_reads(offer: Offer) -> None:
    """Every entity begins with nothing."""
    assert len(offer("show")) == OFFERED


def test_a_graph_that_is_not_there_offers_nothing(tmp_path: Path) -> None:
    """Instead of an error in the midst of typing."""
    complete = ShellComplete(finkg, {}, "finkg", "_FINKG_COMPLETE")
    assert complete.get_completions(["--graph", str(tmp_path / "none"), "show"], "hua") == []


def test_a_question_by_the_beginning_of_its_name(offer: Offer) -> None:
    """All that begin so, and no other."""
    found = offer("ask", beginning="products-")
    assert "products-affected-by-regulation" in found
    assert all(name.startswith("products-") for name in found)


def test_the_parameters_of_a_question(offer: Offer) -> None:
    """Beside the options that every question takes."""
    found = offer("ask", "products-affected-by-regulation", beginning="--")
    assert {"--product", "--cause", "--evidence", "--as-of"} <= {*found}
    assert "--company" not in found
    assert offer("ask", "products-affected-by-regulation", beginning="--pr") == ["--product"]


def test_an_entity_for_a_parameter(offer: Offer) -> None:
    """Where the word before names one."""
    assert offer("ask", "products-affected-by-regulation", "--product", beginning="花")[0] == "花呗"


def test_a_parameter_offers_what_it_takes(offer: Offer) -> None:
    """Products for a product, companies for a company, properties for a property."""
    asked = ("ask", "offered-products")
    assert "huabei" in offer(*asked, "--product", beginning="hua")
    assert "huabei" not in offer(*asked, "--company", beginning="hua")
    assert "ant-group" in offer(*asked, "--company", beginning="ant")
    found = offer("ask", "who-says-what", "--property", beginning="launched")
    assert found == ["launchedOn"]


def test_a_day_is_not_offered(offer: Offer) -> None:
    """Nor what is no parameter: no entity is meant there."""
    assert offer("ask", "products-offered-on", "--on") == []
    assert offer("ask", "products-offered-on", "--colour") == []
