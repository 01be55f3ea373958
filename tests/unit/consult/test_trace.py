"""Where contributions went, through every version."""

from datetime import date

from people import contributions, plan

from lacplan.consult.trace import Claim, Standing, Trace
from lacplan.model.plan import Plan
from lacplan.model.version import Version

FIRST = """\
  - id: political
    title: Political issues
    code: "1"
    objectives:
      - {id: regional, code: "1.1", title: Regional organizations}
      - {id: dns-industry, code: "1.4", title: The DNS industry}
  - id: economic
    title: Economic issues
    code: "4"
    objectives:
      - id: registrars
        code: "4.3"
        title: Registrars
        indicators: [{id: accredited, title: Accredited registrars}]
        projects: [{id: fast-track, title: A fast track}]
"""
SECOND = FIRST.replace(
    '      - {id: dns-industry, code: "1.4", title: The DNS industry}\n', ""
).replace("title: Registrars", "title: More registrars")


def versions(*texts: str) -> tuple[Version, ...]:
    """Return ``draft-01``, ``draft-02`` and so on."""

    def reader(text: str) -> Plan:
        return plan(text)

    return tuple(
        Version(f"draft-{number:02}", date(2027, number, 1), lambda text=text: reader(text))
        for number, text in enumerate(texts, 1)
    )


def trace(*brought: str, now: str = SECOND, before: tuple[str, ...] = (FIRST, SECOND)) -> Trace:
    return Trace(contributions(*brought), plan(now), versions(*before))


def one(place: str, **kinds: object):
    """Return the only place of a contribution that is said to be reflected in *place*."""
    made = trace(f"reflected-in: [{{{place}}}]", **kinds)
    return made.contributions[0].places[0]


def test_what_is_there_is_there() -> None:
    place = one("item: registrars, since: draft-01, how: adapted")
    assert (place.code, place.title, place.how) == ("4.3", "More registrars", "adapted")
    assert (place.standing, place.claim) == (Standing.THERE, Claim.HOLDS)
    assert place.present == (True, True, True)


def test_what_was_there_and_was_removed_says_in_which_version() -> None:
    place = one("item: dns-industry, since: draft-01")
    assert place.standing is Standing.REMOVED
    assert place.present == (True, False, False)
    assert place.removed_in == "draft-02"
    assert (place.code, place.title) == ("1.4", "The DNS industry")


def test_what_only_the_draft_lacks_was_removed_there() -> None:
    place = one("item: dns-industry", before=(FIRST, FIRST))
    assert (place.standing, place.removed_in) == (Standing.REMOVED, None)


def test_what_was_removed_and_came_back_is_there() -> None:
    place = one("item: dns-industry", before=(FIRST, SECOND), now=FIRST)
    assert (place.standing, place.present) == (Standing.THERE, (True, False, True))
    assert place.removed_in is None


def test_what_never_was_never_was() -> None:
    place = one("item: academy, since: draft-01")
    assert (place.standing, place.claim) == (Standing.NEVER, Claim.MISSING)
    assert (place.code, place.title, place.removed_in) == (None, None, None)


def test_an_indicator_is_a_place_too() -> None:
    assert one("item: accredited").standing is Standing.THERE


def test_what_another_item_carries_on_is_found_again_there() -> None:
    """Over several steps, of which not all are left."""
    second = FIRST.replace("id: regional,", "id: bodies, replaces: [regional],")
    third = FIRST.replace("id: regional,", "id: partners, replaces: [bodies],")
    place = one("item: regional", before=(FIRST, second), now=third)
    assert (place.standing, place.heirs) == (Standing.CARRIED_ON, ("partners",))
    made = trace("reflected-in: [{item: regional}]", before=(FIRST, second), now=third)
    assert made.into("partners") == made.contributions


def test_items_that_carry_each_other_on_are_no_endless_way() -> None:
    first = FIRST.replace("id: regional,", "id: a, replaces: [b],")
    second = FIRST.replace("id: regional,", "id: b, replaces: [a],")
    assert one("item: a", before=(first, second), now=FIRST).standing is Standing.REMOVED


def test_a_version_that_does_not_exist_is_said() -> None:
    assert one("item: registrars, since: final").claim is Claim.UNKNOWN


def test_a_version_that_changed_nothing_is_said() -> None:
    assert one("item: regional, since: draft-02").claim is Claim.UNCHANGED
    assert one("item: registrars, since: draft-02").claim is Claim.HOLDS
    assert one("item: regional").claim is Claim.NONE


def test_a_new_code_is_no_change_of_the_item() -> None:
    moved = FIRST.replace('code: "1.1"', 'code: "1.2"')
    assert one("item: regional, since: draft-02", before=(FIRST, moved)).claim is Claim.UNCHANGED


def test_another_parent_and_an_item_that_came_are_changes() -> None:
    moved = (
        FIRST.replace('      - {id: regional, code: "1.1", title: Regional organizations}\n', "")
        + '      - {id: regional, code: "1.1", title: Regional organizations}\n'
    )
    for item in ("regional", "political", "economic"):
        place = one(f"item: {item}, since: draft-02", before=(FIRST, moved), now=moved)
        assert place.claim is Claim.HOLDS, item
    place = one("item: registrars, since: draft-02", before=(FIRST, moved), now=moved)
    assert place.claim is Claim.UNCHANGED


def test_a_version_that_cannot_be_read_is_passed_over() -> None:
    broken = Version("draft-00", date(2026, 1, 1), lambda: None)
    made = Trace(contributions(), plan(FIRST), (broken, *versions(FIRST)))
    assert [state.label for state in made.states] == ["draft-01", None]


def test_members_find_their_own() -> None:
    made = trace("by: m-01", "by: m-02", "by: m-01, reflected-in: [{item: regional}]")
    assert [each.contribution.id for each in made.by("m-01")] == ["c-01", "c-03"]


def test_an_item_comes_from_what_is_reflected_in_it_or_under_it() -> None:
    made = trace(
        "reflected-in: [{item: registrars}]",
        "reflected-in: [{item: dns-industry}]",
        "reflected-in: [{item: accredited}]",
    )
    assert [each.contribution.id for each in made.into("registrars")] == ["c-01", "c-03"]
    assert [each.contribution.id for each in made.into("political")] == ["c-02"]
    assert made.into("regional") == ()


def test_items_are_found_by_id_and_by_code_in_every_version() -> None:
    made = trace()
    for name, id in (("registrars", "registrars"), ("4.3", "registrars"), ("1.4", "dns-industry")):
        found = made.find(name)
        assert found is not None
        assert found.id == id
    assert made.find("9.9") is None


def orphans(made: Trace) -> list[tuple[str, str | None]]:
    return [(each.item.id, each.under) for each in made.orphans]


def test_items_that_nobody_asked_for_are_told() -> None:
    """What holds an item that was asked for is none of them."""
    made = trace("reflected-in: [{item: registrars}]")
    assert orphans(made) == [("political", None), ("regional", None), ("fast-track", "registrars")]


def test_an_indicator_asks_for_its_item() -> None:
    assert ("registrars", None) not in orphans(trace("reflected-in: [{item: accredited}]"))


def test_contributions_that_went_nowhere_are_told() -> None:
    made = trace(
        "outcome: pending",
        "reflected-in: [{item: dns-industry, since: draft-01}]",
        "reflected-in: [{item: dns-industry}, {item: regional}]",
        "outcome: not, reason: No money",
    )
    assert [each.contribution.id for each in made.nowhere] == ["c-01", "c-02", "c-04"]
