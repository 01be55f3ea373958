"""What people call the columns of a table of comments, and the words they fill in.

As of 2026-11-24, in English, Spanish, Portuguese and French, without accents and in small letters.
The words were collected by hand from the comment tables of ISO, W3C, ICANN and the participation
platforms.
"""

import re
from unicodedata import normalize

COLUMNS = {
    "submission": "submission|submission id|response id|id|identificador|identifiant|folio"
    "|respuesta id|id de respuesta|id da resposta|no|num|number|n|n o|numero|envio"
    "|respuesta|resposta|contribution|reponse",
    "received": "received|date|datetime|timestamp|submitted|submitted at|date submitted"
    "|time|fecha|fecha y hora|marca temporal|fecha de envio|recibido|data"
    "|data e hora|data de envio|carimbo de data hora|recebido|horodateur"
    "|date d envoi|recu le",
    "item": "item|target item|objective|clause|clause subclause|section|paragraph|objetivo"
    "|item objetivo|seccion|secao|objectif|punto|point|elemento|target|code|codigo",
    "field": "field|part|target field|campo|parte|champ|partie",
    "quote": "quote|quoted text|original text|current text|target quote|cita"
    "|texto original|texto actual|citacao|texto atual|citation"
    "|texte original|texte actuel",
    "target-language": "target language",
    "type": "type|type of comment|comment type|tipo|tipo de comentario|type de commentaire",
    "position": "position|opinion|support|stance|agree|posicion|postura|opinion sobre"
    "|de acuerdo|posicao|apoio|avis|position sur",
    "language": "language|lang|idioma|lengua|lingua|langue|locale",
    "text": "comment|comments|comment text|your comment|your comments|comentario|comentarios"
    "|su comentario|sus comentarios|seu comentario|seus comentarios|commentaire|commentaires"
    "|votre commentaire|vos commentaires|text|texto|texte|remarks|feedback|observaciones"
    "|observacion|observacoes|observations",
    "signatories": "signatories|signatory|signed by|cosigners|firmantes|signatarios|signataires"
    "|assinantes",
    "attachments": "attachments",
    "proposed": "proposed|proposed text|proposed change|suggested text|suggestion"
    "|propuesta|texto propuesto|cambio propuesto|propuesta de texto"
    "|sugerencia|proposta|texto proposto|alteracao proposta|sugestao"
    "|proposition|texte propose|modification proposee",
    "kind": "kind|author kind|as|on behalf|tipo de autor|como",
    "name": "name|author|full name|your name|commenter|author name|nombre|autor"
    "|nombre completo|nombre y apellido|nome|nome completo|nom|auteur"
    "|nom complet",
    "organization": "organization|organisation|org|affiliation|company|institution"
    "|author organization|organizacion|institucion|afiliacion|empresa"
    "|organizacao|instituicao|afiliacao|organisme",
    "stakeholder": "stakeholder|stakeholder group|group|sector|constituency"
    "|author stakeholder|grupo|grupo de interes|parte interesada"
    "|grupo de interesse|setor|groupe|partie prenante|secteur",
    "country": "country|country code|nation|author country|pais|pays|territorio",
    "mail": "mail|email|e mail|email address|correo|correo electronico"
    "|direccion de correo electronico|endereco de e mail|courriel"
    "|adresse e mail|author email",
    "telephone": "telephone|phone|phone number|mobile|telefono|celular|telefone"
    "|numero de telefono|author phone",
    "address": "address|postal address|direccion|endereco|adresse",
}
"""Each field with what its column may be called."""

POSITIONS = {
    "support": "support|in favour|in favor|for|agree|yes|a favor|apoyo|de acuerdo|si|apoio"
    "|concordo|sim|pour|d accord|oui|soutien",
    "support-with-change": "support with change|support with changes|support with amendment"
    "|agree with changes|partially agree|parcialmente de acuerdo|de acuerdo con cambios"
    "|de acuerdo con modificaciones|concordo parcialmente|concordo com alteracoes"
    "|partiellement d accord|apoyo con cambios|a favor con cambios|apoio com alteracoes"
    "|pour avec modifications|soutien avec modification",
    "oppose": "oppose|against|disagree|no|en contra|contra|en desacuerdo|nao|discordo|contre"
    "|pas d accord|non",
    "neutral": "neutral|no position|abstain|neutro|sin posicion|abstencion|sem posicao|neutre",
}

TYPES = {
    "ge": "ge|general|geral",
    "te": "te|technical|tecnico|technique|substantive|de fondo",
    "ed": "ed|editorial|edicion|redaccion|redacao|redactionnel",
}

FIELDS = {
    "title": "titulo|titre",
    "description": "descripcion|descricao",
    "rationale": "justificacion|fundamento|justificativa|justification",
    "opportunities": "opportunity|oportunidades|oportunidad|oportunidade|opportunites|opportunite",
    "challenges": "challenge|desafios|desafio|retos|reto|defis|defi",
    "indicators": "indicator|indicadores|indicador|indicateurs|indicateur",
    "lead": "responsable|responsavel",
    "partners": "partner|socios|aliados|parceiros|partenaires",
    "budget": "presupuesto|orcamento",
    "summary": "resumen|resumo",
    "vision": "visao",
    "mission": "mision|missao",
    "values": "valores|valeurs",
}
"""What people call the fields of an item, or of the plan, besides by their keys."""

STAKEHOLDERS = {
    "government": "government|gobierno|governo|gouvernement|public sector|sector publico",
    "private-sector": "private sector|business|sector privado|empresas|setor privado"
    "|secteur prive|industry|empresa|company|compania|entreprise",
    "civil-society": "civil society|ngo|sociedad civil|sociedade civil|societe civile|ong",
    "technical-community": "technical community|comunidad tecnica|comunidade tecnica"
    "|communaute technique",
    "academia": "academia|academic community|universidad|comunidad academica|universidade"
    "|milieu universitaire|monde universitaire",
    "intergovernmental": "intergovernmental|intergovernmental organization|intergubernamental"
    "|organizacion intergubernamental|intergovernamental|intergouvernemental",
    "international-org": "international org|international organization"
    "|international organisation|organizacion internacional|organizacao internacional"
    "|organisation internationale",
    "individual": "individual|end user|persona|usuario final|a titulo personal|individuo"
    "|pessoa|usuario|particulier|individu|particular|individuos|ciudadano|ciudadania|cidadao"
    "|citoyen|citizen",
    "other": "other|otro|otra|outro|outra|autre",
}

AUTHOR_KINDS = {
    "person": "person|individual|persona|individuo|pessoa|personne|particulier",
    "organization": "organization|organisation|organizacion|organizacao|organisme",
}

LANGUAGES = {
    "es": "spanish|espanol|castellano|espanhol|espagnol|spa",
    "pt": "portuguese|portugues|portugais|por",
    "en": "english|ingles|anglais|eng",
    "fr": "french|frances|francais|fra|fre",
}


def plain(text: str) -> str:
    """Return *text* in small letters without accents, its words parted by single spaces."""
    letters = normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def words(table: dict[str, str]) -> dict[str, str]:
    """Return each word of *table*, plain, with the term of lacplan that it stands for."""
    return {word: term for term, said in table.items() for word in (*said.split("|"), plain(term))}
