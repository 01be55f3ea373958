"""The fewest moves that bring siblings from one order into another."""

from bisect import bisect_left


def stayed(
    old: list[str], new: list[str], sizes: dict[str, int], names: dict[str, str]
) -> set[str]:
    """Return which of the keys that both lists hold can be said to have stayed where they were.

    It is a longest common subsequence; every other key moved, and no account tells of fewer moves.
    Of several equally long ones the one with the larger items stays (the smaller are said to have
    moved), then one that depends on nothing but the keys: so the account backwards names the same.

    Args:
        old: The keys in their old order, each once.
        new: The same keys in their new order.
        sizes: How much lies under each, in items; below two to the power of 32 in total.
        names: What to go by instead of a key in the end, so that one with another id in each of two
            drafts is told the same way from both.
    """
    if old == new:
        return set(new)
    position = {key: number for number, key in enumerate(old)}
    ranks = [position[key] for key in new]
    weights = [(1 << 128) + (sizes.get(key, 0) << 80) + _tie(names.get(key, key)) for key in new]
    return {new[number] for number in _heaviest_increasing(ranks, weights)}


def _tie(key: str) -> int:
    """Return a number below two to the power of 48 that tells keys apart."""
    from hashlib import sha256  # slow to load, and seldom needed

    return int.from_bytes(sha256(key.encode()).digest()[:6], "big")


def _heaviest_increasing(ranks: list[int], weights: list[int]) -> list[int]:
    """Return the positions of the increasing subsequence of *ranks* that weighs most.

    The ends of the best chains are kept as a staircase: with growing rank their weight grows too.
    """
    stair_ranks: list[int] = []
    stair: list[tuple[int, int]] = []  # weight of the chain that ends there, and where
    before: list[int | None] = []
    for number, (rank, weight) in enumerate(zip(ranks, weights, strict=True)):
        place = bisect_left(stair_ranks, rank)
        best, last = stair[place - 1] if place else (0, None)
        before.append(last)
        total = best + weight
        end = place
        while end < len(stair) and stair[end][0] <= total:
            end += 1
        stair_ranks[place:end] = [rank]
        stair[place:end] = [(total, number)]
    chain: list[int] = []
    at: int | None = stair[-1][1] if stair else None
    while at is not None:
        chain.append(at)
        at = before[at]
    return chain
