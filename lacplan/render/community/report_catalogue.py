"""The words of a consultation's report, in four languages."""

SAID = {
    "report": (
        "Report on the consultation",
        "Informe de la consulta",
        "Relatório da consulta",
        "Rapport de la consultation",
    ),
    "overview": ("Overview", "Resumen", "Visão geral", "Vue d’ensemble"),
    "consulted": (
        "Version consulted: {}, published with the digest {}.",
        "Versión consultada: {}, publicada con el resumen criptográfico {}.",
        "Versão consultada: {}, publicada com o resumo criptográfico {}.",
        "Version consultée : {}, publiée avec l’empreinte {}.",
    ),
    "window": (
        "Open from {} to {}.",
        "Abierta del {} al {}.",
        "Aberta de {} a {}.",
        "Ouverte du {} au {}.",
    ),
    "extended": (
        "Extended to {}.",
        "Prorrogada hasta el {}.",
        "Prorrogada até {}.",
        "Prolongée jusqu’au {}.",
    ),
    "came in": (
        "What came in: {}.",
        "Lo que llegó: {}.",
        "O que chegou: {}.",
        "Ce qui est arrivé : {}.",
    ),
    "next": ("Next steps", "Próximos pasos", "Próximos passos", "Prochaines étapes"),
    "state": ("State: {}.", "Estado: {}.", "Estado: {}.", "État : {}."),
    "planned": ("planned", "prevista", "prevista", "prévue"),
    "open": ("open", "abierta", "aberta", "ouverte"),
    "closed": ("closed", "cerrada", "encerrada", "close"),
    "analysing": ("being analysed", "en análisis", "em análise", "en cours d’analyse"),
    "responded": ("responded to", "respondida", "respondida", "avec réponses"),
    "wait": (
        "Comments still without an answer: {}.",
        "Comentarios aún sin respuesta: {}.",
        "Comentários ainda sem resposta: {}.",
        "Commentaires encore sans réponse : {}.",
    ),
    "none waits": (
        "Every comment has an answer.",
        "Todos los comentarios tienen respuesta.",
        "Todos os comentários têm resposta.",
        "Tous les commentaires ont une réponse.",
    ),
    "due": (
        "The report is due on {}.",
        "El informe se espera para: {}.",
        "O relatório é esperado para: {}.",
        "Le rapport est attendu pour : {}.",
    ),
    "inquiry": (
        "Days for those who commented to say whether the answer satisfies: {}.",
        "Días para que quienes comentaron digan si la respuesta les satisface: {}.",
        "Dias para que quem comentou diga se a resposta satisfaz: {}.",
        "Jours dont disposent les commentateurs pour dire si la réponse les satisfait : {}.",
    ),
    "answering": (
        "The version that answers: {}.",
        "La versión que responde: {}.",
        "A versão que responde: {}.",
        "La version qui répond : {}.",
    ),
    "blocks": (
        "Objections that block a final version: {}.",
        "Objeciones que bloquean una versión final: {}.",
        "Objeções que bloqueiam uma versão final: {}.",
        "Objections qui bloquent une version finale : {}.",
    ),
    "outcome": ("Outcome", "Resultado", "Resultado", "Issue"),
    "comments": ("Comments", "Comentarios", "Comentários", "Commentaires"),
    "submissions": ("Submissions", "Envíos", "Envios", "Envois"),
    "texts": ("Different texts", "Textos distintos", "Textos diferentes", "Textes différents"),
    "position": ("Position", "Posición", "Posição", "Position"),
    "who": (
        "Who took part",
        "Quiénes participaron",
        "Quem participou",
        "Qui a participé",
    ),
    "not public": (
        "Not public in this consultation, and so not told: {}.",
        "No es público en esta consulta, y por eso no se indica: {}.",
        "Não é público nesta consulta, e por isso não se indica: {}.",
        "Non public dans cette consultation, donc non indiqué : {}.",
    ),
    "name": ("name", "nombre", "nome", "nom"),
    "organization": ("organization", "organización", "organização", "organisation"),
    "groups": ("group", "grupo", "grupo", "groupe"),
    "countries": ("country", "país", "país", "pays"),
    "groups by region": (
        "Submissions by group and region",
        "Envíos por grupo y región",
        "Envios por grupo e região",
        "Envois par groupe et région",
    ),
    "questions": ("Questions", "Preguntas", "Perguntas", "Questions"),
    "answer": ("Answer", "Respuesta", "Resposta", "Réponse"),
    "different": (
        "Answers: {}; different ones: {}.",
        "Respuestas: {}; distintas: {}.",
        "Respostas: {}; diferentes: {}.",
        "Réponses : {} ; différentes : {}.",
    ),
    "by item": (
        "What was said, item by item",
        "Qué se dijo, punto por punto",
        "O que foi dito, item por item",
        "Ce qui a été dit, point par point",
    ),
    "item": ("Item", "Punto", "Item", "Point"),
    "issues": ("Issues", "Cuestiones", "Questões", "Sujets"),
    "waiting": ("Without an answer", "Sin respuesta", "Sem resposta", "Sans réponse"),
    "as a whole": (
        "The plan as a whole",
        "El plan en su conjunto",
        "O plano como um todo",
        "Le plan dans son ensemble",
    ),
    "not found": (
        "What the version does not have",
        "Lo que la versión no tiene",
        "O que a versão não tem",
        "Ce que la version n’a pas",
    ),
    "more": ("and {} more", "y {} más", "e mais {}", "et {} de plus"),
    "for": ("For", "A favor", "A favor", "Pour"),
    "against": ("Against", "En contra", "Contra", "Contre"),
    "reason": ("Reason", "Motivo", "Motivo", "Motif"),
    "no reason": (
        "no reason is given",
        "no se da motivo",
        "nenhum motivo é dado",
        "aucun motif donné",
    ),
    "response": ("Response", "Respuesta", "Resposta", "Réponse"),
    "decided": ("Decided", "Decidido", "Decidido", "Décidé"),
    "satisfaction": (
        "Those who commented",
        "Quienes comentaron",
        "Quem comentou",
        "Les commentateurs",
    ),
    "satisfied": ("are satisfied", "están satisfechos", "estão satisfeitos", "sont satisfaits"),
    "not-satisfied": (
        "are not satisfied",
        "no están satisfechos",
        "não estão satisfeitos",
        "ne sont pas satisfaits",
    ),
    "pending": ("were asked", "fueron consultados", "foram consultados", "ont été interrogés"),
    "timed-out": (
        "did not answer in time",
        "no respondieron a tiempo",
        "não responderam a tempo",
        "n’ont pas répondu à temps",
    ),
    "blocking": (
        "Blocking objection",
        "Objeción que bloquea",
        "Objeção que bloqueia",
        "Objection bloquante",
    ),
    "inquired": ("Asked back", "Se preguntó", "Perguntou-se", "Question en retour"),
    "duplicate of": ("The same as", "Lo mismo que", "O mesmo que", "Le même que"),
    "otherwise": (
        "Answered otherwise",
        "Respondidos de otro modo",
        "Respondidos de outro modo",
        "Autre réponse",
    ),
    "changes": ("Changes", "Cambios", "Mudanças", "Changements"),
    "in": ("{} in {}", "{} en {}", "{} em {}", "{} dans {}"),
    "changed because": (
        "What changed because of it",
        "Qué cambió por la consulta",
        "O que mudou por causa da consulta",
        "Ce qui a changé grâce à elle",
    ),
    "marked": (
        "Words that are gone are struck, new ones underlined; from {} to {}.",
        "Las palabras que ya no están van tachadas, las nuevas subrayadas; de {} a {}.",
        "As palavras retiradas estão riscadas, as novas sublinhadas; de {} a {}.",
        "Les mots retirés sont barrés, les nouveaux soulignés ; de {} à {}.",
    ),
    "nothing changed": (
        "Nothing was changed because of it so far.",
        "Hasta ahora no cambió nada por la consulta.",
        "Até agora nada mudou por causa da consulta.",
        "Rien n’a encore changé grâce à elle.",
    ),
    "not shown": (
        "The change is claimed, and the comparison of the versions does not show it.",
        "El cambio se afirma, y la comparación de las versiones no lo muestra.",
        "A mudança é afirmada, e a comparação das versões não a mostra.",
        "Le changement est annoncé, et la comparaison des versions ne le montre pas.",
    ),
    "not yet": (
        "The version is not published yet, or can’t be read.",
        "La versión aún no se publicó, o no se puede leer.",
        "A versão ainda não foi publicada, ou não pode ser lida.",
        "La version n’est pas encore publiée, ou ne peut être lue.",
    ),
    "refused": (
        "What was not accepted, and why",
        "Qué no se aceptó, y por qué",
        "O que não foi aceito, e por quê",
        "Ce qui n’a pas été accepté, et pourquoi",
    ),
    "without comment": (
        "What changed without a comment",
        "Qué cambió sin un comentario",
        "O que mudou sem um comentário",
        "Ce qui a changé sans commentaire",
    ),
    "editors": ("By the editors", "Por los redactores", "Pelos redatores", "Par les rédacteurs"),
    "unexplained": (
        "Changes for which no reason is given",
        "Cambios sin motivo indicado",
        "Mudanças sem motivo indicado",
        "Changements sans motif indiqué",
    ),
    "unanswered": (
        "Not answered yet",
        "Aún sin respuesta",
        "Ainda sem resposta",
        "Pas encore de réponse",
    ),
    "open issues": (
        "Open issues: {}.",
        "Cuestiones abiertas: {}.",
        "Questões abertas: {}.",
        "Sujets ouverts : {}.",
    ),
    "unlinked": (
        "Comments that belong to no issue yet: {}.",
        "Comentarios que aún no pertenecen a ninguna cuestión: {}.",
        "Comentários que ainda não pertencem a nenhuma questão: {}.",
        "Commentaires qui n’appartiennent encore à aucun sujet : {}.",
    ),
    "apart": ("Told apart", "Aparte", "À parte", "À part"),
    "late": (
        "Came outside the window: {}.",
        "Llegaron fuera de plazo: {}.",
        "Chegaram fora do prazo: {}.",
        "Arrivés hors délai : {}.",
    ),
    "withdrawn": (
        "Withdrawn by their authors: {}.",
        "Retirados por sus autores: {}.",
        "Retirados por seus autores: {}.",
        "Retirés par leurs auteurs : {}.",
    ),
    "moderated": (
        "Counted, and their text is not shown: {}.",
        "Contados, sin mostrar su texto: {}.",
        "Contados, sem mostrar seu texto: {}.",
        "Comptés, sans montrer leur texte : {}.",
    ),
    "erased": (
        "Counted, and erased at their authors’ request: {}.",
        "Contados, y borrados a pedido de sus autores: {}.",
        "Contados, e apagados a pedido de seus autores: {}.",
        "Comptés, et effacés à la demande de leurs auteurs : {}.",
    ),
    "unresolved": (
        "About something that the version does not have: {}.",
        "Sobre algo que la versión no tiene: {}.",
        "Sobre algo que a versão não tem: {}.",
        "Sur quelque chose que la version n’a pas : {}.",
    ),
    "split": (
        "Split into parts, which count in their place: {}.",
        "Divididos en partes, que cuentan en su lugar: {}.",
        "Divididos em partes, que contam em seu lugar: {}.",
        "Divisés en parties, qui comptent à leur place : {}.",
    ),
    "text hidden": (
        "text not shown",
        "texto no mostrado",
        "texto não mostrado",
        "texte non montré",
    ),
    "proposed": ("Proposed", "Propuesta", "Proposta", "Proposition"),
    "method": ("Method", "Método", "Método", "Méthode"),
    "how": (
        "Each comment is counted once, with the disposition of its issue, or its own where it got "
        "another. One submission may hold several comments. Texts are different where they are not "
        "the same letter for letter. Withdrawn, moderated, erased and late comments are counted. "
        "What changed is computed from the two published versions, not taken from anybody’s word.",
        "Cada comentario se cuenta una vez, con la decisión sobre su cuestión, o la suya propia si "
        "recibió otra. Un envío puede contener varios comentarios. Los textos son distintos cuando "
        "no son iguales letra por letra. Los comentarios retirados, moderados, borrados y tardíos "
        "se cuentan. Lo que cambió se calcula a partir de las dos versiones publicadas, y no se "
        "toma de la palabra de nadie.",
        "Cada comentário é contado uma vez, com a decisão sobre sua questão, ou a sua própria se "
        "recebeu outra. Um envio pode conter vários comentários. Os textos são diferentes quando "
        "não são iguais letra por letra. Os comentários retirados, moderados, apagados e atrasados "
        "são contados. O que mudou é calculado a partir das duas versões publicadas, e não da "
        "palavra de ninguém.",
        "Chaque commentaire est compté une fois, avec la décision sur son sujet, ou la sienne s’il "
        "en a reçu une autre. Un envoi peut contenir plusieurs commentaires. Les textes sont "
        "différents lorsqu’ils ne sont pas identiques lettre pour lettre. Les commentaires "
        "retirés, modérés, effacés et tardifs sont comptés. Ce qui a changé est calculé à partir "
        "des deux versions publiées, et non tiré de la parole de quiconque.",
    ),
    "accept": (
        "Late comments were taken as any other.",
        "Los comentarios tardíos se tomaron como los demás.",
        "Os comentários atrasados foram aceitos como os demais.",
        "Les commentaires tardifs ont été pris comme les autres.",
    ),
    "mark": (
        "Late comments were taken, and are told apart.",
        "Los comentarios tardíos se tomaron, y se indican aparte.",
        "Os comentários atrasados foram aceitos, e são indicados à parte.",
        "Les commentaires tardifs ont été pris, et sont indiqués à part.",
    ),
    "refuse": (
        "Late comments were not taken.",
        "Los comentarios tardíos no se tomaron.",
        "Os comentários atrasados não foram aceitos.",
        "Les commentaires tardifs n’ont pas été pris.",
    ),
    "channels": (
        "How comments came: {}.",
        "Cómo llegaron los comentarios: {}.",
        "Como chegaram os comentários: {}.",
        "Comment les commentaires sont arrivés : {}.",
    ),
    "file": ("File", "Archivo", "Arquivo", "Fichier"),
    "nobody": ("None.", "Ninguno.", "Nenhum.", "Aucun."),
    # dispositions
    "accepted": ("accepted", "aceptado", "aceito", "accepté"),
    "accepted-in-part": (
        "accepted in part",
        "aceptado en parte",
        "aceito em parte",
        "accepté en partie",
    ),
    "already-covered": (
        "covered already",
        "ya contemplado",
        "já contemplado",
        "déjà pris en compte",
    ),
    "not-accepted": ("not accepted", "no aceptado", "não aceito", "non accepté"),
    "noted": ("noted", "se toma nota", "anotado", "pris en note"),
    "question-answered": (
        "question answered",
        "pregunta respondida",
        "pergunta respondida",
        "question avec réponse",
    ),
    "out-of-scope": ("out of scope", "fuera del alcance", "fora do escopo", "hors du champ"),
    "deferred": ("deferred", "postergado", "adiado", "différé"),
    "duplicate": ("duplicate", "duplicado", "duplicado", "doublon"),
    "invalid": ("invalid", "no válido", "inválido", "non valable"),
    "is withdrawn": ("withdrawn", "retirado", "retirado", "retiré"),
    "is open": ("open", "abierto", "aberto", "ouvert"),
    "is unanswered": ("belongs to no issue", "sin cuestión", "sem questão", "sans sujet"),
    # positions
    "support": ("in support", "a favor", "a favor", "pour"),
    "support-with-change": (
        "in support, with a change",
        "a favor, con un cambio",
        "a favor, com uma mudança",
        "pour, avec un changement",
    ),
    "oppose": ("opposed", "en contra", "contra", "contre"),
    "neutral": ("neutral", "neutral", "neutro", "neutre"),
}
"""Each in the order of ``catalogue.LANGUAGES``."""

COUNTS = {
    "comments": (
        ("{} comment", "{} comments"),
        ("{} comentario", "{} comentarios"),
        ("{} comentário", "{} comentários"),
        ("{} commentaire", "{} commentaires"),
    ),
    "submissions": (
        ("{} submission", "{} submissions"),
        ("{} envío", "{} envíos"),
        ("{} envio", "{} envios"),
        ("{} envoi", "{} envois"),
    ),
    "texts": (
        ("{} different text", "{} different texts"),
        ("{} texto distinto", "{} textos distintos"),
        ("{} texto diferente", "{} textos diferentes"),
        ("{} texte différent", "{} textes différents"),
    ),
}
"""One and several, in the same order."""
