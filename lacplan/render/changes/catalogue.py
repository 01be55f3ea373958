"""What a change log says in its own voice, in the four languages of `lacplan.render.catalogue`."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from lacplan.diff.change import Change, Class, Kind
from lacplan.diff.chart import Fate
from lacplan.model.date import PartialDate
from lacplan.model.encode import Json
from lacplan.model.fields import STATUSES
from lacplan.model.plan import Plan
from lacplan.render import catalogue
from lacplan.render.alignment import meanings
from lacplan.render.catalogue import Catalogue
from lacplan.render.changes.names import Names
from lacplan.render.changes.voice import Plain, field_of

_WORDS = {
    # the page
    "changes from": (
        "Changes from {} to {}",
        "Cambios de {} a {}",
        "Mudanças de {} para {}",
        "Changements de {} à {}",
    ),
    "the plan itself": (
        "The plan itself",
        "El plan en sí",
        "O plano em si",
        "Le plan lui-même",
    ),
    "none": (
        "Nothing changed.",
        "No hay cambios.",
        "Não há mudanças.",
        "Aucun changement.",
    ),
    "first version": (
        "The first version.",
        "La primera versión.",
        "A primeira versão.",
        "La première version.",
    ),
    "more": ("… and {} more", "… y {} más", "… e mais {}", "… et {} de plus"),
    "explained": (
        "Words struck out are gone, underlined ones are new. The code after a change names it, so "
        "that a decision can quote it. Editorial changes, such as order, numbering, punctuation or "
        "notes, stand at the end of each section.",
        "Las palabras tachadas se eliminaron, las subrayadas son nuevas. El código que sigue a un "
        "cambio lo identifica, para que una decisión pueda citarlo. Los cambios editoriales, como "
        "orden, numeración, puntuación o notas, van al final de cada sección.",
        "As palavras riscadas saíram, as sublinhadas são novas. O código que segue uma mudança a "
        "identifica, para que uma decisão possa citá-la. As mudanças editoriais, como ordem, "
        "numeração, pontuação ou notas, ficam no fim de cada seção.",
        "Les mots barrés ont disparu, les mots soulignés sont nouveaux. Le code qui suit un "
        "changement le désigne, afin qu’une décision puisse le citer. Les changements de forme, "
        "tels que l’ordre, la numérotation, la ponctuation ou les notes, se trouvent à la fin de "
        "chaque section.",
    ),
    "editorial": (
        "Editorial changes",
        "Cambios editoriales",
        "Mudanças editoriais",
        "Changements de forme",
    ),
    "before": ("Before:", "Antes:", "Antes:", "Avant :"),
    "after": ("After:", "Después:", "Depois:", "Après :"),
    # what happened
    "added": ("Added: {}", "Agregado: {}", "Acrescentado: {}", "Ajouté : {}"),
    "removed": ("Removed: {}", "Eliminado: {}", "Retirado: {}", "Supprimé : {}"),
    "under": ("{}, under {}", "{}, en {}", "{}, em {}", "{}, sous {}"),
    "moved": (
        "Moved from {} to {}",
        "Trasladado de {} a {}",
        "Transferido de {} para {}",
        "Déplacé de {} à {}",
    ),
    "the top": ("the top level", "el primer nivel", "o primeiro nível", "le premier niveau"),
    "now after": (
        "Now after {}",
        "Ahora después de {}",
        "Agora depois de {}",
        "Désormais après {}",
    ),
    "now first": (
        "Now first",
        "Ahora en primer lugar",
        "Agora em primeiro lugar",
        "Désormais premier",
    ),
    "split off": (
        "Split from {}, which stays",
        "Separado de {}, que se mantiene",
        "Separado de {}, que se mantém",
        "Issu de la division de {}, qui est maintenu",
    ),
    "rest": (
        "Split from {}; the rest of it is {}",
        "Separado de {}; el resto está en {}",
        "Separado de {}; o resto está em {}",
        "Issu de la division de {} ; le reste se trouve dans {}",
    ),
    "takes in": ("Takes in {}", "Incorpora {}", "Incorpora {}", "Intègre {}"),
    "merged": ("Merged from {}", "Reúne {}", "Reúne {}", "Réunit {}"),
    "lost": (
        "Not carried on: {}",
        "Sin continuidad: {}",
        "Sem continuidade: {}",
        "Non repris : {}",
    ),
    "became": (
        "{} became {}",
        "Renumerado: {} → {}",
        "Renumerado: {} → {}",
        "Renuméroté : {} → {}",
    ),
    "to": ("{} to {}", "{} a {}", "{} a {}", "{} à {}"),
    "below": (
        "{}, with all that lies under it",
        "{}, con todo lo que está debajo",
        "{}, com tudo o que está abaixo",
        "{}, avec tout ce qui se trouve dessous",
    ),
    "order": (
        "another order: {}",
        "otro orden: {}",
        "outra ordem: {}",
        "un autre ordre : {}",
    ),
    "and": ("{} and {}", "{} y {}", "{} e {}", "{} et {}"),
    "others": ("{} more", "{} más", "mais {}", "{} autres"),
    # fields that the page has no word for
    "name": ("Name", "Nombre", "Nome", "Nom"),
    "language": ("Language", "Idioma", "Idioma", "Langue"),
    "levels": ("Levels", "Niveles", "Níveis", "Niveaux"),
    "frameworks": (
        "Frameworks",
        "Marcos de referencia",
        "Marcos de referência",
        "Cadres de référence",
    ),
    "format": ("Format", "Formato", "Formato", "Format"),
    "description": ("Description", "Descripción", "Descrição", "Description"),
    "indicators": ("Indicators", "Indicadores", "Indicadores", "Indicateurs"),
    "start": ("Start", "Inicio", "Início", "Début"),
    "end": ("End", "Fin", "Fim", "Fin"),
    "id": ("Identifier", "Identificador", "Identificador", "Identifiant"),
    # the chart
    "chart": (
        "From {} to {}: what became of each item",
        "De {} a {}: qué fue de cada elemento",
        "De {} a {}: o que foi feito de cada item",
        "De {} à {} : ce qu’est devenu chaque élément",
    ),
    "no lineage": (
        "Nothing ties the two plans: no id, no “replaces” and no likeness. What carries on what "
        "is not known.",
        "Nada une los dos planes: ningún id, ningún «replaces» y ningún parecido. No se sabe qué "
        "da continuidad a qué.",
        "Nada une os dois planos: nenhum id, nenhum “replaces” e nenhuma semelhança. Não se sabe o "
        "que dá continuidade a quê.",
        "Rien ne relie les deux plans : aucun id, aucun « replaces » et aucune ressemblance. On ne "
        "sait pas ce qui prend la suite de quoi.",
    ),
    "what became": (
        "What became of it",
        "Qué fue de él",
        "O que foi feito dele",
        "Ce qu’il est devenu",
    ),
    "new": ("new", "nuevo", "novo", "nouveau"),
    "not told": ("not told", "no se indica", "não indicado", "non indiqué"),
}
"""Each in the order of `lacplan.render.catalogue.LANGUAGES`."""

Counted = Kind | Class | Literal["change"]

_COUNTS: Mapping[Counted, tuple[tuple[str, str], ...]] = {
    "change": (
        ("{} change", "{} changes"),
        ("{} cambio", "{} cambios"),
        ("{} mudança", "{} mudanças"),
        ("{} changement", "{} changements"),
    ),
    Class.SUBSTANTIVE: (
        ("{} substantive", "{} substantive"),
        ("{} sustantivo", "{} sustantivos"),
        ("{} substantiva", "{} substantivas"),
        ("{} de fond", "{} de fond"),
    ),
    Class.EDITORIAL: (
        ("{} editorial", "{} editorial"),
        ("{} editorial", "{} editoriales"),
        ("{} editorial", "{} editoriais"),
        ("{} de forme", "{} de forme"),
    ),
    Kind.ADDED: (
        ("{} item added", "{} items added"),
        ("{} elemento agregado", "{} elementos agregados"),
        ("{} item acrescentado", "{} itens acrescentados"),
        ("{} élément ajouté", "{} éléments ajoutés"),
    ),
    Kind.REMOVED: (
        ("{} item removed", "{} items removed"),
        ("{} elemento eliminado", "{} elementos eliminados"),
        ("{} item retirado", "{} itens retirados"),
        ("{} élément supprimé", "{} éléments supprimés"),
    ),
    Kind.MOVED: (
        ("{} item moved", "{} items moved"),
        ("{} elemento trasladado", "{} elementos trasladados"),
        ("{} item transferido", "{} itens transferidos"),
        ("{} élément déplacé", "{} éléments déplacés"),
    ),
    Kind.REORDERED: (
        ("{} item in another order", "{} items in another order"),
        ("{} elemento en otro orden", "{} elementos en otro orden"),
        ("{} item em outra ordem", "{} itens em outra ordem"),
        ("{} élément dans un autre ordre", "{} éléments dans un autre ordre"),
    ),
    Kind.RENUMBERED: (
        ("{} item renumbered", "{} items renumbered"),
        ("{} elemento renumerado", "{} elementos renumerados"),
        ("{} item renumerado", "{} itens renumerados"),
        ("{} élément renuméroté", "{} éléments renumérotés"),
    ),
    Kind.RENAMED: (
        ("{} item with another id", "{} items with another id"),
        ("{} elemento con otro id", "{} elementos con otro id"),
        ("{} item com outro id", "{} itens com outro id"),
        ("{} élément avec un autre id", "{} éléments avec un autre id"),
    ),
    Kind.SPLIT: (
        ("{} item split off", "{} items split off"),
        ("{} elemento separado", "{} elementos separados"),
        ("{} item separado", "{} itens separados"),
        ("{} élément issu d’une division", "{} éléments issus d’une division"),
    ),
    Kind.MERGED: (
        ("{} item merged from several", "{} items merged from several"),
        ("{} elemento que reúne varios", "{} elementos que reúnen varios"),
        ("{} item que reúne vários", "{} itens que reúnem vários"),
        ("{} élément qui en réunit plusieurs", "{} éléments qui en réunissent plusieurs"),
    ),
    Kind.EDITED: (
        ("{} edit", "{} edits"),
        ("{} edición", "{} ediciones"),
        ("{} edição", "{} edições"),
        ("{} modification", "{} modifications"),
    ),
}
"""One and several, in the same order."""

_FATES = {
    Fate.KEPT: ("kept", "se mantiene", "mantido", "maintenu"),
    Fate.REWORDED: ("reworded", "con otra redacción", "com outra redação", "reformulé"),
    Fate.MOVED: ("moved", "trasladado", "transferido", "déplacé"),
    Fate.MERGED: ("merged into", "se reúne en", "reunido em", "réuni dans"),
    Fate.SPLIT: ("split into", "se divide en", "dividido em", "divisé en"),
    Fate.DROPPED: ("dropped", "se abandona", "abandonado", "abandonné"),
}


_MOST_NAMED = 6
"""How many items are named in a row."""


class Words:
    """What one page says in its own voice.

    Args:
        tag: BCP 47: the language of the plan.
    """

    def __init__(self, tag: str) -> None:
        self.page: Catalogue = catalogue.of(tag)

    def __getitem__(self, key: str) -> str:
        return _WORDS[key][self.page.column] if key in _WORDS else self.page[key]

    def field(self, key: str) -> str:
        """Return what a field is called; a field of the draft's own stands for itself."""
        return self[key] if key in _WORDS or field_of(key) else key

    def count(self, what: Counted, number: int) -> str:
        """Return such as “3 items added”."""
        one, several = _COUNTS[what][self.page.column]
        return (one if number == 1 else several).format(number)

    def summary(self, changes: Sequence[Change]) -> str:
        """Return such as “3 changes: 2 substantive and 1 editorial; 3 edits.”."""
        counts = Counter[Counted](change.kind for change in changes)
        counts.update(change.weight.cls for change in changes)
        classes, kinds = (
            [self.count(each, counts[each]) for each in all if counts[each]]
            for all in ((Class.SUBSTANTIVE, Class.EDITORIAL), Kind)
        )
        total = self.count("change", len(changes))
        return f"{total}{self.page.colon} {self.joined(classes)}; {self.joined(kinds)}."

    @property
    def arrow(self) -> str:
        """What leads from an old value to the new one, in the direction of reading."""
        return " \u200f← \u200f" if self.page.right_to_left else " → "

    def fate(self, fate: Fate) -> str:
        """Return what the chart says of an item."""
        return _FATES[fate][self.page.column]

    def lineage(self, change: Change, names: Names, said: Callable[[str], str]) -> str:
        """Return from what a split or merged item comes.

        Args:
            change: The split or merge.
            names: What the items of the two drafts are called.
            said: Makes such a name fit to be shown.
        """
        stays = isinstance(change.old, list) and change.item in change.old
        olds = names.old_labels(change.old, but=change.item if stays else None)
        told = self._named(map(said, olds))
        if change.kind is Kind.MERGED:
            return self["takes in" if stays else "merged"].format(told)
        heirs = change.new if isinstance(change.new, list) else []
        rest = [key for key in heirs if key != change.item]
        if rest == change.old:
            return self["split off"].format(told)
        return self["rest"].format(told, self._named(map(said, names.labels(rest))))

    def _named(self, labels: Iterable[str]) -> str:
        """Return names as people list them, not too many of them."""
        named = [*labels]
        if len(named) > _MOST_NAMED:
            others = self["others"].format(len(named) - _MOST_NAMED + 1)
            named = [*named[: _MOST_NAMED - 1], others]
        return self.joined(named)

    def joined(self, texts: Iterable[str]) -> str:
        """Return *texts* as people list them: “a, b and c”."""
        *most, last = [*texts] or [""]
        return self["and"].format(", ".join(most), last) if most else last


