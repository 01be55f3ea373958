"""What is wrong with a code of a published vocabulary, in words for people."""


def vocabulary_fault(vocabulary: str, value: str) -> tuple[str, str] | None:
    """Return message and hint where *vocabulary* does not know *value*."""
    if vocabulary == "country":
        return _country_fault(value)
    if vocabulary == "currency":
        return _currency_fault(value)
    if vocabulary == "region":
        return _region_fault(value)
    from lacplan.vocab.languages import language_fault

    fault = language_fault(value)
    return (fault, "Write a BCP 47 tag, such as es, pt-BR or en.") if fault else None


def _country_fault(value: str) -> tuple[str, str] | None:
    from lacplan.vocab.countries import COUNTRIES

    if value in COUNTRIES:
        return None
    hint = "Write the two letters of ISO 3166-1, such as UY."
    if value.upper() in COUNTRIES:
        hint = f"Write it in capitals: {value.upper()}."
    return f"“{short(value)}” is not a country code.", hint


def _currency_fault(value: str) -> tuple[str, str] | None:
    from lacplan.vocab.currencies import known_currency

    if known_currency(value):
        return None
    hint = "Write the three letters of ISO 4217, such as USD."
    if known_currency(value.upper()):
        hint = f"Write it in capitals: {value.upper()}."
    return f"“{short(value)}” is not a currency code.", hint


def _region_fault(value: str) -> tuple[str, str] | None:
    from lacplan.vocab.regions import known_region

    if known_region(value):
        return None
    hint = "Write the three digits of UN M49, such as 029 (the Caribbean), 013 or 005."
    return f"“{short(value)}” is not a region.", hint


def short(text: str) -> str:
    """Return *text* on one line of at most 60 characters, to be quoted in a message."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}…"
