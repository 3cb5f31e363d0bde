"""Whether text in one colour can be seen on another.

Contrast is WCAG 2.2's ratio of relative luminances (1 to 21). Below 1.5 nobody reads the text on paper; honest
designs stay above 2 even for the palest grey. An unknown background (a picture, a gradient) hides nothing.
"""

import re

Colour = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
LEAST_CONTRAST = 1.5
SMALLEST = 3.0
"""Points. Smaller type is a hairline, not text; the smallest honest print seen is 5."""

_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?:[0-9a-fA-F]{2})?$")
# Names of CSS near white, which serve to hide, and all names of Word's highlighters.
_NAMES = {
    "white": WHITE,
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245),
    "floralwhite": (255, 250, 240),
    "mintcream": (245, 255, 250),
    "azure": (240, 255, 255),
    "aliceblue": (240, 248, 255),
    "seashell": (255, 245, 238),
    "honeydew": (240, 255, 240),
    "lavenderblush": (255, 240, 245),
    "black": BLACK,
    "blue": (0, 0, 255),
    "cyan": (0, 255, 255),
    "green": (0, 255, 0),  # Word's; in CSS it is half as bright, and both can be seen on white and black
    "magenta": (255, 0, 255),
    "red": (255, 0, 0),
    "yellow": (255, 255, 0),
    "darkblue": (0, 0, 128),
    "darkcyan": (0, 128, 128),
    "darkgreen": (0, 128, 0),
    "darkmagenta": (128, 0, 128),
    "darkred": (128, 0, 0),
    "darkyellow": (128, 128, 0),
    "darkgray": (128, 128, 128),
    "lightgray": (192, 192, 192),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "silver": (192, 192, 192),
    "navy": (0, 0, 128),
}


def colour_of(text: str) -> Colour | None:
    """``FFFFFF``, ``#fff`` or a name; None when it says nothing (``auto``, ``inherit``)."""
    found = _HEX.match(text.strip())
    if not found:
        return _NAMES.get(text.strip().lower())
    digits = found[1] if len(found[1]) == 6 else "".join(d * 2 for d in found[1])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2.2 contrast ratio, 1 (same) to 21 (black on white)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def unseen(text: Colour | None, background: Colour | None) -> bool:
    """Whether nobody can tell the text from what is behind it."""
    return text is not None and background is not None and contrast(text, background) < LEAST_CONTRAST


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if (c := v / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for v in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
