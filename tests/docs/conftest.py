"""One built graph for all that the documents say of it."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a reader's shell has: finkg on PATH, English, a cache that all commands share."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    cache = str(tmp_path_factory.mktemp("cache"))
    return {**os.environ, "PATH": path, "FINKG_CACHE": cache, "FINKG_LANG": "en"}


@pytest.fixture(scope="session")
def reference() -> ModuleType:
    """docs/reference.py, which writes the generated pages, with the modules beside it."""
    sys.path.append(str(DOCS))
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
