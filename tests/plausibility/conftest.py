"""The tests of the rules against whole texts share two programs of this folder."""

from __future__ import annotations

import sys
from pathlib import Path

# Programs of this folder, not an installed package.
sys.path.insert(0, str(Path(__file__).parent))
