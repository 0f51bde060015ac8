"""The Python face of analysis: how things hang together, and which matter most."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import NamedNode

from finkg.errors import Text, UnknownName
from finkg.opened import OpenedGraph
from finkg.store.layers import Layer
from finkg.vocabulary import OWL_CLASS, TYPE, local_name
from finkg.words import nearest

if TYPE_CHECKING:
    from finkg.analysis.network import Network
    from finkg.catalogue.analyses.made import Made
    from finkg.catalogue.answer import Answer
    from finkg.export.answers.writable import WritableAnswer

_CLASS: Final = Text("类别", "class")


class Analysed(OpenedGraph, ABC):
    """A graph whose statements make a network.

    Nothing doubtful counts unless its layer is opened. The methods that give an answer are also
    questions of the catalogue, over the whole plain view; each row shows by `evidence` the
    statements that it was computed from.
    """

    @abstractmethod
    def _marked(self, asked: Callable[[Any], Answer]) -> WritableAnswer:
        """An answer, its rows marked where the graph has what possibly holds."""

    def network(
        self,
        *,
        relations: Iterable[str] = (),
        layers: Iterable[str] = (),
        weights: Mapping[str, float] | None = None,
        directed: bool = False,
        leaving_out: Iterable[str] = (),
    ) -> Network:
        """The things of the plain view and the statements that connect them; its `graph` is a
        MultiDiGraph of networkx, each edge a statement.

        `relations`: properties that count, by local name; else all that the ontology has of things
        and their connections. `layers` opens further ones, such as "doubtful". `weights`: by
        property, above 0 and at most 1, which it is for the others. `directed`: statements lead
        from subject to value only. `leaving_out`: classes whose members are no nodes, such as
        "Concept". A statement that only repeats a narrower one does not count beside it. Raises
        UnknownName, UnknownLayer, WrongWeight.

        >>> network = kg.network(relations=["offers"])
        >>> len(network.between(kg.entity("蚂蚁集团"), kg.entity("花呗")))
        1
        """
        from finkg.analysis.projection import PLAIN, Projection, network

        possible = (Layer.POSSIBLE,) if self.scenario.possible else ()
        opened = (*PLAIN, *possible, *map(Layer.named, layers))
        projection = Projection(
            tuple(dict.fromkeys(opened)),
            frozenset(map(self.property_named, relations)),
            {self.property_named(name): value for name, value in (weights or {}).items()},
            directed,
            frozenset(map(self.class_named, leaving_out)),
        )
        return network(self.snapshot, projection)

    def path(
        self,
        start: str,
        end: str,
        *,
        most: int = 3,
        through: Iterable[str] = (),
        via: Iterable[str] = (),
        hubs: bool = False,
        relations: Iterable[str] = (),
        layers: Iterable[str] = (),
    ) -> WritableAnswer:
        """How two things are connected: the cheapest paths, at most so many, a row each statement
        that a step rests on. Where there is none, `remark` says why.

        A step costs 1 + 0.4 (log2 a + log2 b), where `a` and `b` things stand in the same relation
        with its ends (after Himmelstein and Baranzini 2015); the paths are found by the algorithm
        of Yen (1971). Each path passes what is `through`, in that order. Other hubs stand on none,
        unless `hubs` opens them: concepts that more than twice as many things touch as touch one on
        average, and whatever half of all touches, ten things at least. `via`: only things of these
        classes stand between, such as "Product".
        `relations` and `layers` as of `network`. Raises UnknownName, AmbiguousName, UnknownLayer.

        >>> answer = kg.path("微众银行", "花呗", most=1)
        >>> [answer.text(row[5], "zh") for row in answer.rows]
        ['微粒贷', '征信数据', '花呗']
        """
        passed, classes = [*through], [*via]
        counted, opened = [*relations], [*layers]

        def made(kg: Analysed) -> Made:
            from finkg.catalogue.analyses.connections import connections

            network = kg.network(relations=counted, layers=opened)
            return connections(
                network,
                kg.snapshot,
                kg.entity(start),
                kg.entity(end),
                most=most,
                through=[*map(kg.entity, passed)],
                via=[*map(kg.class_named, classes)],
                open_hubs=hubs,
            )

        return self._answered("connections", made, start=start, end=end)

    def bridges(self, one: str, other: str, *, most: int = 10) -> WritableAnswer:
        """What stands between two cases, that most of the cheapest paths run through first.

        A case is a thing with what it is directly connected with, but for hubs and for what both
        have. The share is the betweenness of Brandes (2008) between the members of both. Raises
        UnknownName, AmbiguousName.

        >>> answer = kg.bridges("蚂蚁集团", "微众银行", most=1)
        >>> answer.text(answer.rows[0][0], "zh")
        '网商银行'
        """

        def made(kg: Analysed) -> Made:
            from finkg.catalogue.analyses.between import between

            ends = kg.entity(one), kg.entity(other)
            return between(kg.network(), kg.snapshot, *ends, most=most)

        return self._answered("bridges", made, one=one, other=other)

    def central(
        self, by: str = "betweenness", *, most: int = 20, seed: int = 0, **projection: Any
    ) -> WritableAnswer:
        """The most central things, by "degree" (Freeman 1978), "betweenness" (Brandes 2001) or
        "pagerank" (Brin and Page 1998).

        Of more than 1,000 things betweenness is estimated from 200 of them, drawn with the seed.
        Further arguments are those of `network`. Raises UnknownMeasure.

        >>> answer = kg.central("pagerank", most=2)
        >>> [answer.text(row[1], "en") for row in answer.rows]
        ['Ant Group', 'Lufax']
        """

        def made(kg: Analysed) -> Made:
            from finkg.analysis.centrality import Measure
            from finkg.catalogue.analyses.central import central

            measure = Measure.named(by)
            return central(kg.network(**projection), measure, most=most, seed=seed)

        return self._answered("central-entities", made)

    def communities(
        self,
        member: str | None = None,
        *,
        resolution: float = 1,
        seed: int = 0,
        **projection: Any,
    ) -> WritableAnswer:
        """The communities of the network, or that of one member, the largest first.

        By the method of Louvain (Blondel and others 2008), each community connected inside (Traag
        and others 2019); above a `resolution` of 1 they are smaller. The same seed gives the same
        ones, in any process. Further arguments are those of `network`; concepts are left out unless
        `leaving_out` says otherwise. Raises UnknownName, AmbiguousName.

        >>> answer = kg.communities("花呗")
        >>> [answer.text(cell, "zh") for cell in answer.rows[0][:3]]
        ['花呗', '借呗', '微粒贷']
        """
        projection.setdefault("leaving_out", ("Concept",))

        def made(kg: Analysed) -> Made:
            from finkg.catalogue.analyses.cases import cases

            only = kg.entity(member) if member else None
            network = kg.network(**projection)
            return cases(network, kg.snapshot, only, resolution=resolution, seed=seed)

        return self._answered("communities", made, **({"member": member} if member else {}))

    def community(
        self, of: str, *, resolution: float = 1, seed: int = 0, **projection: Any
    ) -> WritableAnswer:
        """The members of the community of a thing, and with how many of the others each is
        connected; as `communities`.

        >>> answer = kg.community("微众银行")
        >>> answer.text(answer.rows[0][0], "en"), len(answer)
        ('WeBank', 14)
        """
        projection.setdefault("leaving_out", ("Concept",))

        def made(kg: Analysed) -> Made:
            from finkg.catalogue.analyses.members import members

            network = kg.network(**projection)
            return members(network, kg.entity(of), resolution=resolution, seed=seed)

        return self._answered("community-members", made, of=of)

    def similar(self, product: str | None = None, *, most: int = 3) -> WritableAnswer:
        """To each product, or to one, those under the most similar regulation.

        The regulations and regulatory events that affected both or have both within scope, by those
        of either (Jaccard 1912), from 0 to 1. Raises UnknownName, AmbiguousName.

        >>> answer = kg.similar("花呗", most=1)
        >>> [answer.text(cell, "en") for cell in answer.rows[0][:3]]
        ['Huabei', 'Jiebei', '0.7692']
        """

        def made(kg: Analysed) -> Made:
            from finkg.catalogue.analyses.alike import alike, of_products

            only = [kg.entity(product)] if product else None
            return alike(of_products(kg.network(relations=REACHING), kg.snapshot), only, most)

        return self._answered("similar-products", made, **({"product": product} if product else {}))

    def class_named(self, name: str) -> NamedNode:
        """The class of this local name or label. Raises UnknownName.

        >>> kg.class_named("产品") == kg.class_named("Product")
        True
        """
        quads = self.snapshot.store.quads_for_pattern(None, TYPE, OWL_CLASS, None)
        classes = sorted({q.subject for q in quads if isinstance(q.subject, NamedNode)}, key=str)
        for cls in classes:
            words = {local_name(cls), *self.names.labels(cls)}
            if name.removeprefix("fk:") in words:
                return cls
        raise UnknownName(_CLASS, name, nearest(name, sorted(map(local_name, classes))))

    def _answered(
        self, question: str, made: Callable[[Analysed], Made], **given: str
    ) -> WritableAnswer:
        """What was made, under the headings of our question of this kind."""
        from finkg.catalogue.ask import made_answer
        from finkg.catalogue.catalogue import Catalogue

        ours = Catalogue().question(question)
        return self._marked(lambda kg: made_answer(ours, made(kg), kg.snapshot, kg.names, given))


#: What tells the regulation that a thing is under.
REACHING: Final = ("withinScopeOf", "affectedBy", "directlyAffectedBy")
