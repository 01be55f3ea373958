"""What a move or a removal takes along."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lacplan.edit.places import Place, Places


def along(places: "Places", place: "Place") -> str:
    """Return such as " with 3 items and 1 indicator under it"; nothing where there are none."""
    under = places.under(place)
    indicators = sum(each.level is None for each in under)
    counts = ((len(under) - indicators, "item"), (indicators, "indicator"))
    told = [f"{number:,} {word}{'s' * (number != 1)}" for number, word in counts if number]
    return f" with {' and '.join(told)} under it" if told else ""
