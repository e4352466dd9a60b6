"""`python -m measures_py` is the `measures` command."""

from measures_py.cli import main

raise SystemExit(main())
