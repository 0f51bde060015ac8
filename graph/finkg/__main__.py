"""python -m finkg: the same as the command."""

from finkg.cli import main

main()
