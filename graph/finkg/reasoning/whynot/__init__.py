"""Why not: which rule came nearest to a statement that a graph does not have, and what it lacks."""
