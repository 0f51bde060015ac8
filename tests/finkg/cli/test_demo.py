"""`finkg demo` may be repeated, and takes no file that is not its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from finkg.cli import main


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, with a cache beside it."""
    monkeypatch.setenv("FINKG_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_it_knows_its_own_files_again(
    here: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A second run writes over what the first one wrote, and leaves nothing else."""
    main(["demo", "--quiet"])
    first = {path.name: path.read_bytes() for path in here.iterdir()}
    main(["demo", "--quiet"])
    assert first.keys() == {"finkg.html", "finkg.ttl"}
    assert {path.name: path.read_bytes() for path in here.iterdir()} == first
    assert "「断开与信贷业务的不当连接」" in capsysbinary.readouterr().out.decode()


@pytest.mark.parametrize("name", ["finkg.html", "finkg.ttl"])
def test_a_foreign_file_stays(here: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody's own file of that name is not written over, and nothing is done by halves."""
    (here / name).write_text("mine", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["demo"])
    assert ended.value.code == 2
    assert [path.name for path in here.iterdir()] == [name]
    assert (here / name).read_text("utf-8") == "mine"
    assert name in capsys.readouterr().err


def test_force_takes_it(here: Path) -> None:
    """Unless it is said to."""
    (here / "finkg.ttl").write_text("mine", encoding="utf-8")
    main(["demo", "--quiet", "--force"])
    assert (here / "finkg.ttl").read_text("utf-8").startswith("# Written by finkg")
