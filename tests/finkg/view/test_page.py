"""The page: one file, closed to everything but its own scripts, made through pyvis."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from pyvis.network import Network

from finkg.errors import Text
from finkg.view import page
from finkg.view.page import render, to_pyvis

from ...browser.scene import TEXT, build
from ...browser.strange import HOSTILE, hostile
from .carried import block, data, inflated, inline

FOLDER = Path(page.__file__).parent / "page"
MODULES = sorted((FOLDER / "js").glob("*.js"))
SHEETS = sorted((FOLDER / "css").glob("*.css"))
LONGEST_MODULE = 150


@pytest.fixture(scope="module")
def html() -> str:
    return render(build(), "zh")


def test_the_network_is_pyvis_own() -> None:
    """`to_pyvis` gives a real, directed network with every node and edge of the scene."""
    scene = build()
    network = to_pyvis(scene, "en")
    assert isinstance(network, Network)
    assert network.directed
    assert sorted(network.get_nodes()) == sorted(node.id for node in scene.nodes)
    ends = sorted((edge["from"], edge["label"], edge["to"]) for edge in network.get_edges())
    labels = {relation.id: relation.label.en for relation in scene.relations}
    assert ends == sorted((e.subject, labels[e.relation], e.value) for e in scene.edges)


def test_the_network_speaks_both_languages() -> None:
    """Labels come in the language asked for."""
    labels = [to_pyvis(build(), lang).get_node("huabei")["label"] for lang in ("zh", "en")]
    assert labels == ["花呗", "Huabei"]


def test_the_network_has_no_titles() -> None:
    """pyvis runs HTML in titles, so text of the graph is never put there."""
    network = to_pyvis(hostile())
    assert not any("title" in it for it in (*network.nodes, *network.edges))


def test_the_page_carries_the_scene(html: str) -> None:
    """What the page shows is the scene, arranged, and nothing else."""
    head, graph = data(html, "scene-head"), block(html, "graph-block")
    assert head["title"] == {"zh": build().title.zh, "en": build().title.en}
    assert graph["nodes"]["id"] == [node.id for node in build().nodes]
    assert head["counts"]["claims"] == len(block(html, "evidence-block")["claims"]["kind"])
    assert data(html, "network-data")["nodes"][0]["id"] == graph["nodes"]["id"][0]


def test_the_page_refers_to_nothing_outside(html: str) -> None:
    """No element of the page loads anything: there is no source, no sheet, no import."""
    shell = re.sub(r"<script.*?</script>|<style>.*?</style>", "", html, flags=re.S)
    assert re.findall(r'(?:src|href)="(?!#|data:)', shell) == []
    assert "sourceMappingURL" not in html
    style = "".join(sheet.read_text("utf-8") for sheet in SHEETS)
    assert re.findall(r"url\(|@import|@font-face", style) == []


def test_the_policy_names_every_script_and_style(html: str) -> None:
    """The policy allows the scripts and the style of the page by hash, and no inline ones."""
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    texts = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.S)
    texts += [inflated(html, name) for name in ("drawing-block", "script-block")]
    digests = [hashlib.sha256(text.encode()).digest() for text in texts]
    hashes = {f"sha256-{base64.b64encode(digest).decode()}" for digest in digests}
    assert set(re.findall(r"sha256-[\w+/=]+", policy[1].replace("&#39;", "'"))) == hashes
    assert "unsafe" not in policy[1]
    assert policy[1].startswith("default-src &#39;none&#39;")


def test_data_cannot_end_its_element() -> None:
    """Whatever a text holds, it stays inside its inert script element, to the letter."""
    html = render(hostile(), "en")
    assert html.count("<script>") == render(build(), "en").count("<script>")
    assert not set("<>&\u2028\u2029") & set(inline(html, "scene-head"))
    for name in ("graph-block", "evidence-block"):
        assert re.fullmatch(r"[A-Za-z0-9+/]+=*", inline(html, name))
    assert block(html, "graph-block")["nodes"]["zh"][0] == HOSTILE


def test_the_same_scene_makes_the_same_file(html: str) -> None:
    """Two runs write the same bytes, so a file can be compared and cached."""
    assert render(build(), "zh") == html


def test_rendering_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pyvis can leave a folder where it runs; ours leaves nothing."""
    monkeypatch.chdir(tmp_path)
    render(build(), "en")
    assert list(tmp_path.iterdir()) == []


def test_every_word_has_both_languages() -> None:
    """No word of the page is missing in Chinese or in English, nor are the two the same."""
    words = json.loads((FOLDER / "words.json").read_text("utf-8"))
    assert {key for key, word in words.items() if not (word["zh"] and word["en"])} == set()
    assert {key for key, word in words.items() if word["zh"] == word["en"]} == set()


def test_words_take_the_same_values() -> None:
    """Both languages of a word fill in the same blanks."""
    words = json.loads((FOLDER / "words.json").read_text("utf-8"))
    blanks = {
        key: [sorted(set(re.findall(r"\{(\w+)\}", word[lang]))) for lang in ("zh", "en")]
        for key, word in words.items()
    }
    assert {key: pair for key, pair in blanks.items() if pair[0] != pair[1]} == {}


def test_every_word_is_used() -> None:
    """The page asks for every word it carries, and carries every word it asks for."""
    code = "".join(module.read_text("utf-8") for module in MODULES)
    asked = set(re.findall(r'word\("([\w.]+)"', code))
    asked |= set(
        re.findall(r'data-(?:word|label)="(\w+)"', (FOLDER / "view.html.jinja").read_text("utf-8"))
    )
    words = json.loads((FOLDER / "words.json").read_text("utf-8"))
    assert asked <= words.keys()
    assert {key for key in words if "." not in key and f'"{key}"' not in code} - asked == set()


def test_modules_of_the_script_are_short_and_say_why_they_exist() -> None:
    """The script is read module by module, each of one idea, told in its first line."""
    texts = {part.name: part.read_text("utf-8") for part in (*MODULES, *SHEETS)}
    assert {name for name, text in texts.items() if not text.startswith(("// ", "/* "))} == set()
    assert {n: t.count("\n") for n, t in texts.items() if t.count("\n") > LONGEST_MODULE} == {}


def test_modules_of_the_script_share_no_name() -> None:
    """They stand in one function: of two functions of one name the later would take both places."""
    code = "\n".join(module.read_text("utf-8") for module in MODULES)
    names = Counter(re.findall(r"^(?:const|let|class|function) (\w+)", code, re.M))
    assert [name for name, count in names.items() if count > 1] == []


def test_a_text_stands_in_the_page_once(html: str) -> None:
    """The page is no larger for a source than by its text."""
    written = inflated(html, "graph-block") + inflated(html, "evidence-block")
    assert (html + written).count(TEXT.splitlines()[4]) == 1


def test_a_label_in_one_language_is_enough() -> None:
    """A node without a label in the language asked for is shown by its id in a bare network."""
    scene = build()
    nodes = tuple(node._replace(label=Text(node.label.zh, "")) for node in scene.nodes)
    assert to_pyvis(replace(scene, nodes=nodes), "en").get_node("huabei")["label"] == "huabei"
