"""Text of the graph is text, wherever it stands and whatever it looks like."""

from __future__ import annotations

import csv
import io
import json
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse

from finkg.view.page import render

from .conftest import DRAWN, Open, Opened
from .payloads import PAYLOADS, Fouled
from .scene import ARTICLE, build
from .strange import HOSTILE


class Listening:
    """A server on this machine that remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        listening = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                listening.asked.append(self.path)
                self.send_error(404)

            do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815 (names of http.server)

            def log_message(self, *_: object) -> None:
                """Not told on the screen."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"


@pytest.fixture(scope="module")
def listening() -> Iterator[Listening]:
    listening = Listening()
    thread = threading.Thread(target=listening.server.serve_forever, daemon=True)
    thread.start()
    yield listening
    listening.server.shutdown()
    listening.server.server_close()
    thread.join()


#: Where a text stands that a reader of the page comes across; all else is only searched or counted.
TOLD = {
    "Scene.title.zh",
    *("Kind.label.zh", "Relation.label.zh", "PlausibilityRule.label.zh"),
    *("Node.label.zh", "Node.label.en", "Node.aliases", "Node.types.zh", "Fact.value.zh"),
    *("Claim.rank_reason.zh", "Claim.detail.zh", "Claim.as_of", "Claim.valid_from"),
    *("Claim.valid_to", "Thing.label.zh", "Flag.explanation.zh", "Inference.sentence.zh"),
    *("Evidence.quote", "Evidence.gloss.zh", "Evidence.contexts", "Evidence.note"),
    *("Source.title", "Source.publisher", "Source.date", "Source.note", "Source.address"),
    *("Document.text", "Document.licence", "Doubt.explanation.zh", "Dispute.reason.zh"),
    "Scope.without",
}
FORMATS = ("svg", "png", "graphml", "csv", "ttl", "jsonld")


class Reading:
    """Reads the whole page and keeps every text that stood on it."""

    def __init__(self, view: Opened, scene: Fouled) -> None:
        self.view, self.scene, self.texts = view, scene, ""

    def look(self) -> None:
        unfold(self.view)
        self.texts += self.view.do(
            """() => [document.title, ...[...document.body.children]
                .filter(it => !it.matches("script, noscript"))
                .map(it => it.textContent)].join(" ")"""
        )

    def everything(self) -> None:
        view, names = self.view, self.scene.name
        self.look()
        for node in ("yuebao", "huabei", "ant-group"):
            view.do("(id) => finkg.select(id)", names("node", node))
            self.look()
        reasoned = names("statement", "s-huabei affectedBy ant-rectification")
        view.do("(id) => finkg.select(id)", reasoned)
        self.look()
        view.do("(id) => finkg.why(id)", reasoned)
        self.look()
        view.do("() => finkg.answer()")
        self.look()
        ends = [names("node", name) for name in ("huabei", "yuebao")]
        view.do("([from, to]) => finkg.path(from, to)", ends)
        self.look()
        for layout in ("derivation", "lanes", "organic"):
            view.do("(layout) => finkg.change({ view: 'home', layout })", layout)
            self.look()
        for source in view.do("() => finkg.sources().then(all => all.map(it => it.id))"):
            view.do("(id) => finkg.openSource(id)", source)
            self.look()
        mark = f"0-{len(self.scene.text('Evidence.quote'))}"
        view.do("([id, at]) => finkg.openSource(id, at)", [names("source", ARTICLE), mark])
        self.look()
        view.do("() => finkg.leave()")
        view.do("(id) => finkg.expand(id)", names("node", "ant-group"))
        view.page.fill("#search", self.scene.payload[:200])
        self.look()
        view.page.fill("#search", "")
        view.page.click("#as-table")
        self.look()
        view.page.click("#as-table")
        view.page.click("#language")
        self.look()


def taken(view: Opened, suffix: str) -> bytes:
    view.page.click("#export")
    with view.page.expect_download() as download:
        view.page.click(f"[data-export={suffix}]")
    return Path(download.value.path()).read_bytes()


