"""Whether what a table brings is there already."""

from lacplan.model.comment import Comment


def is_known(comment: Comment, first: Comment, now: Comment) -> bool:
    """Tell whether *comment* says what stands there, whenever and however it came.

    Args:
        comment: What a table brings.
        first: The comment of that id as it came in.
        now: As it reads after all that amends it; an export has it so, without the text of one that
            is moderated.
    """
    said = _words(comment)
    if said in (_words(first), _words(now)):
        return True
    return now.moderated is not None and said == _words(now._replace(text="", proposed=None))


def _words(comment: Comment) -> Comment:
    """Return *comment* without what is not its author's."""
    return comment._replace(received="", late=False, channel="", withdrawn=False, moderated=None)
