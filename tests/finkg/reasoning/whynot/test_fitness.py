"""What the ontology asks of both ends of a statement that no rule drew."""

from __future__ import annotations

from finkg.vocabulary import fk

from ...evidence.facts import thing
from ...own import Own
from .trial import by_rule, only


def test_a_draft_fails_the_condition_on_its_class(own: Own) -> None:
    """All premises are there; a draft is no legal instrument."""
    own.says("press", "draft regulatesActivity payment")
    own.says("press", "card hasActivity payment")
    attempt = only(own.build().why_not("card", "withinScopeOf", "draft"), "scope-by-activity")
    assert attempt.missing == ()
    (unmet,) = attempt.unmet
    assert (unmet.term, unmet.classes) == (thing("draft"), (fk("LegalInstrument"),))
    assert unmet.sparql == "?value a/rdfs:subClassOf* fk:LegalInstrument"


def test_an_end_that_the_property_does_not_take_is_told(own: Own) -> None:
    """A card supersedes nothing: the ontology asks for a document."""
    found = own.build().why_not("card", "succeeds", "law")
    attempts = by_rule(found)["superseding-is-succession"].attempts
    for unmet in (u for a in attempts for u in a.unmet):
        assert unmet.term == thing("card")
        assert unmet.of in (fk("supersedes"), fk("repeals"))
    assert all(a.unmet for a in attempts)
    plain = own.build().why_not("law", "succeeds", "draft")
    assert any(not a.unmet for a in by_rule(plain)["superseding-is-succession"].attempts)
