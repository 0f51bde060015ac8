"""The Python face of reasoning: why something holds, and what would follow."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from finkg.displaying import Listed
from finkg.opened import OpenedGraph
from finkg.vocabulary import ID

if TYPE_CHECKING:
    from finkg.reasoning.difference import Difference
    from finkg.reasoning.proof import Proof
    from finkg.reasoning.whynot.shortfall import WhyNot

#: The id of a claim, or of the record of one.
_CLAIM: Final = re.compile(r"[cohx]-[0-9a-f]{16}")


class Explained(OpenedGraph):
    """A graph that says why it says what it says."""

    def why(
        self, subject: str, predicate: str | None = None, value: str | None = None
    ) -> list[Proof]:
        """Every minimal proof of each statement that matches, down to quotes or citations.

        Without a property: one proof of each thing that was concluded about the subject, else of
        all that is said of it.

        >>> [(proof.value.value, proof.standing) for proof in kg.why("yuebao", "launchedOn")]
        [('2025', 'Outranked'), ('2013-06', 'Accepted')]
        >>> proof = kg.why("huabei", "affectedBy", "ant-rectification")[0]
        >>> [leaf.quote.text for leaf in proof.leaves() if leaf.quote]
        ['断开与信贷业务的不当连接']
        """
        from finkg.reasoning.claims import Claims, claims_of

        about = self.entity(subject)
        reader = Claims(self.snapshot)
        if predicate is None:
            proofs = [reader.prove(claim) for claim in claims_of(self.snapshot, about)]
            return Listed([proof for proof in proofs if proof.step] or proofs)
        object_ = self.entity(value) if value else None
        claims = claims_of(self.snapshot, about, self.property_named(predicate), object_)
        return Listed(proof for claim in claims for proof in reader.every_proof(claim))

    def why_not(self, subject: str, predicate: str, value: str | None = None) -> WhyNot:
        """The rules that come nearest to a statement that the graph does not have, with what is
        there of each and what is missing; without a value, to any of the property.

        Raises UnknownName, AmbiguousName.

        >>> found = kg.why_not("huabei", "withinScopeOf", "microloan-company-draft-2024")
        >>> found.nearest[0].rule.name
        'scope-by-activity'
        """
        from finkg.reasoning.whynot.nearest import why_not

        folders = [folder for folder, _ in self.snapshot.inputs]
        about, object_ = self.entity(subject), self.entity(value) if value else None
        return why_not(self.snapshot, folders, about, self.property_named(predicate), object_)

    def falls_without(self, proofs: Iterable[Proof]) -> list[frozenset[NamedNode]]:
        """The smallest sets of sources without which none of the minimal proofs of one statement
        is left; copies count as what they copy.

        >>> proofs = kg.why("huabei", "affectedBy", "ant-rectification")
        >>> article = kg.source("internet-finance-cases")
        >>> all(article in sources for sources in kg.falls_without(proofs))
        True
        """
        from finkg.reasoning.claims import Claims

        return Claims(self.snapshot).falls_without([*proofs])

    def whatif(
        self,
        *,
        without: Iterable[str] = (),
        min_rank: str | None = None,
        extend: Iterable[tuple[str, str]] = (),
        add: Iterable[str | Path] = (),
    ) -> Difference:
        """What would be concluded, and what not, if something were otherwise; all changes that are
        named are made together, in memory.

        `without`: sources by id or title, claims by id (c-...) or that of their record. `min_rank`:
        rules use the facts that rank at least "preferred", "normal" or "deprecated", and no others;
        what otherwise would not count is then doubtful. `extend`: pairs of an instrument and an
        activity, a kind of data or a sector that it is supposed to regulate. `add`: CSV files with
        the columns subject, property, value, and as many others of claims.csv as are needed.

        Raises UnknownName, AmbiguousName, UnknownRank, CannotReach, NothingToLeaveOut,
        InvalidWorkspace, NotReadable.

        >>> found = kg.whatif(without=["internet-finance-cases"])
        >>> len(found.lost) > len(found.new)
        True
        """
        from finkg.build.whatif import what_if
        from finkg.evidence.rank import a_rank
        from finkg.evidence.supposition import Supposition

        supposition = Supposition(
            frozenset(map(self._left_out, without)),
            a_rank(min_rank) if min_rank is not None else None,
            tuple((self.entity(instrument), self.entity(thing)) for instrument, thing in extend),
            tuple(map(Path, add)),
        )
        return what_if(self.snapshot, self._base, self.scenario, supposition)

    def _left_out(self, name: str) -> NamedNode:
        """The source of this name, or the claim of this id."""
        local = name.removeprefix(ID)
        return NamedNode(ID + local) if _CLAIM.fullmatch(local) else self.source(name)
