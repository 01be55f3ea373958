"""Whether a change of text can alter what anybody has to do, and why."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from unicodedata import category, normalize

from lacplan.diff.change import Class, Mark, Weight
from lacplan.diff.tokens import is_word, sentences, tokens
from lacplan.diff.word_alignment import ends_in_common
from lacplan.diff.words import likeness, words

_NUMBER = "a number changed"
_BINDS = "a word that binds or negates changed"
_ADDED = "a sentence was added"
_DROPPED = "a sentence was dropped"
_MOVED = "a sentence was moved"
_TEXT_ADDED = "text added"
_TEXT_REMOVED = "text removed"
_LINKED = "a link changed"
_WORDED = "words changed"
_REASONS = (
    *(_NUMBER, _BINDS, _ADDED, _DROPPED, _MOVED),
    *(_TEXT_ADDED, _TEXT_REMOVED, _LINKED, _WORDED),
)
"""Why a change is substantive; the first that applies is told."""

_KINDS = ("order", "case", "accents", "punctuation", "white space", "encoding")
"""What an editorial change may consist of, in the order of telling."""

_ALIKE = 0.3
"""How alike two elements of lists must be to be paired wherever they stand, from 0 to 1."""

_MOST_PAIRS = 400
"""How many pairs of elements are looked at for that."""

_THAT_BIND = """
    must shall should ought may might can could will would not no nor never neither none nobody
    nothing only solely all any every each either unless except without least most
    debe deben debera deberan deberia deberian puede pueden podra podran podria podrian nunca jamas
    ni solo solamente unicamente salvo excepto sin todo todos toda todas ninguno ninguna ningun
    cada cualquier cualquiera
    deve devem devera deverao deveria deveriam pode podem podera poderao poderia poderiam nao nem
    apenas somente exceto sem tudo nenhum nenhuma qualquer
    doit doivent devra devront devrait devraient peut peuvent pourra pourront pourrait pourraient
    ne pas jamais rien seul seule seulement uniquement sauf sans tout tous toute toutes aucun aucune
    chaque non
    يجب يتعين ينبغي يجوز يمكن لا ليس ليست لن لم غير إلا دون بدون فقط جميع كل أي سوف