def check_files(files: dict[str, bytes]) -> None:
    """Each is a file of its format, and a picture of lines and letters holds nothing that acts."""
    drawing = ET.fromstring(files["svg"])
    names = {element.tag.split("}")[-1].lower() for element in drawing.iter()}
    assert not names & {"script", "foreignobject", "image", "use", "style", "a"}
    kept = {name.split("}")[-1].lower() for element in drawing.iter() for name in element.attrib}
    assert not {name for name in kept if name.startswith("on") or name in ("href", "src")}
    assert files["png"].startswith(b"\x89PNG")
    ET.fromstring(files["graphml"])
    assert len({len(row) for row in csv.reader(io.StringIO(files["csv"].decode("utf-8-sig")))}) <= 2
    assert list(parse(files["ttl"], RdfFormat.TURTLE))
    assert json.loads(files["jsonld"])


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_hostile_text_in_every_field_is_only_text(
    open_page: Open, files: dict[str, Path], tmp_path: Path, listening: Listening, name: str
) -> None:
    """Nothing of it runs, nothing is asked for, and all of it stands there to the letter: on the
    page, in the name of its file, in its address, and in every file that is taken away."""
    payload = PAYLOADS[name].replace("HOSTNAME", listening.host)
    scene = Fouled(payload.replace("HOST", f"http://{listening.host}"))
    assert scene.scene.dangling() == []
    called = "".join(c for c in scene.payload if c not in "/\0")[:50]
    files[name] = tmp_path / f"{called}.html"
    files[name].write_bytes(render(scene.scene, "zh").encode())
    fragment = "".join(c for c in scene.payload if c > " ")[:300]
    view = open_page(name, address=f"#{fragment}&sel={fragment}&at={fragment}&pins={fragment}@1,1")
    del files[name]
    reading = Reading(view, scene)
    reading.everything()
    assert {where for where in TOLD if scene.text(where) not in reading.texts} == set()
    check_files({suffix: taken(view, suffix) for suffix in FORMATS})
    active = "#panel img, iframe, object, embed, form, base, [onerror], a[href^=javascript i]"
    assert view.do("(active) => document.querySelectorAll(active).length", active) == 0
    assert view.do("() => window.cracked") is None
    assert {
        address for address in view.requests if not address.startswith(("file:", "blob:"))
    } == set()
    assert len([address for address in view.requests if address.startswith("file:")]) == 1
    assert listening.asked == []


def test_names_of_the_language_are_ids_like_others(
    open_page: Open, files: dict[str, Path], tmp_path: Path
) -> None:
    """Nodes and statements may be called like what every object of JavaScript has."""
    names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf"]
    scene = build()
    nodes = dict(zip((node.id for node in scene.nodes), names[:3], strict=False))
    edges = tuple(
        edge._replace(
            id=(dict(enumerate(names[3:])) | {3: "__defineGetter__"}).get(number, edge.id),
            subject=nodes.get(edge.subject, edge.subject),
            value=nodes.get(edge.value, edge.value),
        )
        for number, edge in enumerate(scene.edges)
    )
    facts = tuple(f._replace(subject=nodes.get(f.subject, f.subject)) for f in scene.facts)
    renamed = tuple(node._replace(id=nodes.get(node.id, node.id)) for node in scene.nodes)
    files["named"] = tmp_path / "named.html"
    page = render(replace(scene, nodes=renamed, edges=edges, facts=facts), "zh")
    files["named"].write_bytes(page.encode())
    view = open_page("named")
    del files["named"]
    assert set(names[:3]) <= set(view.do("() => finkg.inSight()"))
    for name in [*names[:3], *(edge.id for edge in edges[:4])]:
        view.do("(id) => finkg.select(id)", name)
        view.settle()
        assert view.do("() => finkg.state.selected") == name
        assert view.page.locator("#panel h1").count() == 1
    view.do("() => finkg.leave()")  # what is selected leaves only its own names
    assert set(names[:3]) <= set(view.labels())


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
    """Opens what is folded, and what was folded in that, three deep."""
    view.do(
        f"""async () => {{
            for (let deep = 0; deep < 3; deep += 1) {{
                document.querySelectorAll("details").forEach(fold => {{ fold.open = true; }});
                {DRAWN}
                if (!document.querySelector("details:not([open])")) return;
            }}
        }}"""
    )


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
                if (text.includes("\\u202e") && !parent.closest("bdi, script, noscript")) {
                    loose.push(parent.outerHTML.slice(0, 80));
                }
            }
            return loose;
        }"""
    )
