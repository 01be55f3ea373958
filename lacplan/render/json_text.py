"""JSON as it may stand on a terminal and in any encoder."""

import re

_INVISIBLE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON allows in a string as it stands, and a terminal or an encoder would stumble over."""


def escaped(text: str) -> str:
    """Return JSON with everything invisible in its strings as escapes."""
    return _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
