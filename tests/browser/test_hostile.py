"""Text of the graph is text, wherever it stands and whatever it looks like."""

from __future__ import annotations

from typing import Any

from .conftest import Open, Opened
from .scene import ARTICLE
from .strange import HOSTILE


def visit_everything(view: Opened) -> None:
    """Selects a node and a statement, unfolds every proof, asks, searches, opens the table."""
    for name in ("yuebao", "huabei", "s-huabei affectedBy ant-rectification"):
        view.do(f"() => finkg.select({name!r})")
        unfold(view)
    for source in view.do("() => finkg.sources().then(all => all.map(source => source.id))"):
        view.do("(id) => finkg.openSource(id)", source)
        unfold(view)
    view.do("(id) => finkg.openSource(id, '0-40')", ARTICLE)
    view.do("() => finkg.answer()")
    unfold(view)
    view.page.fill("#search", "<script")
    view.page.fill("#search", "")
    view.page.click("#as-table")
    view.page.click("#language")
    view.settle()


def unfold(view: Opened) -> None:
    for _ in range(3):
        view.do("() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
        view.settle()


def test_no_script_in_a_text_runs(open_page: Open) -> None:
    """Scripts, handlers, templates and addresses in labels, quotes and titles stay dead."""
    view = open_page("hostile")
    visit_everything(view)
    assert view.do("() => window.cracked") is None
    assert (
        view.do("() => document.querySelectorAll('img, [onerror], a[href^=javascript]').length")
        == 0
    )


def test_hostile_text_is_shown_to_the_letter(open_page: Open) -> None:
    """A quote is verbatim evidence, so markup in it is shown, not stripped."""
    view = open_page("hostile")
    view.do("() => finkg.select('huabei')")
    assert view.page.locator("blockquote").first.text_content() == HOSTILE
    assert view.page.locator("#panel h1").text_content() == HOSTILE
    assert view.page.title().startswith("</script>")


def test_a_hostile_text_is_shown_to_the_letter(open_page: Open) -> None:
    """The text of a source, its marks and what is said of them are text, too."""
    view = open_page("hostile", address=f"#src={ARTICLE}&at=0-40")
    assert view.page.locator(".document > p").all_text_contents() == [HOSTILE, HOSTILE]
    assert view.page.locator("mark").text_content() == HOSTILE[:40]
    assert HOSTILE in (view.page.locator("#remark").text_content() or "")
    assert view.do("() => window.cracked") is None


def test_marks_of_direction_stay_inside_their_text(open_page: Open) -> None:
    """A right-to-left mark in a label does not turn the words around it, nor one in a text."""
    view = open_page("hostile")
    view.do("() => finkg.select('huabei')")
    assert loose(view) == []
    view.do("(id) => finkg.openSource(id, '0-40')", ARTICLE)
    assert loose(view) == []


def loose(view: Opened) -> Any:
    """The elements with such a mark that nothing isolates."""
    return view.do(
        """() => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const loose = [];
            while (walker.nextNode()) {
                const { textContent: text, parentElement: parent } = walker.currentNode;
                if (text.includes("\\u202e") && !parent.closest("bdi, script")) {
                    loose.push(parent.outerHTML.slice(0, 80));
                }
            }
            return loose;
        }"""
    )
