"""What pages on a plan's community say in their own voice, in four languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lacplan.consult.balance import ELSEWHERE, Balance, Verdict, share
from lacplan.model.encode import decimal_text
from lacplan.render import catalogue
from lacplan.render.catalogue import Catalogue
from lacplan.vocab.stakeholders import STAKEHOLDERS

_WORDS = {
    # the balance
    "balance": (
        "Balance of the group",
        "Equilibrio del grupo",
        "Equilíbrio do grupo",
        "Équilibre du groupe",
    ),
    "on": ("On {}", "Al {}", "Em {}", "Au {}"),
    "members": ("Members", "Integrantes", "Membros", "Membres"),
    "contributors": ("Contributors", "Aportantes", "Contribuintes", "Contributeurs"),
    "commenters": ("Commenters", "Comentaristas", "Comentaristas", "Commentateurs"),
    "accepted": (
        "Accepted comments",
        "Comentarios aceptados",
        "Comentários aceitos",
        "Commentaires acceptés",
    ),
    "stakeholder": (
        "Stakeholder group",
        "Grupo de interés",
        "Grupo de interesse",
        "Groupe de parties prenantes",
    ),
    "subregion": ("Subregion", "Subregión", "Sub-região", "Sous-région"),
    "country": ("Country", "País", "País", "Pays"),
    "language": ("Language", "Idioma", "Idioma", "Langue"),
    "all": ("All", "Total", "Total", "Total"),
    "unknown": ("Not known", "Se desconoce", "Não se sabe", "Non connu"),
    ELSEWHERE: ("Elsewhere", "Otras regiones", "Outras regiões", "Ailleurs"),
    "targets": ("Targets", "Metas", "Metas", "Cibles"),
    "target": ("Target", "Meta", "Meta", "Cible"),
    "asked": ("Asked", "Se pide", "Pede-se", "Demandé"),
    "have": ("There are", "Hay", "Há", "Il y a"),
    "result": ("Result", "Resultado", "Resultado", "Résultat"),
    "min": ("at least {}", "al menos {}", "ao menos {}", "au moins {}"),
    "max-share": ("at most {} %", "a lo sumo {} %", "no máximo {} %", "au plus {} %"),
    "met": ("✔ met", "✔ cumplida", "✔ cumprida", "✔ atteinte"),
    "missed": ("✖ missed", "✖ no cumplida", "✖ não cumprida", "✖ manquée"),
    "unclear": (
        "? can’t be told ({} not known)",
        "? no se puede decir (desconocidos: {})",
        "? não se pode dizer (desconhecidos: {})",
        "? indécis (non connus : {})",
    ),
    "no targets": (
        "The charter sets no targets.",
        "El mandato no fija metas.",
        "O mandato não fixa metas.",
        "Le mandat ne fixe pas de cibles.",
    ),
    "every": (
        "{}: all, the nearest being {}",
        "{}: todos; el más justo: {}",
        "{}: todos; o mais justo: {}",
        "{} : tous ; au plus juste : {}",
    ),
    "empty": ("Empty places", "Lugares vacíos", "Lugares vazios", "Places vides"),
    "nobody": (
        "No member from: {}.",
        "Sin integrantes de: {}.",
        "Sem membros de: {}.",
        "Aucun membre de : {}.",
    ),
    "nobody from both": (
        "No member from both: {}.",
        "Sin integrantes de ambos: {}.",
        "Sem membros de ambos: {}.",
        "Aucun membre à la fois de : {}.",
    ),
    "full": (
        "Every stakeholder group and subregion has a member.",
        "Todos los grupos de interés y subregiones tienen integrantes.",
        "Todos os grupos de interesse e sub-regiões têm membros.",
        "Chaque groupe et chaque sous-région a un membre.",
    ),
    "cross": (
        "Stakeholder groups by subregion: {}",
        "Grupos de interés por subregión: {}",
        "Grupos de interesse por sub-região: {}",
        "Groupes par sous-région : {}",
    ),
    "hidden": (
        "×: not shown, since fewer than 5 people could be recognised, there or from the totals.",
        "×: no se muestra, pues menos de 5 personas podrían reconocerse, allí o por los totales.",
        "×: não se mostra, pois menos de 5 pessoas poderiam ser reconhecidas, ali ou pelos totais.",
        "× : non montré, car moins de 5 personnes pourraient être reconnues, là ou par les totaux.",
    ),
    "withheld": (
        "Not shown: its totals would tell of fewer than 5 people in a cell.",
        "No se muestra: sus totales revelarían celdas de menos de 5 personas.",
        "Não se mostra: seus totais revelariam células com menos de 5 pessoas.",
        "Non montré : ses totaux révéleraient des cases de moins de 5 personnes.",
    ),
    "meetings": ("Meetings", "Reuniones", "Reuniões", "Réunions"),
    "date": ("Date", "Fecha", "Data", "Date"),
    "present": ("Took part", "Participaron", "Participaram", "Présents"),
    "quorum": ("Quorum", "Quórum", "Quórum", "Quorum"),
    "of": ("{} of {}", "{} de {}", "{} de {}", "{} sur {}"),
    "reached": ("✔ reached", "✔ alcanzado", "✔ alcançado", "✔ atteint"),
    "not reached": ("✖ not reached", "✖ no alcanzado", "✖ não alcançado", "✖ non atteint"),
    "observer": ("Observers", "Observadores", "Observadores", "Observateurs"),
    "staff": ("Staff", "Personal", "Equipe de apoio", "Personnel"),
    "without seat": (
        "Not counted, since they hold no seat: {}.",
        "No se cuentan, pues no tienen asiento: {}.",
        "Não são contados, pois não têm assento: {}.",
        "Non comptés, car ils n’ont pas de siège : {}.",
    ),
    "other times": (
        "Not counted, since they hold a seat at another time: {}.",
        "No se cuentan, pues tienen asiento en otra fecha: {}.",
        "Não são contados, pois têm assento em outra data: {}.",
        "Non comptés, car ils ont un siège à une autre date : {}.",
    ),
    "several": (
        "People who work in several languages are counted in each.",
        "Quien trabaja en varios idiomas se cuenta en cada uno.",
        "Quem trabalha em vários idiomas é contado em cada um.",
        "Qui travaille en plusieurs langues est compté dans chacune.",
    ),
    # the trace
    "trace": (
        "What members brought in",
        "Lo que aportaron los integrantes",
        "O que os membros trouxeram",
        "Ce que les membres ont apporté",
    ),
    "found": (
        "{found} of {all} contributions are found again in the plan.",
        "{found} de {all} aportes se reencuentran en el plan.",
        "{found} de {all} contribuições se reencontram no plano.",
        "{found} contributions sur {all} se retrouvent dans le plan.",
    ),
    "states": ("Looked up in: {}.", "Buscado en: {}.", "Procurado em: {}.", "Cherché dans : {}."),
    "draft": ("the draft", "el borrador", "o rascunho", "le projet"),
    "contribution": ("Contribution", "Aporte", "Contribuição", "Contribution"),
    "kind": ("Kind", "Tipo", "Tipo", "Genre"),
    "outcome": ("Outcome", "Resultado", "Resultado", "Suite donnée"),
    "brought by": ("By", "De", "De", "De"),
    "for": ("for {}", "en nombre de {}", "em nome de {}", "au nom de {}"),
    "places": ("Found again in", "Se reencuentra en", "Reencontra-se em", "Se retrouve dans"),
    "reason": ("Reason: {}", "Motivo: {}", "Motivo: {}", "Motif : {}"),
    "since": ("since {}", "desde {}", "desde {}", "depuis {}"),
    "no places": (
        "No place in the plan is named.",
        "No se nombra ningún lugar del plan.",
        "Nenhum lugar do plano é indicado.",
        "Aucun endroit du plan n’est indiqué.",
    ),
    "there": ("✔ there", "✔ está", "✔ está", "✔ y est"),
    "carried-on": (
        "→ carried on by {}",
        "→ continúa en {}",
        "→ continua em {}",
        "→ repris par {}",
    ),
    "removed": ("✖ removed in {}", "✖ eliminado: {}", "✖ removido: {}", "✖ retiré : {}"),
    "never": ("✖ never there", "✖ nunca estuvo", "✖ nunca esteve", "✖ jamais présent"),
    "unchanged": (
        "but {} has it word for word as before",
        "pero {} lo tiene palabra por palabra como antes",
        "mas {} o tem palavra por palavra como antes",
        "mais {} le reprend mot pour mot",
    ),
    "missing": (
        "but {} has no such item",
        "pero {} no lo tiene",
        "mas {} não o tem",
        "mais {} ne l’a pas",
    ),
    "unknown version": (
        "but there is no version {} to look in",
        "pero no hay versión {} donde buscar",
        "mas não há versão {} onde procurar",
        "mais il n’y a pas de version {} où chercher",
    ),
    "signs": (
        "✔ there, → carried on by another item, ✖ not there (any more)",
        "✔ está, → continúa en otro, ✖ no está (o ya no)",
        "✔ está, → continua em outro, ✖ não está (ou não mais)",
        "✔ présent, → repris par un autre, ✖ absent (ou retiré)",
    ),
    "orphan items": (
        "Items that nobody asked for",
        "Elementos que nadie pidió",
        "Elementos que ninguém pediu",
        "Éléments que personne n’a demandés",
    ),
    "no orphan items": (
        "Somebody asked for every item.",
        "Todos los elementos fueron pedidos por alguien.",
        "Todos os elementos foram pedidos por alguém.",
        "Chaque élément a été demandé par quelqu’un.",
    ),
    "under": ("under {}", "dentro de {}", "dentro de {}", "sous {}"),
    "nowhere": (
        "Contributions that went nowhere",
        "Aportes que no llegaron a ningún lugar",
        "Contribuições que não chegaram a lugar nenhum",
        "Contributions restées sans suite",
    ),
    "none nowhere": (
        "Every contribution is found again.",
        "Todos los aportes se reencuentran.",
        "Todas as contribuições se reencontram.",
        "Toutes les contributions se retrouvent.",
    ),
    "none brought": (
        "Nothing has been brought in yet.",
        "Todavía no se ha aportado nada.",
        "Ainda não se trouxe nada.",
        "Rien n’a encore été apporté.",
    ),
    "nothing": (
        "No contribution is reflected in it.",
        "Ningún aporte se refleja en él.",
        "Nenhuma contribuição se reflete nele.",
        "Aucune contribution ne s’y reflète.",
    ),
    "concern": ("concern", "inquietud", "preocupação", "préoccupation"),
    "idea": ("idea", "idea", "ideia", "idée"),
    "proposal": ("proposal", "propuesta", "proposta", "proposition"),
    "project": ("project", "proyecto", "projeto", "projet"),
    "goal": ("goal", "objetivo", "objetivo", "objectif"),
    "opportunity": ("opportunity", "oportunidad", "oportunidade", "opportunité"),
    "challenge": ("challenge", "desafío", "desafio", "défi"),
    "reflected": ("reflected", "reflejado", "refletida", "reprise"),
    "partly": ("partly reflected", "reflejado en parte", "refletida em parte", "reprise en partie"),
    "not": ("not reflected", "no reflejado", "não refletida", "non reprise"),
    "pending": ("pending", "pendiente", "pendente", "en attente"),
    "as-is": ("as it was", "tal cual", "tal qual", "telle quelle"),
    "adapted": ("adapted", "adaptado", "adaptada", "adaptée"),
    "merged": ("merged with others", "unido a otros", "unida a outras", "fondue avec d’autres"),
    # stakeholder groups
    "government": ("Government", "Gobierno", "Governo", "Gouvernement"),
    "private-sector": ("Private sector", "Sector privado", "Setor privado", "Secteur privé"),
    "civil-society": ("Civil society", "Sociedad civil", "Sociedade civil", "Société civile"),
    "technical-community": (
        "Technical community",
        "Comunidad técnica",
        "Comunidade técnica",
        "Communauté technique",
    ),
    "academia": ("Academia", "Academia", "Academia", "Milieu universitaire"),
    "intergovernmental": (
        "Intergovernmental organizations",
        "Organizaciones intergubernamentales",
        "Organizações intergovernamentais",
        "Organisations intergouvernementales",
    ),
    "international-org": (
        "International organizations",
        "Organizaciones internacionales",
        "Organizações internacionais",
        "Organisations internationales",
    ),
    "individual": (
        "Individuals",
        "A título individual",
        "A título individual",
        "À titre individuel",
    ),
    "other": ("Other", "Otros", "Outros", "Autres"),
}
"""Each in the order of ``catalogue.LANGUAGES``."""


@dataclass(frozen=True, slots=True)
class Words:
    """What one page says in its own voice."""

    page: Catalogue

    def __getitem__(self, key: str) -> str:
        return _WORDS[key][self.page.column]

    def value(self, dimension: str, value: str | None) -> str:
        """Return what a stakeholder group, subregion, country or language is called."""
        if value is None:
            return self["unknown"]
        if value == ELSEWHERE:
            return self[ELSEWHERE]
        match dimension:
            case "stakeholder":
                return self[value] if value in STAKEHOLDERS else value
            case "language":
                return self.page.language(value)
            case _:
                return self.page.country(value)

    def aim(self, verdict: Verdict) -> str:
        """Return of whom a target speaks."""
        value = self.value(verdict.dimension, verdict.value)
        return self["every"].format(self[verdict.dimension], value) if verdict.every else value

    def counted(self, verdict: Verdict, total: int) -> str:
        """Return the share that a target is held against; to one digit where it has to be less."""
        part = share(verdict.have, total)
        return f"{decimal_text(part)} %" if verdict.bound == "max-share" else self.percent(part)

    def bound(self, verdict: Verdict) -> str:
        """Return what a target asks for."""
        return self[verdict.bound].format(decimal_text(verdict.asked))

    def state(self, verdict: Verdict) -> str:
        """Return whether a target is met."""
        return self[verdict.state].format(verdict.unknown)

    def not_counted(self, balance: Balance) -> Iterator[str]:
        """Yield who is not counted, and why."""
        told = ", ".join(f"{self.word(role)} {number}" for role, number in balance.without_seat)
        if told:
            yield self["without seat"].format(told)
        if balance.at_other_times:
            yield self["other times"].format(balance.at_other_times)

    def word(self, word: str | None) -> str:
        """Return what a kind, an aspect, an outcome or a manner is called."""
        return self[word] if word in _WORDS else word or ""

    def percent(self, share: Decimal) -> str:
        """Return *share*, in percent, without digits behind the point."""
        return f"{share:.0f} %"


def of(tag: str) -> Words:
    """Return what a page says whose plan is written in the language *tag* (BCP 47)."""
    return Words(catalogue.of(tag))


def bar(share: Decimal, width: int) -> str:
    """Return a bar for a *share* in percent; *width* cells stand for all.

    A share that is not zero has at least the thinnest bar. Of one cell, the bar stands upright.
    """
    if not share or width < 1:
        return ""
    if width == 1:
        return _UPRIGHT[min(7, int(share * 8 / 100))]
    eighths = max(1, round(share * width * 8 / 100))
    return "█" * (eighths // 8) + _PARTS[eighths % 8]


_PARTS: Mapping[int, str] = dict(enumerate(["", *"▏▎▍▌▋▊▉"]))
_UPRIGHT = "▁▂▃▄▅▆▇█"
