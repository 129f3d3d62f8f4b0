"""Which of the things found stands for which of the things annotated."""

from collections.abc import Sequence


def best_pairs(weights: Sequence[Sequence[int]]) -> dict[int, int]:
    """Row -> column, one to one, of the greatest total weight; a row and a column of no weight stay apart.

    Found by the Hungarian method in cubic time. Of several best answers always the same: the earliest row that can is
    left alone, or has the earliest column.
    """
    columns = len(weights[0]) if weights else 0
    costs = [_costs(row, number, len(weights)) for number, row in enumerate(weights)]
    owners = _owners(costs) if columns else []
    return {row: column for column, row in enumerate(owners[:columns]) if row is not None}


def _costs(weights: Sequence[int], row: int, rows: int) -> list[int]:
    """Numbers whose leading digits are the weights, and whose last ones, a digit a row, decide between equals.

    Behind the columns come as many as there are rows, in which a row is left alone.
    """
    base = len(weights) + 2
    taking = [(column + 1) * base ** (rows - 1 - row) for column in range(len(weights))]
    return [digit - weight * base**rows for digit, weight in zip(taking, weights, strict=True)] + [0] * rows


def _owners(costs: list[list[int]]) -> list[int | None]:
    """The row that each column goes to, at the least total cost; there are no fewer columns than rows."""
    owners: list[int | None] = [None] * len(costs[0])
    row_prices, column_prices = [0] * len(costs), [0] * len(costs[0])
    for row in range(len(costs)):
        _place(row, costs, owners, row_prices, column_prices)
    return owners


def _place(
    row: int, costs: list[list[int]], owners: list[int | None], row_prices: list[int], column_prices: list[int]
) -> None:
    """Give the row a column, along the cheapest chain of rows that make room for one another."""
    cheapest: dict[int, int] = {}  # column -> what it costs to reach it
    before: dict[int, int | None] = {}  # column -> the column whose row would move there
    visited: dict[int | None, int] = {}  # column (None is the start) -> its row
    column, mover = None, row
    while True:
        visited[column] = mover
        for other, cost in enumerate(costs[mover]):
            reduced = cost - row_prices[mover] - column_prices[other]
            if other not in visited and reduced < cheapest.get(other, reduced + 1):
                cheapest[other], before[other] = reduced, column
        step = min(cheapest.values())
        column = next(c for c, cost in cheapest.items() if cost == step)
        for seen, its_row in visited.items():
            row_prices[its_row] += step
            if seen is not None:
                column_prices[seen] -= step
        cheapest = {c: cost - step for c, cost in cheapest.items() if c != column}
        if (owner := owners[column]) is None:
            break
        mover = owner
    _shift(column, row, owners, before)


def _shift(column: int, row: int, owners: list[int | None], before: dict[int, int | None]) -> None:
    """Move each row of the chain one column on, from its free end back to the new row."""
    while (previous := before[column]) is not None:
        owners[column] = owners[previous]
        column = previous
    owners[column] = row


def greedy_pairs(weights: Sequence[Sequence[float]]) -> dict[int, int]:
    """Row -> column, one to one: the pair of greatest weight first, then the greatest of what is left.

    Of equals, the last. For the claims of an article, of which there may be hundreds, each like few others.
    """
    cells = ((weight, row, column) for row, cells in enumerate(weights) for column, weight in enumerate(cells))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, column in sorted((cell for cell in cells if cell[0] > 0), reverse=True):
        if row not in pairs and column not in taken:
            pairs[row] = column
            taken.add(column)
    return pairs
