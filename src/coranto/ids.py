"""Ids are hashes over a canonical encoding of content: two runs, and two machines, agree."""

from __future__ import annotations

import hashlib
import json


def content_id(prefix: str, *parts: object) -> str:
    """Return ``prefix-`` and 12 hexadecimal digits of SHA-256 over ``parts`` as canonical JSON.

    ``parts`` are strings, numbers, ``None`` or lists and tuples of them. JSON
    keeps the parts apart, so ("ab", "c") and ("a", "bc") never share an id.
    """
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(canonical.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
