"""Which scans a query lists, in order, as numbers: a table reads what it shows of them and nothing else."""

import sqlite3
from collections.abc import Iterable

from core.worklist.query import WorklistQuery


def listed_numbers(connection: sqlite3.Connection, query: WorklistQuery) -> list[int]:
    """The numbers of the scans that a query lists, in its order."""
    condition, values = query.condition
    if query.groups_studies:
        statement = f"SELECT number, study_instance_uid FROM entries WHERE {condition} ORDER BY {query.order}"  # noqa: S608
        return _grouped(connection.execute(statement, values))
    # The index holds all that is asked for; without the hint SQLite would read the entries where it need not sort.
    table = "entries INDEXED BY entries_listed" if len(values) else "entries"
    statement = f"SELECT number FROM {table} WHERE {condition} ORDER BY {query.order}"  # noqa: S608
    return [number for (number,) in connection.execute(statement, values)]


def count_listed(connection: sqlite3.Connection, query: WorklistQuery) -> int:
    """How many scans a query lists."""
    condition, values = query.condition
    statement = f"SELECT count(*) FROM entries WHERE {condition}"  # noqa: S608
    return int(connection.execute(statement, values).fetchone()[0])


def _grouped(rows: Iterable[tuple[int, str]]) -> list[int]:
    """Put the scans of each study together where its first one stands. A scan without a study stands alone."""
    groups: dict[str | int, list[int]] = {}
    for number, study in rows:
        groups.setdefault(study or number, []).append(number)
    return [number for group in groups.values() for number in group]
