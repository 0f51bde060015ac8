"""The store: layers of a graph on disk or in memory, written once and then only read."""
