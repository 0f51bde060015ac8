"""Analysis of the network that statements make: paths, centrality, communities, likeness, bridges.

Pure: what comes in are statements, what goes out are plain values that say on which statements they
rest. networkx and numpy are loaded by what needs them.
"""
