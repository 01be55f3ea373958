"""Where the splice goes that puts one text in the place of another."""

from lacplan.document.empties import margin, missing_colon
from lacplan.document.entries import tail
from lacplan.document.line import column, line_end, next_line
from lacplan.document.marks import content_start, header
from lacplan.document.path import Step
from lacplan.document.scalars import Place, restyled, written
from lacplan.document.splice import Splice
from lacplan.document.tree import Alias, Document, Scalar
from lacplan.document.values import Bare


def replacement(
    document: Document, trail: list[Step], old: Scalar | Alias, value: str | Bare
) -> Splice:
    """Return the splice that puts *value* where *old* stands, in the style that it has.

    Args:
        document: The document; its text ends in a line end.
        trail: The steps down to *old*.
        old: What is replaced, except for its anchor.
        value: What takes its place.
    """
    text = document.text
    start, end = content_start(text, old), old.end
    new = _written(document, trail, old, value)
    rest = text[end : line_end(text, end)].rstrip(" \t")
    if start == end:
        new = f"{missing_colon(document, trail)} {new}"
        end += 0 if rest else line_end(text, end) - end
    if not _is_block(old) and new.lstrip(" ").startswith(("|", ">")):
        # The comment beside a text goes beside the header of the block that takes its place.
        head, *body = new.split(document.newline)
        new = document.newline.join([head + rest, *body])
        end = line_end(text, end)
    return Splice(start, end, new)


def _written(document: Document, trail: list[Step], old: Scalar | Alias, value: str | Bare) -> str:
    text = document.text
    start = content_start(text, old)
    if isinstance(value, Bare):
        comment = header(text, start).comment if _is_block(old) else ""
        return f"{value.text} {comment}".rstrip()
    in_brackets = any(step.holder.flow for step in trail)
    if isinstance(old, Alias):
        return written(value, in_brackets=in_brackets)
    edge = margin(text, trail[-1]) if trail else 0
    # A comment below it that is indented as deep as a block scalar would become part of that.
    is_free = tail(text, old.end, edge + 1) == next_line(text, old.end)
    place = Place(
        column=column(text, start) + (start == old.end),
        margin=edge,
        newline=document.newline,
        in_brackets=in_brackets,
        can_be_block=is_free and not in_brackets and not missing_colon(document, trail),
    )
    return restyled(old, text[start : old.end], value, place)


def _is_block(node: Scalar | Alias) -> bool:
    return isinstance(node, Scalar) and node.style in ("|", ">")
