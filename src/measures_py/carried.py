"""What the answers about measures already tell a savings lever, and the address that carries it there."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from measures_py.money import plain

# By lever: the fact whose answer is a first figure for an input. A first figure only: goods are worth what
# they were sold for, while a dutiable value also holds freight and insurance up to the place of entry.
FROM_FACTS = {
    "preferential-rate": {"consignment_value": "value"},
    "late-duty-relief": {"consignment_value": "value"},
    "returned-goods": {"consignment_value": "value"},
    "late-declaration-fee-avoided": {"consignment_value": "value"},
}


def fragment(lever: str, answers: Mapping[str, object]) -> str:
    """The fragment of `savings.html` that opens a lever with what is known.

    `lever=preferential-rate&value=9800&known=value`: `known` names what the reader should check. `answers` are
    those of a case; what is no figure is left for the reader to enter.
    """
    given = {name: answers.get(fact) for fact, name in FROM_FACTS.get(lever, {}).items()}
    known = {name: plain(figure) for name, figure in given.items() if isinstance(figure, Decimal)}
    parts = [f"lever={lever}", *(f"{name}={text}" for name, text in known.items())]
    return "&".join([*parts, f"known={','.join(known)}"] if known else parts)
