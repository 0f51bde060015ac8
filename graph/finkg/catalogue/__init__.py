"""Named questions: the file, its parameters, its answer."""
