"""Which scans a query lists, in order, as numbers: a table reads what it shows of them and nothing else.

The numbers come out of SQLite as one text. Row by row, Python's interpreter would be let go and taken again for each of
a hundred thousand rows, and wait each time for a window that is busy.
"""

# untranslated module: statements of SQL

import sqlite3

from core.worklist.query import WorklistQuery


def listed_numbers(connection: sqlite3.Connection, query: WorklistQuery) -> list[int]:
    """The numbers of the scans that a query lists, in its order."""
    if query.groups_studies:
        return _grouped(_joined(connection, query, "number || ' ' || replace(study_instance_uid, char(10), '')"))
    return list(map(int, _joined(connection, query, "number")))


def count_listed(connection: sqlite3.Connection, query: WorklistQuery) -> int:
    """How many scans a query lists."""
    condition, values = query.condition
    statement = f"SELECT count(*) FROM entries WHERE {condition}"  # noqa: S608  # made by the query, of its own names
    return int(connection.execute(statement, values).fetchone()[0])


def _joined(connection: sqlite3.Connection, query: WorklistQuery, value: str) -> list[str]:
    """An expression's values of all scans that a query lists, in its order."""
    condition, values = query.condition
    # The index holds all that most queries ask for; without the hint SQLite reads the entries where it need not sort.
    table = "entries INDEXED BY entries_listed" if values and not query.groups_studies else "entries"
    ordered = f"SELECT {value} AS value FROM {table} WHERE {condition} ORDER BY {query.order} LIMIT -1"  # noqa: S608
    joined = connection.execute(f"SELECT group_concat(value, char(10)) FROM ({ordered})", values).fetchone()[0]  # noqa: S608
    return joined.split("\n") if joined else []


def _grouped(rows: list[str]) -> list[int]:
    """Put the scans of each study together where its first one stands. A scan without a study stands alone.

    Args:
        rows: A scan's number each, and behind a space the study's name, which may be empty.
    """
    groups: dict[str, list[int]] = {}
    for row in rows:
        number, _, study = row.partition(" ")
        groups.setdefault(study or row, []).append(int(number))
    return [number for group in groups.values() for number in group]
