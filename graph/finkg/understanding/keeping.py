"""Keeps what was learnt, so that the same examples are not learnt twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from finkg.catalogue.catalogue import Catalogue
from finkg.errors import FileProblem
from finkg.files import write_file
from finkg.understanding.classifier import Label, Model
from finkg.understanding.learning import Learnt
from finkg.understanding.linking import Linker
from finkg.understanding.roles import Roles

#: How many are kept: of so many states of graphs and questions, those that were learnt last.
KEPT = 8
_LENGTH = hashlib.sha256().digest_size


def fingerprint(catalogue: Catalogue, linker: Linker, *more: Path) -> str:
    """Of all that decides what is learnt: the questions and `more` files, what is named, and how
    it is learnt."""
    paths = [*sorted(Path(__file__).parent.glob("*.py")), *more]
    paths += [question.path for question in catalogue]
    found = hashlib.sha256()
    for path in paths:
        found.update(hashlib.sha256(path.read_bytes()).digest())
    for line in linker.described():
        found.update(line.encode())
    return found.hexdigest()[:32]


def kept(path: Path, learn: Callable[[], Learnt]) -> Learnt:
    """What is kept there, or what is learnt now, which is then kept.

    A folder that can not be written keeps nothing; it is learnt again next time.
    """
    try:
        return _read(path.read_bytes())
    except (OSError, ValueError):
        found = learn()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, _written(found))
        for old in sorted(path.parent.glob("*.npy"), key=lambda p: p.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except (OSError, FileProblem):
        pass
    return found


def _written(learnt: Learnt) -> bytes:
    from numpy import frombuffer, uint8
    from numpy.lib.format import write_array

    models = (learnt.meaning, learnt.spelling)
    told = {
        "models": [(m.labels, m.features, m.knows_all) for m in models],
        "roles": {name: roles.learnt() for name, roles in learnt.roles.items()},
        "spoken": {name: sorted(features) for name, features in learnt.spoken.items()},
        "denying": sorted(learnt.denying),
        "worded": [(words, sorted(names)) for words, names in learnt.worded.items()],
    }
    content = BytesIO()
    write_array(content, frombuffer(json.dumps(told).encode(), uint8), allow_pickle=False)
    for model in models:
        write_array(content, model.tells, allow_pickle=False)
        write_array(content, model.weights, allow_pickle=False)
    whole = content.getvalue()
    return hashlib.sha256(whole).digest() + whole


def _read(content: bytes) -> Learnt:
    """Raises ValueError for what was not written so, or not whole."""
    from numpy.lib.format import read_array

    checksum, whole = content[:_LENGTH], content[_LENGTH:]
    if hashlib.sha256(whole).digest() != checksum:
        raise ValueError(checksum)
    file = BytesIO(whole)

    def array() -> Any:
        return read_array(file, allow_pickle=False)

    told = json.loads(array().tobytes())
    meaning, spelling = (
        Model(tuple(Label(*each) for each in labels), tuple(features), knows_all, array(), array())
        for labels, features, knows_all in told["models"]
    )
    return Learnt(
        meaning,
        spelling,
        {name: Roles.restored(roles) for name, roles in told["roles"].items()},
        {name: frozenset(features) for name, features in told["spoken"].items()},
        frozenset(told["denying"]),
        {tuple(words): frozenset(names) for words, names in told["worded"]},
    )
