"""SPARQL-based constraints (SHACL section 5): the author's SELECT, run for all focus nodes at once.

Section 5.3.1 evaluates the query once for each focus node with `$this` bound before. Here the focus
nodes are joined in at the beginning of its WHERE clause, so one run answers for all. Both agree
where `$this` is used in the outermost group or bound by a pattern of the group that uses it.
"""

from __future__ import annotations

import re
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from finkg.build.shacl.graph import ShapesGraph, Term
from finkg.build.shacl.scope import Scope
from finkg.errors import DefinitionProblem, QueryProblem, QueryRefused
from finkg.store.sparql import admit
from finkg.store.view import syntax_error

#: Strings, IRIs, comments and prefixed names: a word or brace in them is no part of the structure.
_OPAQUE: Final = re.compile(
    r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""|"(?:[^"\\\n]|\\.)*"|'
    r"'''(?:'{0,2}(?:[^'\\]|\\.))*'''|'(?:[^'\\\n]|\\.)*'|"
    r"<[^<>{}\s]*>|#[^\n]*|[\w.-]*:[\w:%.-]*",
    re.DOTALL,
)
#: What section 5.2.1 does not allow, what needs several graphs, and what is not once per node.
_REFUSED: Final = re.compile(
    r"(?<![\w?$])(?:MINUS|SERVICE|VALUES|GRAPH|FROM|LIMIT|OFFSET)\b|[?$](?:PATH|failure)\b",
    re.IGNORECASE,
)


def sparql_query(graph: ShapesGraph, node: Term, scope: Scope) -> tuple[str, list[str]]:
    """The query of a value of sh:sparql over a scope, and the names of the variables it projects.

    Raises DefinitionProblem.
    """
    text = graph.value(node, "select")
    if not isinstance(text, Literal):
        raise graph.problem(node, "sh:sparql 须有 sh:select", "sh:sparql needs a sh:select")
    query = _prologue(graph, node) + _focused(graph, node, text.value, scope)
    try:
        admit(query)
        result = Store().query(query)
    except QueryRefused as error:
        raise _problem(graph, node, error) from None
    except SyntaxError as error:
        raise _problem(graph, node, syntax_error(str(error), query)) from None
    names = [v.value for v in result.variables] if isinstance(result, QuerySolutions) else []
    if "this" not in names:
        raise graph.problem(node, "须 SELECT $this", "must SELECT $this")
    return query, names


def _problem(graph: ShapesGraph, node: Term, error: QueryProblem) -> DefinitionProblem:
    return graph.problem(node, error.message("zh").rstrip("。"), error.message("en").rstrip("."))


def _prologue(graph: ShapesGraph, node: Term) -> str:
    """The declared prefixes (section 5.2.1)."""
    declared = {
        declaration
        for prefixes in graph.values(node, "prefixes")
        for ontology in graph.imported(prefixes)
        for declaration in graph.values(ontology, "declare")
    }
    lines = []
    for declaration in declared:
        prefix, namespace = (graph.value(declaration, n) for n in ("prefix", "namespace"))
        if not isinstance(prefix, Literal) or not isinstance(namespace, Literal):
            raise graph.problem(declaration, "前缀声明不完整", "a prefix declaration is incomplete")
        lines.append(f"PREFIX {prefix.value}: {NamedNode(namespace.value)}\n")
    return "".join(sorted(lines))


def _focused(graph: ShapesGraph, node: Term, query: str, scope: Scope) -> str:
    """The query with the scope joined in behind the brace that opens its WHERE clause."""
    structure = _OPAQUE.sub(lambda m: " " * len(m[0]), query)
    refused = _REFUSED.search(structure)
    if refused:
        raise graph.unsupported(node, f"sh:select … {refused[0]}")
    brace = structure.find("{") + 1
    name = "?this" if scope.node == "?this" else f"({scope.node} AS ?this)"
    focus = f" {{ SELECT DISTINCT {name} WHERE {{ {scope.pattern} }} }} "
    return query[:brace] + focus + query[brace:]
