"""The page's own words in four languages, and dates, numbers and countries as a language says them.

The words fall back to English. Dates, numbers and names of countries stand amid the plan's own
text, so they follow its language wherever CLDR knows it. The only door to babel.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from lacplan.model.date import PartialDate
from lacplan.model.fields import DEFAULT_LEVELS
from lacplan.model.plan import Budget, Level

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("en", "es", "pt", "fr")

_WORDS = {
    # the page
    "stage": ("Stage", "Etapa", "Etapa", "Étape"),
    "period": ("Period", "Período", "Período", "Période"),
    "organization": ("Organization", "Organización", "Organização", "Organisation"),
    "version": ("Version", "Versión", "Versão", "Version"),
    "working draft": (
        "working draft",
        "borrador de trabajo",
        "rascunho de trabalho",
        "projet de travail",
    ),
    "contents": ("Contents", "Contenido", "Sumário", "Sommaire"),
    "summary": ("Summary", "Resumen", "Resumo", "Résumé"),
    "vision": ("Vision", "Visión", "Visão", "Vision"),
    "mission": ("Mission", "Misión", "Missão", "Mission"),
    "values": ("Values", "Valores", "Valores", "Valeurs"),
    "alignment": ("Alignment", "Alineación", "Alinhamento", "Alignement"),
    "no alignment": (
        "Nothing in the plan aligns with it.",
        "Nada en el plan se alinea con él.",
        "Nada no plano se alinha com ele.",
        "Rien dans le plan ne s’y aligne.",
    ),
    "timetable": ("Timetable", "Calendario", "Cronograma", "Calendrier"),
    "sources": ("Sources", "Fuentes", "Fontes", "Sources"),
    "further": ("Further details", "Otros datos", "Outros dados", "Autres données"),
    "made": (
        "Made from {ref}, SHA-256 digest {digest}.",
        "Generado a partir de {ref}, huella SHA-256 {digest}.",
        "Gerado a partir de {ref}, resumo SHA-256 {digest}.",
        "Produit à partir de {ref}, empreinte SHA-256 {digest}.",
    ),
    # an item
    "code": ("Code", "Código", "Código", "Code"),
    "title": ("Title", "Título", "Título", "Titre"),
    "items": ("Aligned with it", "Se alinean", "Alinham-se", "Alignés"),
    "rationale": ("Rationale", "Fundamentos", "Justificativa", "Justification"),
    "opportunities": ("Opportunities", "Oportunidades", "Oportunidades", "Opportunités"),
    "challenges": ("Challenges", "Desafíos", "Desafios", "Défis"),
    "notes": ("Notes", "Notas", "Notas", "Notes"),
    "lead": ("Lead", "Responsable", "Responsável", "Responsable"),
    "status": ("Status", "Estado", "Situação", "État"),
    "partners": ("Partners", "Socios", "Parceiros", "Partenaires"),
    "stakeholders": (
        "Stakeholders",
        "Partes interesadas",
        "Partes interessadas",
        "Parties prenantes",
    ),
    "countries": ("Countries", "Países", "Países", "Pays"),
    "budget": ("Budget", "Presupuesto", "Orçamento", "Budget"),
    "aligns": ("Aligns with", "Se alinea con", "Alinha-se com", "S’aligne sur"),
    "replaces": ("Carries on", "Da continuidad a", "Dá continuidade a", "Prend la suite de"),
    "tags": ("Tags", "Etiquetas", "Etiquetas", "Étiquettes"),
    # an indicator
    "indicator": ("Indicator", "Indicador", "Indicador", "Indicateur"),
    "unit": ("Unit", "Unidad", "Unidade", "Unité"),
    "baseline": ("Baseline", "Línea de base", "Linha de base", "Valeur de départ"),
    "target": ("Target", "Meta", "Meta", "Cible"),
    "due": ("Due", "Plazo", "Prazo", "Échéance"),
    "verification": ("Verification", "Verificación", "Verificação", "Vérification"),
    "measurements": ("Measurements", "Mediciones", "Medições", "Mesures"),
    "actual": ("Actual", "Real", "Realizado", "Réel"),
    # stretches of time
    "from": ("from {}", "inicio: {}", "início: {}", "début : {}"),
    "until": ("until {}", "fin: {}", "fim: {}", "fin : {}"),
    "begins": ("begins", "inicio", "início", "début"),
    "ends": ("ends", "fin", "fim", "fin"),
}
"""Each in the order of ``LANGUAGES``."""

_STAGES = {
    "draft": ("Draft", "Borrador", "Rascunho", "Projet"),
    "consultation": ("In consultation", "En consulta", "Em consulta", "En consultation"),
    "final": ("Final", "Final", "Final", "Final"),
    "superseded": ("Superseded", "Reemplazado", "Substituído", "Remplacé"),
}

_STATUSES = {
    "proposed": ("proposed", "propuesto", "proposto", "proposé"),
    "planned": ("planned", "planificado", "planejado", "prévu"),
    "active": ("active", "en curso", "em andamento", "en cours"),
    "done": ("done", "concluido", "concluído", "achevé"),
    "on-hold": ("on hold", "en pausa", "em pausa", "en suspens"),
    "dropped": ("dropped", "descartado", "descartado", "abandonné"),
}

_LEVELS = (
    ("Area", "Área", "Área", "Domaine"),
    ("Objective", "Objetivo", "Objetivo", "Objectif"),
    ("Project", "Proyecto", "Projeto", "Projet"),
)
"""What the levels are called of a plan that says nothing about them."""

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""The languages written from right to left by CLDR 47, but for a few small ones."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one page says in its own voice."""

    tag: str
    """BCP 47: the language of the plan."""

    column: int
    """Where in ``LANGUAGES`` its words stand."""

    def __getitem__(self, key: str) -> str:
        return _WORDS[key][self.column]

    def stage(self, word: str) -> str:
        """Return the label of a stage; a word that is not one stands for itself."""
        return _STAGES[word][self.column] if word in _STAGES else word

    def status(self, word: str) -> str:
        """Return the label of a status; a word that is not one stands for itself."""
        return _STATUSES[word][self.column] if word in _STATUSES else word

    def labels(self, levels: tuple[Level, ...]) -> tuple[str, ...]:
        """Return what an item of each of *levels* is called, as the plan says or leaves open."""
        if levels == DEFAULT_LEVELS:
            return tuple(label[self.column] for label in _LEVELS)
        return tuple(level.label for level in levels)

    def date(self, date: PartialDate) -> str:
        """Return *date* in words, as precise as it was written: ``agosto de 2014``."""
        return _date(self.tag, date)

    def time(self, start: PartialDate | None, end: PartialDate | None) -> str:
        """Return a stretch of time whose bounds may be open; the empty text where both are."""
        if start and end:
            return self.date(start) if start == end else f"{self.date(start)} – {self.date(end)}"
        if start:
            return self["from"].format(self.date(start))
        return self["until"].format(self.date(end)) if end else ""

    def number(self, number: Decimal | None) -> str:
        """Return *number* with all its digits; the empty text where there is none."""
        return "" if number is None else _number(self.tag, number)

    def money(self, budget: Budget) -> str:
        """Return a sum with its currency's code: a sign such as ``$`` means many currencies."""
        parts = (self.number(budget.amount), budget.currency or "")
        return " ".join(part for part in parts if part)

    def country(self, code: str) -> str:
        """Return the name of a country or an area; a code that is not known stands for itself."""
        names: Mapping[str, str] = _locale(self.tag).territories
        return names.get(code, code)

    def language(self, tag: str) -> str:
        """Return the name of a language; a tag that is not known stands for itself."""
        names: Mapping[str, str] = _locale(self.tag).languages
        return names.get(tag, tag)

    @property
    def colon(self) -> str:
        """The colon behind a label: French has a space before it."""
        return " :" if LANGUAGES[self.column] == "fr" else ":"

    @property
    def right_to_left(self) -> bool:
        """Whether the plan's language is written from right to left."""
        return self.tag.split("-")[0].lower() in _RIGHT_TO_LEFT


