"""The wheel and the sdist are the checkout: the same files, the same answers from any folder."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

if os.environ.get("FINKG_WHEEL_TEST") != "1":
    pytest.skip(
        'builds and installs the wheel: FINKG_WHEEL_TEST=1, after pip install ".[dev]"',
        allow_module_level=True,
    )

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "graph" / "finkg"
#: The editor bundle's source is no data.
NOT_DATA = ("graph/finkg/", "graph/web/")
ASK = ("ask", "products-affected-by-regulation", "--format", "csv")
EXPORT = ("export", "--format", "nquads")

Hashes = dict[str, str]


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def hashes(folder: Path, base: Path = ROOT) -> Hashes:
    """SHA-256 of every file of a folder of the checkout, by its path from `base`."""
    files = (f for f in folder.rglob("*") if f.is_file() and "__pycache__" not in f.parts)
    return {f.relative_to(base).as_posix(): sha256(f.read_bytes()) for f in files}


def data_of_checkout() -> Hashes:
    found: Hashes = {}
    for folder in ("ontology", "queries", "graph"):
        found |= hashes(ROOT / folder)
    return {path: value for path, value in found.items() if not path.startswith(NOT_DATA)}


def below(files: Hashes, folder: str) -> Hashes:
    return {p.removeprefix(folder): v for p, v in files.items() if p.startswith(folder)}


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and with the wheel that was built from that sdist."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", folder, ROOT], check=True)
    return folder


@pytest.fixture(scope="session")
def wheel(dist: Path) -> Path:
    (path,) = dist.glob("finkg-*.whl")
    return path


@pytest.fixture(scope="session")
def in_wheel(wheel: Path) -> Hashes:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return {name: sha256(archive.read(name)) for name in names}


@pytest.fixture(scope="session")
def in_sdist(dist: Path) -> Hashes:
    (path,) = dist.glob("finkg-*.tar.gz")
    with tarfile.open(path) as archive:
        members = [m for m in archive.getmembers() if m.isfile()]
        contents = {m.name.partition("/")[2]: archive.extractfile(m) for m in members}
        return {name: sha256(file.read()) for name, file in contents.items() if file}


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `finkg` of a fresh environment that holds nothing but the wheel and what it needs."""
    room = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(room, with_pip=True)
    scripts = room / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    return scripts / "finkg"


def output(command: list[object], folder: Path, **environment: str) -> bytes:
    """What a command prints, run from this folder with a cache of its own."""
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    surroundings = {**inherited, "FINKG_CACHE": str(folder / "cache"), **environment}
    run = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout


def test_the_wheel_carries_the_data_of_the_checkout(in_wheel: Hashes) -> None:
    """Ontology, questions and workspace: every file, byte for byte, and nothing else."""
    assert below(in_wheel, "finkg_data/") == data_of_checkout()


def test_the_wheel_carries_the_code_of_the_checkout(in_wheel: Hashes) -> None:
    """The import package: every file, the page's scripts and py.typed with the modules."""
    code = below(in_wheel, "finkg/")
    assert code == hashes(CODE, CODE)
    assert "py.typed" in code


def test_the_wheel_carries_nothing_else(wheel: Path, in_wheel: Hashes) -> None:
    """Code, data and the wheel's own metadata, each in a folder of its own."""
    metadata = "-".join(wheel.name.split("-")[:2]) + ".dist-info"
    assert {name.partition("/")[0] for name in in_wheel} == {"finkg", "finkg_data", metadata}
    assert f"{metadata}/licenses/LICENSE" in in_wheel


def test_the_sdist_carries_the_checkout(in_sdist: Hashes) -> None:
    """What people need to build, test and read: code, data, tests, documents."""
    wanted = data_of_checkout() | hashes(CODE)
    for folder in ("tests", "docs", ".ci"):
        wanted |= hashes(ROOT / folder)
    assert wanted.items() <= in_sdist.items()
    assert {"README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml"} <= in_sdist.keys()


@pytest.mark.parametrize("arguments", [ASK, EXPORT], ids=["ask", "export"])
def test_the_wheel_answers_as_the_checkout(
    arguments: tuple[str, ...], installed: Path, tmp_path: Path
) -> None:
    """A question's rows and every quad, from a folder that is neither."""
    here = [sys.executable, "-c", "from finkg.cli import main; main()", *arguments]
    ours = output(here, tmp_path, PYTHONPATH=str(CODE.parent))
    assert ours.count(b"\n") > 1
    assert output([installed, *arguments], tmp_path) == ours
