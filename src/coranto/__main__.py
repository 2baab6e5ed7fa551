"""``python -m coranto``: the command line where the ``coranto`` command is not on the path."""

from coranto.cli import main

main()
