"""A minimal proof has no claim too many, and together they are all the ways to a conclusion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from finkg.reasoning.minimal import Tree, Way, minimal_proofs
from finkg.reasoning.robustness import falls_without, only_sources, sole_sources

STATED = "abcdef"
DRAWN = "UVWXYZ"
ALL = frozenset(STATED)
GOAL = "Z"
#: Rules between claims of which some are stated: circles, and claims that are both, among them.
WAYS = st.lists(
    st.tuples(
        st.sampled_from(DRAWN + "ab"),
        st.frozensets(st.sampled_from(STATED + DRAWN), min_size=1, max_size=3),
    ),
    max_size=12,
)
Rules = list[tuple[str, frozenset[str]]]


def ways(rules: Rules) -> dict[str, list[Way[str]]]:
    found: defaultdict[str, list[Way[str]]] = defaultdict(list)
    for number, (claim, premises) in enumerate(dict.fromkeys(rules)):
        if claim not in premises:
            found[claim].append(Way(f"i{number}", premises))
    return found


def holds(rules: Rules, stated: frozenset[str], goal: str = GOAL) -> bool:
    """Whether a goal follows from what is stated, found by going forward."""
    known = set(stated)
    grew = True
    while grew:
        new = {claim for claim, premises in rules if premises <= known} - known
        known |= new
        grew = bool(new)
    return goal in known


def subsets(claims: frozenset[str]) -> Iterator[frozenset[str]]:
    for size in range(len(claims) + 1):
        yield from map(frozenset, combinations(sorted(claims), size))


def found(rules: Rules) -> set[frozenset[str]]:
    return {tree.leaves for tree in minimal_proofs(GOAL, ways(rules), STATED).trees}


@given(WAYS)
def test_they_are_all_smallest_sets_that_prove_it(rules: Rules) -> None:
    """A law: found by trying every set of stated claims."""
    proving = [s for s in subsets(frozenset(STATED)) if holds(rules, s)]
    smallest = {s for s in proving if not any(other < s for other in proving)}
    assert found(rules) == smallest


@given(WAYS)
def test_without_any_one_claim_a_proof_is_gone(rules: Rules) -> None:
    """A law: none of its claims is idle."""
    for leaves in found(rules):
        assert holds(rules, leaves)
        assert not any(holds(rules, leaves - {leaf}) for leaf in leaves)


@given(WAYS, st.randoms(use_true_random=False))
def test_without_one_claim_of_each_the_conclusion_is_gone(rules: Rules, random: object) -> None:
    """A law: whichever claim of each is taken."""
    proofs = found(rules)
    taken = {random.choice(sorted(leaves)) for leaves in proofs}  # type: ignore[attr-defined]
    assert not holds(rules, frozenset(STATED) - taken)


@given(WAYS)
def test_a_proof_goes_in_no_circle(rules: Rules) -> None:
    """A law: no claim is proved by itself, and each step is a recorded use of a rule."""
    recorded = ways(rules)
    for proof in minimal_proofs(GOAL, recorded, STATED).trees:
        check(proof, recorded, frozenset())


def check(tree: Tree[str], recorded: dict[str, list[Way[str]]], above: frozenset[str]) -> None:
    assert tree.claim not in above
    if tree.way is None:
        assert tree.claim in STATED
        return
    assert tree.way in recorded[tree.claim]
    assert {part.claim for part in tree.below} == tree.way.premises
    for part in tree.below:
        check(part, recorded, above | {tree.claim})


@given(WAYS, st.randoms(use_true_random=False))
def test_the_order_of_the_rules_does_not_matter(rules: Rules, random: object) -> None:
    """A law: the same proofs, smallest first."""
    shuffled = list(rules)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (minimal_proofs(GOAL, ways(r), STATED) for r in (rules, shuffled))
    assert [t.leaves for t in one.trees] == [t.leaves for t in other.trees]


def test_the_cap_is_said() -> None:
    """Twenty pairs of claims prove it, of which ten are shown, and that there are more."""
    stated = [f"s{n}" for n in range(40)]
    pairs = [Way(f"i{n}", frozenset((f"s{n}", f"s{n + 20}"))) for n in range(20)]
    few = minimal_proofs(GOAL, {GOAL: pairs}, stated, cap=10)
    assert (len(few.trees), few.capped) == (10, True)
    assert not minimal_proofs(GOAL, {GOAL: pairs}, stated).capped


#: Which sources state each claim.
SOURCES = st.fixed_dictionaries(
    {claim: st.frozensets(st.sampled_from("1234"), min_size=1, max_size=2) for claim in STATED}
)


@given(WAYS, SOURCES)
def test_without_which_sources_it_falls(rules: Rules, sources: dict[str, frozenset[str]]) -> None:
    """A law: found by trying every set of sources."""
    proofs = minimal_proofs(GOAL, ways(rules), STATED).trees
    cuts = falls_without((proof.leaves for proof in proofs), sources.__getitem__)
    falling = [s for s in subsets(frozenset("1234")) if not left(rules, sources, s)]
    smallest = {s for s in falling if not any(other < s for other in falling)}
    assert set(cuts) == (smallest if proofs else set())
    assert cuts == sorted(cuts, key=lambda cut: (len(cut), sorted(cut)))


@given(WAYS, SOURCES)
def test_which_sources_alone_it_can_not_do_without(
    rules: Rules, sources: dict[str, frozenset[str]]
) -> None:
    """A law: for every conclusion, the smallest sets of one source; found without its proofs."""
    recorded = ways([rule for rule in rules if all(holds(rules, ALL, p) for p in rule[1])])
    alone = sole_sources(recorded, sources)
    for goal in recorded:
        proofs = minimal_proofs(goal, recorded, STATED).trees
        cuts = falls_without((proof.leaves for proof in proofs), sources.__getitem__)
        singles = frozenset().union(*(cut for cut in cuts if len(cut) == 1))
        assert alone.get(goal, frozenset()) == singles


@given(WAYS, SOURCES)
def test_which_conclusions_come_from_one_source(
    rules: Rules, sources: dict[str, frozenset[str]]
) -> None:
    """A law: all that any way to it rests on, followed down to what is stated, is of that source.
    What so rests on one source falls without it."""
    recorded = ways([rule for rule in rules if all(holds(rules, ALL, p) for p in rule[1])])
    only = only_sources(recorded, sources)
    sole = sole_sources(recorded, sources)
    for goal in recorded:
        below, todo = set[str](), [goal]
        while todo:
            claim = todo.pop()
            if claim not in below:
                below.add(claim)
                todo.extend(p for way in recorded.get(claim, ()) for p in way.premises)
        behind = {source for claim in below & {*STATED} for source in sources[claim]}
        assert only.get(goal) == (behind.pop() if len(behind) == 1 else None)
        if goal in only:
            assert sole[goal] == {only[goal]}


def left(rules: Rules, sources: dict[str, frozenset[str]], without: frozenset[str]) -> bool:
    """Whether the goal still follows from what other sources state."""
    stated = frozenset(claim for claim in STATED if sources[claim] - without)
    return holds(rules, stated)
