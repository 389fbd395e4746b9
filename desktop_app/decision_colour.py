"""The colour of an answer. None of them means well or ill."""

from core.screening.decision import Decision
from desktop_app.theme import ThemeColours


def decision_colour(theme: ThemeColours, decision: Decision) -> str:
    """Return the colour, `#rrggbb`, of an answer."""
    match decision:
        case Decision.POSITIVE:
            return theme.positive
        case Decision.NEGATIVE:
            return theme.negative
        case Decision.UNDETERMINED:
            return theme.undetermined
        case Decision.REFUSED:
            return theme.muted