class Spoken(Plain):
    """Says values as the language of a page does, with what codes and ids stand for."""

    def __init__(self, words: Words, names: Names, old: Plan, new: Plan) -> None:
        self.words, self.names = words, names
        self.meanings = meanings(old) | meanings(new)
        self.old_name = old.name

    def date(self, text: str) -> str:
        """Return such as “August 2014”."""
        return self.words.page.date(PartialDate.parse(text))

    def number(self, text: str) -> str:
        """Return a number with the marks of the language."""
        return self.words.page.number(Decimal(text))

    def word(self, word: str) -> str:
        """Return the label of a stage or a status."""
        page = self.words.page
        return page.status(word) if word in STATUSES else page.stage(word)

    def country(self, code: str) -> str:
        """Return the name of a country."""
        return self.words.page.country(code)

    def alignment(self, reference: str) -> str:
        """Return such as “A healthy Internet ecosystem (icann-2012:D)”."""
        meaning = self.meanings.get(reference)
        return f"{meaning} ({reference})" if meaning else reference

    def item(self, reference: str) -> str:
        """Return the code and title of an item of the old draft."""
        plan, _, id = reference.rpartition("#")
        return self.names.old_label(id) if plan in ("", self.old_name) else reference

    def field(self, key: str) -> str:
        """Return what a field is called."""
        return self.words.field(key)

    def label(self, name: str) -> str:
        """Return the word that stands before a part of a value."""
        return self.words[name].lower()

    def time(self, start: Json, end: Json) -> str:
        """Return a stretch of time in words."""
        bounds = (PartialDate.parse(str(each)) if each else None for each in (start, end))
        return self.words.page.time(*bounds)
