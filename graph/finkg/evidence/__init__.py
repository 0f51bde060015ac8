"""Claims and what they rest on: pure ideas, no files, no store."""
