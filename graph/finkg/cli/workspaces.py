"""Which workspace a command means where none is named."""

from __future__ import annotations

from pathlib import Path

from finkg.resources import packaged_workspace


def workspace_folder(workspace: str | None) -> Path:
    """The workspace that is meant: the one named, this folder if it is one, else the packaged."""
    if workspace is not None:
        return Path(workspace)
    here = Path.cwd()
    return here if (here / "workspace.toml").is_file() else packaged_workspace()


def own_workspace(workspace: str | None) -> Path:
    """The workspace that is to be written or read from: the one named, else this folder."""
    return Path(workspace) if workspace is not None else Path.cwd()
