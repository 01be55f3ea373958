"""The options that say one thing of a comment each, shared by ``add`` and ``amend``."""

from typing import Annotated

import typer

Item = Annotated[
    str | None, typer.Option(help="What it is about: an id, a code or a title.", metavar="ITEM")
]
Field = Annotated[str | None, typer.Option(help="Which of its fields.", metavar="FIELD")]
Quote = Annotated[str | None, typer.Option(help="The words that are meant.", metavar="TEXT")]
Position = Annotated[
    str | None,
    typer.Option(help="support, support-with-change, oppose or neutral.", metavar="WORD"),
]
Type = Annotated[
    str | None,
    typer.Option(help="ge (general), te (technical) or ed (editorial).", metavar="WORD"),
]
Language = Annotated[
    str | None, typer.Option(help="The language of the text (BCP 47).", metavar="TAG")
]
Stakeholder = Annotated[
    str | None, typer.Option(help="The stakeholder group, or a constituency.", metavar="WORD")
]
Country = Annotated[
    str | None, typer.Option(help="ISO 3166-1 alpha-2, or its name.", metavar="CODE")
]
