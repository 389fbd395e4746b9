"""Days of kept entries as a person reads them."""

from datetime import date

from core.number_format import day


def day_text(kept: str) -> str:
    """A kept moment's day; what is no date stays as it is.

    Args:
        kept: ISO 8601, of which only the date counts.
    """
    try:
        return day(date.fromisoformat(kept[:10]))
    except ValueError:
        return kept[:10]