def of(tag: str) -> Catalogue:
    """Return what a page says whose plan is written in the language *tag* (BCP 47)."""
    language = tag.split("-")[0].lower()
    return Catalogue(tag, LANGUAGES.index(language) if language in LANGUAGES else 0)


@lru_cache(maxsize=64)
def _locale(tag: str) -> "Locale":
    """Return what CLDR knows of *tag*, or of the longest beginning of it that it knows.

    Source: RFC 4647, section 3.4 (lookup). A language without names of months is not known.
    """
    from babel import Locale
    from babel.core import UnknownLocaleError

    subtags = tag.split("-")
    for length in range(len(subtags), 0, -1):
        try:
            found = Locale.parse("-".join(subtags[:length]), sep="-")
        except (ValueError, UnknownLocaleError):
            continue
        if found.months["format"]["wide"][1] != "M01":
            return found
    return Locale("en")


@lru_cache(maxsize=4096)
def _date(tag: str, date: PartialDate) -> str:
    from babel.dates import format_date, format_skeleton

    if date.day:
        return format_date(date.first, "long", locale=_locale(tag))
    skeleton = "yMMMM" if date.month else "y"
    return format_skeleton(skeleton, date.first, locale=_locale(tag))


@lru_cache(maxsize=4096)
def _number(tag: str, number: Decimal) -> str:
    from babel.numbers import format_decimal

    number = abs(number) if number == 0 else number  # a cache takes -0 and 0 for one
    return format_decimal(number, locale=_locale(tag), decimal_quantization=False)
