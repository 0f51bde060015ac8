"""Everybody can use the view: by keyboard, by ear, with little sight, in either language."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files as resources
from typing import TYPE_CHECKING, Any

import pytest

from .conftest import Open, Opened, missing
from .scene import ARTICLE

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
ACTS = {
    "overview": "() => finkg.overview()",
    "home": "() => {}",
    "node": "() => finkg.select('huabei')",
    "statement": "() => finkg.select('s-huabei affectedBy ant-rectification')",
    "dispute": "() => finkg.select('yuebao')",
    "why": "() => finkg.why('s-huabei affectedBy ant-rectification')",
    "source": f"() => finkg.openSource('{ARTICLE}')",
    "answer": "() => finkg.answer()",
    "one-product": "() => finkg.change({ view: 'answer', about: 'huabei' })",
    "path-asked": "() => finkg.path('huabei', null)",
    "path": "() => finkg.path('huabei', 'yuebao')",
    "derivation": "() => finkg.change({ layout: 'derivation' })",
    "lanes": "() => finkg.openEvidence().then(() => finkg.change({ layout: 'lanes' }))",
    "table": "() => finkg.change({ table: true })",
    "search": "() => document.getElementById('search').focus()",
    "nothing-found": "() => document.getElementById('search').focus()",
    "export": "() => document.getElementById('export').click()",
    "help": "() => document.getElementById('help').click()",
    "shown": "() => { document.querySelector('#showing details').open = true; }",
    "left-out": f"() => finkg.leaveOut('{ARTICLE}')",
}
TYPED = {"search": "a", "nothing-found": "xyz"}


@cache
def axe() -> str:
    """axe-core, which the driver's package carries."""
    try:
        return (resources("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    except ModuleNotFoundError:
        missing("axe-playwright-python")


def faults(view: Opened) -> list[str]:
    """What axe-core finds wrong, with where."""
    view.do(f"{axe()};null")  # by the debugger, which the page's policy does not bind
    found = view.do(
        "() => axe.run(document, { resultTypes: ['violations'] }).then(it => it.violations)"
    )
    return [
        f"{fault['id']} ({fault['impact']}): {node['target']} {node['html'][:120]}"
        f" {node['any'][:1] and node['any'][0]['message']}"
        for fault in found
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize(
    ("lang", "theme", "size"),
    # Each two of language, theme and size meet in one of these.
    [
        ("zh", "light", WIDE),
        ("zh", "dark", PHONE),
        ("en", "light", PHONE),
        ("en", "dark", WIDE),
    ],
)
def test_no_fault_of_access(open_page: Open, lang: str, theme: str, size: ViewportSize) -> None:
    """In every state, in each language, theme and size, axe-core finds nothing."""
    found: dict[str, list[str]] = {}
    view = open_page(address=f"#lang={lang}&theme={theme}", size=size, reduced_motion="reduce")
    for name, act in ACTS.items():
        view.load()  # no state is what another one left behind
        view.do(act)
        if name in TYPED:
            view.page.keyboard.type(TYPED[name])
        view.settle()
        view.do(
            "() => document.querySelectorAll('#panel details').forEach(it => { it.open = true; })"
        )
        view.settle()
        if wrong := faults(view):
            found[name] = wrong
    assert found == {}, json.dumps(found, ensure_ascii=False, indent=1)


def test_the_packaged_page_has_no_fault_of_access(open_page: Open) -> None:
    """Neither has the page of the whole graph, with its slider of years."""
    view = open_page("packaged", reduced_motion="reduce")
    assert faults(view) == []
    view.do("() => finkg.change({ year: finkg.scene.years.axis.at(-2) })")
    view.settle()
    assert faults(view) == []


def test_everything_is_reached_by_tab_and_seen(open_page: Open) -> None:
    """Tab leads to every control that the mouse can press, and each shows that it is reached."""
    view = open_page("packaged")
    view.do("() => finkg.select(finkg.inSight()[0])")
    view.settle()
    controls = view.do(
        """() => {
            const all = document.querySelectorAll(
                "button, a[href], input, summary, [tabindex='0']");
            const seen = [...all].filter(it => it.checkVisibility() && !it.disabled &&
                it.tabIndex >= 0 && !it.closest("noscript"));
            seen.forEach((it, number) => { it.dataset.control = number; });
            return seen.length;
        }"""
    )
    reached = set()
    unseen = []
    view.page.evaluate("() => document.activeElement.blur()")
    for _ in range(controls + 5):
        view.page.keyboard.press("Tab")
        number, outlined, box = view.do(
            """() => {
                const it = document.activeElement;
                const look = getComputedStyle(it);
                return [it.dataset.control ?? null,
                    look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
                    it.outerHTML.slice(0, 80)];
            }"""
        )
        if number is not None:
            reached.add(int(number))
            if not outlined:
                unseen.append(box)
    assert unseen == []
    lost = "n => document.querySelector(`[data-control='${n}']`).outerHTML.slice(0, 120)"
    assert [view.do(lost, n) for n in sorted(set(range(controls)) - reached)] == []


def test_the_mouse_has_no_way_of_its_own(open_page: Open) -> None:
    """What a click, a drag or the wheel does in the picture, the keyboard does, too."""
    view = open_page("packaged")
    view.page.focus("#network")
    view.page.keyboard.press("ArrowRight")
    chosen = view.do("() => finkg.state.selected")
    assert chosen
    place = view.do("(id) => finkg.place(id)", chosen)
    view.page.keyboard.press("Shift+ArrowRight")
    moved = view.do("(id) => finkg.place(id)", chosen)
    assert moved["x"] > place["x"]
    assert view.do("() => [...finkg.state.pins.keys()]") == [chosen]
    view.page.keyboard.press("p")
    assert view.do("() => finkg.state.pins.size") == 0
    view.page.keyboard.press("+")
    assert "look=" in view.do(
        "async () => { await new Promise(done => setTimeout(done, 400)); return location.hash; }"
    )
    view.page.keyboard.press("Delete")
    assert chosen not in view.do("() => finkg.inSight()")
    view.do("() => finkg.leave()")
    other = view.do("() => finkg.inSight()[0]")
    place = view.do("(id) => finkg.place(id)", other)
    view.page.keyboard.press("Shift+ArrowRight")
    assert view.do("(id) => finkg.place(id)", other)["x"] > place["x"]


def test_escape_closes_and_the_focus_returns(open_page: Open) -> None:
    """Of the menu, the search, the help, and the page of a source."""
    view = open_page()
    view.page.focus("#export")
    view.page.keyboard.press("Enter")
    view.page.keyboard.press("Escape")
    assert view.do("() => document.activeElement.id") == "export"
    view.page.focus("#search")
    view.page.keyboard.type("a")
    view.page.keyboard.press("Escape")
    assert view.page.locator("#hits").is_hidden()
    view.page.focus("#fit")
    view.page.keyboard.press("?")
    assert view.page.locator("dialog[open]").count() == 1
    view.page.keyboard.press("Escape")
    assert view.page.locator("dialog[open]").count() == 0
    assert view.do("() => document.activeElement.id") == "fit"
    view.do("() => finkg.select('lufax')")
    view.settle()
    link = view.page.locator("#panel .source a.link").first
    link.focus()
    view.page.keyboard.press("Enter")
    view.settle()
    assert view.do("() => finkg.state.source")
    view.page.keyboard.press("Escape")
    view.page.wait_for_function("() => !finkg.state.source")
    assert view.do("() => document.activeElement.closest('.source') !== null")


def test_the_help_names_every_key(open_page: Open) -> None:
    """In both languages; what it names is what the page listens to."""
    view = open_page()
    view.page.keyboard.press("?")
    dialog = view.page.locator("dialog[open]")
    keys = set(dialog.locator("kbd").all_inner_texts())
    assert keys >= {
        "/",
        "F",
        "U",
        "R",
        "?",
        "Esc",
        "Enter",
        "E",
        "C",
        "P",
        "Delete",
        "+",
        "−",
        "Tab",
    }
    assert "按" in dialog.inner_text() or "搜索" in dialog.inner_text()
    view.page.keyboard.press("Escape")
    view.page.click("#language")
    view.page.click("#help")
    assert re.findall(r"[\u4e00-\u9fff]", dialog.inner_text()) == []
    assert "Search" in dialog.inner_text()


#: What keeps its own language: words of sources, names, and the button for the other language.
OWN = "blockquote, q, [lang]:not(html), #old, noscript, script, style, .brand b"
NAMES = f"{OWN}, .aliases bdi, .iri, .rowNote bdi, .sourceNote bdi, #hits .second"


def strings(view: Opened) -> dict[str, str]:
    """Every text and every attribute that is read out, by where it stands."""
    found: dict[str, Any] = view.do(
        f"""() => {{
            const kept = (it) => it.closest(`{NAMES}`);
            const found = {{}};
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            let number = 0;
            while (walker.nextNode()) {{
                const {{ textContent: text, parentElement: parent }} = walker.currentNode;
                if (text.trim() && !kept(parent)) found[`text ${{number += 1}}`] = text.trim();
            }}
            for (const it of document.querySelectorAll("*")) {{
                if (kept(it)) continue;
                for (const name of it.getAttributeNames())
                    if (/^(aria-(label|description|valuetext)|title|alt|placeholder)$/.test(name))
                        found[`${{name}} ${{number += 1}}`] = it.getAttribute(name);
            }}
            return found;
        }}"""
    )
    return {where: str(text) for where, text in found.items()}


HAN = re.compile(r"[\u3400-\u9fff\uff0c\uff1a\uff08\uff09\u3001\u3002]+")


@pytest.mark.parametrize("act", [name for name in ACTS if name != "search"])
def test_the_language_changes_every_string(open_page: Open, act: str) -> None:
    """In no state does a Chinese word stay behind in English, nor an English one in Chinese."""
    view = open_page()
    view.do(ACTS[act])
    view.settle()
    view.do("() => finkg.change({ lang: 'en' })")
    view.do(ACTS[act])
    view.settle()
    english = strings(view)
    allowed = ("花呗", "《.*?》")  # an example in the hint of the search; titles of sources
    left = {
        where: text
        for where, text in english.items()
        if HAN.search(re.sub("|".join(allowed), "", text))
    }
    assert left == {}
    view.do("() => finkg.change({ lang: 'zh' })")
    view.do(ACTS[act])
    view.settle()
    words = json.loads((resources("finkg.view") / "page" / "words.json").read_text("utf-8"))
    foreign = {word["en"] for word in words.values() if "{" not in word["en"]} - {"English", "JSON"}
    chinese = strings(view).values()
    assert [text for text in chinese if text in foreign] == []


def test_the_language_of_each_text_is_told(open_page: Open) -> None:
    """The page says which language it is in, and so does what is in another."""
    view = open_page(address="#lang=en&sel=lufax")
    view.settle()
    assert view.do("() => document.documentElement.lang") == "en"
    assert view.page.locator("#panel blockquote").first.get_attribute("lang") == "zh"


def test_reduced_motion_is_kept_everywhere(open_page: Open) -> None:
    """Nothing on the page takes its time for those who asked for less motion."""
    view = open_page(reduced_motion="reduce")
    slow = """() => [...document.querySelectorAll("*")].filter(it => {
        const { transitionDuration: t, animationDuration: a, scrollBehavior: s } =
            getComputedStyle(it);
        return t !== "0s" || a !== "0s" || s === "smooth";
    }).length"""
    assert view.do(slow) == 0
