"""`finkg view` writes the same bytes everywhere, and says what it cannot do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from finkg.workspace.tables import ENTITIES

from ..own import Own


def view(
    snapshot: Path, folder: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Runs the command in a process of its own, in a folder."""
    command = [sys.executable, "-m", "finkg", "--graph", str(snapshot), "view", *arguments]
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON"))}
    kept |= {k: v for k, v in os.environ.items() if k == "PYTHONPATH"}
    return subprocess.run(
        command, cwd=folder, env={**kept, "FINKG_LANG": "zh", **environment}, capture_output=True
    )


@pytest.fixture(scope="module")
def gbk_locale(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the locale zh_CN.GBK, made where the system can make one."""
    folder = tmp_path_factory.mktemp("locales")
    localedef = shutil.which("localedef")
    if localedef is None:
        pytest.skip("localedef is not here: no locale can be made")
    made = subprocess.run(
        [localedef, "-i", "zh_CN", "-f", "GBK", str(folder / "zh_CN.GBK")], capture_output=True
    )
    if not (folder / "zh_CN.GBK").exists():
        pytest.skip(f"the system has no sources of locales: {made.stderr.decode()[:200]}")
    return folder


def test_bytes_are_the_same_in_every_locale(
    packaged_snapshot: Path, tmp_path: Path, gbk_locale: Path
) -> None:
    """In two processes, under POSIX and under a GBK locale without Python's UTF-8 mode: UTF-8."""
    locales = {
        "one": {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"},
        "two": {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"},
        "posix": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        "gbk": {"LC_ALL": "zh_CN.GBK", "LOCPATH": str(gbk_locale), "PYTHONUTF8": "0"},
    }
    check = [sys.executable, "-c", "import locale; print(locale.getpreferredencoding(False))"]
    encoding = subprocess.run(check, env={**os.environ, **locales["gbk"]}, capture_output=True)
    assert encoding.stdout.strip().lower() in (b"gbk", b"cp936")
    written = {}
    for name, environment in locales.items():
        done = view(packaged_snapshot, tmp_path, "-o", f"{name}.html", **environment)
        assert done.returncode == 0, done.stderr
        written[name] = (tmp_path / f"{name}.html").read_bytes()
    assert len(set(written.values())) == 1
    assert "知识图谱" in written["one"].decode("utf-8")
    assert b"\r" not in written["one"]


@pytest.mark.parametrize(("lang", "said"), [("zh", "没有"), ("en", "no")], ids=["zh", "en"])
def test_an_unknown_focus_is_said(
    packaged_snapshot: Path, tmp_path: Path, lang: str, said: str
) -> None:
    """With the name that was meant, an exit code, and no file and no traceback."""
    done = view(packaged_snapshot, tmp_path, "nosuchname", FINKG_LANG=lang, LC_ALL="C.UTF-8")
    message = done.stderr.decode()
    assert done.returncode == 1
    assert "nosuchname" in message
    assert said in message.lower()
    assert "Traceback" not in message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_ambiguous_focus_is_said(tmp_path: Path, lang: str) -> None:
    """Two things have the name: both are offered by their ids, and nothing is written."""
    own = Own(tmp_path / "own", {})
    told = {"label_zh": "同名", "label_en": "Namesake"}
    rows = [{"id": "one", "type": "Company"}, {"id": "other", "type": "FinancialProduct"}]
    lines = [",".join((told | row).get(column, "") for column in ENTITIES) for row in rows]
    own.write("entities/all.csv", "\n".join([",".join(ENTITIES), *lines, ""]))
    kg = own.build()
    (tmp_path / "here").mkdir()
    done = view(kg.snapshot.path, tmp_path / "here", "同名", FINKG_LANG=lang, LC_ALL="C.UTF-8")
    message = done.stderr.decode()
    assert done.returncode == 1
    assert "one" in message
    assert "other" in message
    assert "Traceback" not in message
    assert list((tmp_path / "here").iterdir()) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("where", ["nosuch/dir/x.html", "."])
def test_a_file_that_cannot_be_written_is_said(
    packaged_snapshot: Path, tmp_path: Path, lang: str, where: str
) -> None:
    """With its name, an exit code, and no traceback."""
    done = view(packaged_snapshot, tmp_path, "-o", where, FINKG_LANG=lang, LC_ALL="C.UTF-8")
    message = done.stderr.decode()
    assert done.returncode not in (0, 1)
    assert where in message
    assert "Traceback" not in message
    assert (("写" in message) or ("目录" in message) or ("文件" in message)) is (lang == "zh")
    assert list(tmp_path.iterdir()) == []
