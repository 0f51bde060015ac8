"""The house stands as docs/architecture.md draws it."""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import finkg

ROOT = Path(__file__).resolve().parents[1]
CODE = ROOT / "graph" / "finkg"

#: From the ground upward. A room imports from rooms on lower floors only, and from itself.
FLOORS = (
    ("words", "figures", "collecting", "folding", "displaying"),
    ("forms",),
    ("environment",),
    ("errors",),
    ("files",),
    ("resources",),
    ("vocabulary",),
    ("schema", "header"),
    ("evidence",),
    ("plausibility",),
    ("workspace", "store"),
    ("reasoning", "search", "analysis"),
    ("build",),
    ("catalogue",),
    ("understanding", "export", "view", "telling"),
    ("opened",),
    ("analysing", "explaining", "exporting", "plotting"),
    ("graph",),
    ("building", "checking"),
    ("notebook",),
    ("__init__",),
    ("cli",),
    ("__main__",),
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
#: What a question to a built graph does without; rich draws tables, on a terminal only.
HEAVY = {
    *("rdflib", "networkx", "pyvis", "jinja2", "rich", "numpy", "oxrdflib"),
    *("pypinyin", "rapidfuzz"),
}
#: What is not even installed without an extra.
EXTRAS = {"openpyxl", "pyarrow", "pandas", "polars", "IPython", "matplotlib"}
LONGEST_MODULE = 300
#: Folders of one person's machine.
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home|Users|tmp)/\w")
NOT_OURS = {"__pycache__", ".git", ".venv", ".hypothesis", "dist", "finkg.html", "finkg.ttl"}


class Module:
    """One file of the import package."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.relative_to(CODE).as_posix()
        self.room = self.name.partition("/")[0].removesuffix(".py")
        self.text = path.read_text("utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.name)

    def imported_rooms(self) -> Iterator[str]:
        """The rooms that it imports from, wherever the import stands."""
        for node in ast.walk(self.tree):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module == "finkg":
                names = [f"finkg.{a.name}" for a in node.names if a.name != "__version__"]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or "finkg.relative"]
            yield from (name.split(".")[1] for name in names if name.startswith("finkg."))


MODULES = [Module(path) for path in sorted(CODE.rglob("*.py"))]


def test_every_room_has_a_floor() -> None:
    """A new room is given its place in the order, and a name that is gone leaves it."""
    assert {module.room for module in MODULES} == FLOOR_OF.keys()


def test_imports_run_downward() -> None:
    """Nothing lower imports anything higher, and neighbours on one floor do not know each other."""
    upward = [
        f"{module.name} imports {other}"
        for module in MODULES
        for other in module.imported_rooms()
        if other != module.room and FLOOR_OF[other] >= FLOOR_OF[module.room]
    ]
    assert upward == []


def test_the_page_draws_every_room() -> None:
    """docs/architecture.md tells the job of each folder and module at the root of the package."""
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rooms = {module.room for module in MODULES} - {"__init__"}
    drawn = {f"`{name}/`" if (CODE / name).is_dir() else f"`{name}.py`" for name in rooms}
    drawn |= {f"`{name}/`" for name in ("ontology", "graph", "queries", "tests", "docs")}
    assert {name for name in drawn if name not in page} == set()


def test_modules_stay_short() -> None:
    """A module is one idea; where it outgrows a few screens there are two."""
    long = {m.name: n for m in MODULES if (n := m.text.count("\n")) > LONGEST_MODULE}
    assert long == {}


def test_every_module_says_what_it_is_for() -> None:
    """The first thing that a reader meets is the module's job in a sentence."""
    assert [module.name for module in MODULES if not ast.get_docstring(module.tree)] == []


def test_public_names_say_what_they_are_for() -> None:
    """What `import finkg` offers, and each attribute and method of a graph, is described."""
    public = {name: getattr(finkg, name) for name in finkg.__all__}
    public |= {n: m for n, m in vars(finkg.KnowledgeGraph).items() if not n.startswith("_")}
    assert [name for name, thing in public.items() if not inspect.getdoc(thing)] == []


def test_no_public_name_is_a_room() -> None:
    """Importing a room would put it in the place of a function of the same name."""
    assert not FLOOR_OF.keys() & set(finkg.__all__)


def loaded(program: str, **environment: str) -> set[str]:
    """The packages that a program has loaded when it ends, its output in a pipe."""
    run = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys; print(*sys.modules, file=sys.stderr)"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return {name.partition(".")[0] for name in run.stderr.splitlines()[-1].split()}


def test_importing_is_light() -> None:
    """`import finkg` loads neither the engine nor a library of the faces."""
    assert not loaded("import finkg") & {*HEAVY, "pyoxigraph", "click"}


def test_asking_is_light(tmp_path: Path) -> None:
    """A question to a built graph loads no library that it does not need."""
    ask = "from finkg.cli import main; main(['ask', 'products-affected-by-regulation'])"
    loaded(ask, FINKG_CACHE=str(tmp_path))  # builds the graph
    found = loaded(ask, FINKG_CACHE=str(tmp_path))
    assert "pyoxigraph" in found
    assert not found & (HEAVY | EXTRAS)


def texts() -> Iterator[Path]:
    """Every text file of the checkout."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [f for f in folders if f not in NOT_OURS and not f.endswith("_cache")]
        yield from (Path(folder, f) for f in files if f not in NOT_OURS and not f.endswith(".png"))


def test_no_file_knows_a_machine() -> None:
    """The repository holds no path of anybody's machine."""
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in texts()
        for match in MACHINE_PATH.finditer(path.read_text("utf-8"))
    ]
    assert found == []