"""
_BINDING = frozenset(normalize("NFD", _THAT_BIND).split())
"""Words that bind or negate in English, Spanish, Portuguese, French and Arabic, without accents."""

_UNSPACED_BINDING = re.compile(
    "必须|必須|必要|应当|应该|應當|應該|不得|不可|不能|不应|不必|可以|可能|能够|禁止|没有|沒有|"
    "除非|除外|所有|全部|任何|仅|僅|只|应|應|须|須|可|能|不|未|无|無|非|勿|"
    "なければならない|ならない|べき|できる|できない|ません|ない|のみ|だけ|すべて|全て|"
    "ต้อง|ควร|อาจ|ไม่|ห้าม|เท่านั้น|ทั้งหมด|ทุก"
)
"""The same in Chinese, Japanese and Thai, which put no space between words."""

_WITH_NOT = "could would should must might need do does did is are was were has have had"
_CONTRACTED = {
    f"{word}nt": (word, "not") if word in _BINDING else ("not",) for word in _WITH_NOT.split()
} | {"cannot": ("can", "not"), "cant": ("can", "not"), "wont": ("will", "not")}

_ACCENTS = frozenset("\u0300\u0301\u0302\u0308\u0327")
"""Grave, acute, circumflex, diaeresis, cedilla: on a Latin letter they are accents."""

_TILDE = "\u0303"
"""An accent on a vowel; but ñ is a letter of its own."""

_HARAKAT = frozenset("\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")
"""The marks of Arabic that may be left out, and the stroke that stretches a word."""

_JOINERS = frozenset("\u200c\u200d")
_OF_NUMBERS = frozenset("%‰٪％<>≤≥=≠≈±×÷~+")
_OF_WORDS = frozenset("#&@/\\§")
"""Marks that say more than where to pause: a change of one is a change of what is said."""

_SPELLINGS = str.maketrans(dict.fromkeys("−–—‐‑", "-") | {"’": "'"})
_DIGITS = re.compile(r"(?:^[-+−–])?\.?\d+(?:[^\w%‰٪％]+\d+)*")
_INNER = re.compile("[-'’‐‑]")
_LINK = re.compile(r".+://|www\.|mailto:|.+@|.*[a-z0-9]\.[a-z][a-z]", re.DOTALL)

Atom = tuple[str, str]
"""Its sort, which is word, number, sign, link or mark, and how it is written."""


def weigh_text(old: str | None, new: str | None) -> Weight:
    """Return how much it weighs that *old* became *new*; ``None`` is no text at all."""
    reason, kinds = _judged(old or "", new or "")
    return _weight({reason} if reason else set(), kinds)


def weigh_list(old: Sequence[str], new: Sequence[str]) -> Weight:
    """Return how much it weighs that the texts *old* became *new*: as much as the heaviest change.

    The same texts in another order are an editorial change.
    """
    pairs = _paired(old, new)
    reasons = {_TEXT_ADDED} if len(pairs) < len(new) else set()
    reasons |= {_TEXT_REMOVED} if len(pairs) < len(old) else set()
    kinds = {"order"} if any(j > other for (_, j), (_, other) in pairwise(pairs)) else set()
    for i, j in pairs:
        reason, found = _judged(old[i], new[j])
        reasons |= {reason} if reason else set()
        kinds |= found
    return _weight(reasons, kinds)


def _judged(old: str, new: str) -> tuple[str | None, set[str]]:
    """Return the reason why a change is substantive, or else the kinds of what changed."""
    if not old.strip() and new.strip():
        return _TEXT_ADDED, set()
    if old.strip() and not new.strip():
        return _TEXT_REMOVED, set()
    before, after = _middles(old, new)
    if _said(before) != _said(after) or _binding(before) != _binding(after):
        return _reason(old, new), set()
    return None, _kinds(old, new)


def _middles(old: str, new: str) -> tuple[str, str]:
    """Return two texts without the words that both begin and both end with, for less to look at.

    They are cut between a word of letters and a space, where no number and no mark goes on.
    """
    olds, news = tokens(old), tokens(new)
    head, tail = ends_in_common(olds, news)
    while head and not (olds[head - 1].isspace() and head > 1 and olds[head - 2].isalpha()):
        head -= 1
    while tail and not (olds[-tail].isspace() and tail > 1 and olds[1 - tail].isalpha()):
        tail -= 1
    return "".join(olds[head : len(olds) - tail]), "".join(news[head : len(news) - tail])


def _weight(reasons: set[str], kinds: set[str]) -> Weight:
    if reasons:
        return Weight(Class.SUBSTANTIVE, min(reasons, key=_REASONS.index))
    *most, last = [kind for kind in _KINDS if kind in kinds] or ["nothing changed"]
    return Weight(Class.EDITORIAL, f"{', '.join(most)} and {last}" if most else last)


def _kinds(old: str, new: str) -> set[str]:
    """Return what alone differs between two texts that say the same."""
    told = ("case", "accents", "punctuation")
    kinds = {kind for kind in told if _said(old, kind) != _said(new, kind)}
    if kinds or old == new:
        return kinds
    return {"encoding" if normalize("NFC", old) == normalize("NFC", new) else "white space"}


# What a text says


def _said(text: str, also: str = "") -> str:
    """Return what *text* says, without case, accents, punctuation and spaces.

    Args:
        text: Any text.
        also: Which one of these four is to count all the same.
    """
    return "".join(
        written if sort == "word" else f"\0{sort} {written}\0"
        for sort, written in _atoms(text, also)
    )


def _atoms(text: str, also: str = "") -> Iterator[Atom]:
    """Yield the smallest parts of *text* that say something, as for :func:`_said`.

    A mark between two numbers says something: 2013-2016 are other years than 2013, 2016.
    """
    last, marks = "", []
    for token in tokens(text):
        for sort, written in _token_atoms(token, also):
            if sort == "mark":
                marks.append(written)
                continue
            between = last == sort == "number"
            for mark in marks:
                if between or also == "punctuation":
                    yield "number" if between else "mark", mark
            yield sort, written
            last, marks = sort, []
    if also == "punctuation":
        yield from (("mark", mark) for mark in marks)


@lru_cache(maxsize=1 << 14)
def _token_atoms(token: str, also: str) -> tuple[Atom, ...]:
    if token.isspace():
        return ()
    if not is_word(token):
        written = token if also == "punctuation" else token.translate(_SPELLINGS)
        return ((_sort_of_mark(token[0]), written),)
    if not token.isalnum() and token[-1] != "." and _LINK.match(token):
        return (("link", token),)
    if not any(map(str.isdecimal, token)):
        return (("word", _letters(token, also)),)
    return tuple(_number_atoms(token, also))


def _number_atoms(token: str, also: str) -> Iterator[Atom]:
    start = 0
    for match in _DIGITS.finditer(token):
        yield from _piece_atoms(token[start : match.start()], also)
        number = " ".join(match.group().split())
        yield "number", number if also == "punctuation" else number.translate(_SPELLINGS)
        start = match.end()
    yield from _piece_atoms(token[start:], also)


def _piece_atoms(piece: str, also: str) -> Iterator[Atom]:
    """Yield what stands beside the digits in a token with a number, such as US$ and %."""
    for sort, group in groupby(piece, _sort_of_mark):
        written = "".join(group)
        if sort != "mark":
            yield from ((sort, each) for each in written)
        elif letters := _letters(written, also):
            yield "word", letters


def _sort_of_mark(character: str) -> str:
    """Return what sort of atom a character makes that is not of a word."""
    if character in _OF_NUMBERS or category(character) == "Sc":
        return "number"
    if character in _OF_WORDS or category(character) in ("Sm", "So"):
        return "sign"
    return "mark"


def _letters(word: str, also: str = "") -> str:
    """Return the letters of *word*, without case and accents, but *also* one of these."""
    if also != "case":
        word = word.casefold()
    if not word.isascii():
        word = "".join(_unaccented(normalize("NFD", word), keep=also == "accents"))
    if also == "punctuation" or word.isalnum():
        return word
    return "".join(c for c in word if c.isalnum() or category(c)[0] == "M" or c in _JOINERS)


def _unaccented(word: str, *, keep: bool) -> Iterator[str]:
    base = ""
    for character in word:
        latin = base.isascii() and base.isalpha()
        if (
            character in _HARAKAT
            or (character in _ACCENTS and latin)
            or (character == _TILDE and base in "aeiouyAEIOUY")
        ):
            if keep:
                yield character
            continue
        if category(character)[0] != "M":
            base = character
        yield character


def _binding(text: str) -> list[str]:
    """Return the words of *text* that bind or negate."""
    found = [word for token in tokens(text) if is_word(token) for word in _binding_words(token)]
    return found if text.isascii() else found + _UNSPACED_BINDING.findall(text)


@lru_cache(maxsize=1 << 14)
def _binding_words(token: str) -> tuple[str, ...]:
    folded = _letters(token)
    if folded in _CONTRACTED:
        return _CONTRACTED[folded]
    if folded in _BINDING:
        return (folded,)
    if folded[:1] in ("و", "ف") and folded[1:] in _BINDING:
        return (folded[1:],)  # and, so
    pieces = [_letters(piece) for piece in _INNER.split(token)]
    if pieces[0] == "n" and len(pieces) > 1:
        pieces[0] = "ne"
    return tuple(piece for piece in pieces if piece in _BINDING) if len(pieces) > 1 else ()


# Why it says something else


def _reason(old: str, new: str) -> str:
    """Return the first of the reasons that applies."""
    *parted, dropped, added = _parted(old, new)
    before, after = _middles(*parted)
    if _numbers(before) != _numbers(after):
        return _NUMBER
    if _binding(before) != _binding(after):
        return _BINDS
    moved = dropped & added
    if added - moved:
        return _ADDED
    if dropped - moved:
        return _DROPPED
    if moved:
        return _MOVED
    return _LINKED if _links(before) != _links(after) else _WORDED


def _parted(old: str, new: str) -> tuple[str, str, Counter[str], Counter[str]]:
    """Return both texts without the sentences that only one has, and these."""
    olds, news = set(_stripped_sentences(old)), set(_stripped_sentences(new))
    before, after = "", ""
    dropped: Counter[str] = Counter()
    added: Counter[str] = Counter()
    for kept, runs in groupby(words(old, new), lambda run: run.mark is Mark.KEPT):
        told = [*runs]
        gone = "".join(run.text for run in told if run.mark is not Mark.ADDED)
        come = "".join(run.text for run in told if run.mark is not Mark.DELETED)
        lost = [] if kept else _whole(gone, olds)
        gained = [] if kept else _whole(come, news)
        dropped.update(lost[len(gained) :])
        added.update(gained[len(lost) :])
        if come.strip() or not lost:
            before += gone
        if gone.strip() or not gained:
            after += come
    return before, after, dropped, added


def _stripped_sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in sentences(text) if not sentence.isspace()]


def _whole(text: str, known: set[str]) -> list[str]:
    """Return the sentences of *text*, if all of them are among those *known*."""
    found = _stripped_sentences(text)
    return found if known.issuperset(found) else []


def _numbers(text: str) -> list[str]:
    return [written for sort, written in _atoms(text) if sort == "number"]


def _links(text: str) -> list[str]:
    return [written for sort, written in _atoms(text) if sort == "link"]


# Lists


def _paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return, in the order of *old*, which element became which of *new*.

    Equal elements are paired first, then those that say the same, similar ones, and the rest by
    position.
    """
    pairs: list[tuple[int, int]] = []
    olds, news = dict(enumerate(old)), dict(enumerate(new))
    for pairing in (_equal, _same, _similar, _by_position):
        found = [*pairing(olds, news)]
        pairs += found
        for i, j in found:
            del olds[i], news[j]
    return sorted(pairs)


def _equal(olds: dict[int, str], news: dict[int, str]) -> Iterator[tuple[int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for j in reversed(news):
        places[news[j]].append(j)
    for i, text in olds.items():
        if places[text]:
            yield i, places[text].pop()


def _same(olds: dict[int, str], news: dict[int, str]) -> Iterator[tuple[int, int]]:
    said = [{k: _said(text) for k, text in texts.items()} for texts in (olds, news)]
    return _equal(*said)


def _similar(olds: dict[int, str], news: dict[int, str]) -> Iterator[tuple[int, int]]:
    if len(olds) * len(news) > _MOST_PAIRS:
        return
    ranked = sorted(
        (-likeness(before, after), abs(i - j), min(i, j), i, j)
        for i, before in olds.items()
        for j, after in news.items()
    )
    left, right = set(olds), set(news)
    for unlikeness, _, _, i, j in ranked:
        if -unlikeness >= _ALIKE and i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield i, j


def _by_position(olds: dict[int, str], news: dict[int, str]) -> Iterator[tuple[int, int]]:
    yield from zip(olds, news, strict=False)
