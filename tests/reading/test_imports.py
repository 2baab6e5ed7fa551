"""What is slow to import is imported only by what needs it."""

from __future__ import annotations

import subprocess
import sys


def test_reading_does_not_import_what_only_pages_need() -> None:
    code = (
        "import sys, coranto.reading; slow = {'trafilatura', 'htmldate', 'ftfy'}; "
        "print(*sorted(slow & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == ""
