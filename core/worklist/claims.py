"""Which program answers a scan that waits, so that each is answered once by whichever of several programs that run.

A program claims scans for a time that it renews while it works. A claim is over when its time is, as after a kill, or
when the scan does not wait any more or waits anew: an answer that was on its way then is not written.
"""

# untranslated module: statements of SQL

import json
import os
import sqlite3
import uuid
from collections.abc import Iterable

LEASE_S = 60.0
"""How long claimed scans stay one program's without a sign of life."""

_CLAIM = """\
UPDATE entries SET claimed_by = :claimant, claimed_until = :until
WHERE number IN (
  SELECT number FROM entries
  WHERE state = 'waiting' AND (claimed_until <= :now OR claimed_until > :until) ORDER BY number LIMIT :most
)
RETURNING number"""
"""A claim beyond the longest was made while the clock was wrong, and holds nobody up."""
_RENEW = """\
UPDATE entries SET claimed_until = :until
WHERE number IN (SELECT value FROM json_each(:numbers)) AND state = 'waiting' AND claimed_by = :claimant
RETURNING number"""
_RELEASE = "UPDATE entries SET claimed_by = '', claimed_until = 0 WHERE state = 'waiting' AND claimed_by = ?"


def new_claimant() -> str:
    """A name to claim by, unlike any other's."""
    return f"{os.getpid()}-{uuid.uuid4().hex}"


def claim(connection: sqlite3.Connection, claimant: str, most: int, now: float) -> list[int]:
    """Claim the scans that wait longest and are nobody's.

    Args:
        connection: In a transaction that writes.
        claimant: Who claims.
        most: At most so many.
        now: This moment, seconds since 1970.

    Returns:
        Their numbers, in order.
    """
    values = {"claimant": claimant, "most": most, "now": now, "until": now + LEASE_S}
    return sorted(int(row[0]) for row in connection.execute(_CLAIM, values).fetchall())


def renew(connection: sqlite3.Connection, claimant: str, numbers: Iterable[int], now: float) -> frozenset[int]:
    """Keep what was claimed; see `claim`.

    Returns:
        Those of the numbers that are still this claimant's.
    """
    values = {"claimant": claimant, "numbers": json.dumps([*numbers]), "until": now + LEASE_S}
    return frozenset(int(row[0]) for row in connection.execute(_RENEW, values).fetchall())


def release(connection: sqlite3.Connection, claimant: str) -> None:
    """Leave what was claimed and not answered to others."""
    connection.execute(_RELEASE, (claimant,))
