"""Figures as this window writes them: the number, then its 95% interval in brackets."""

from core.report.words import decimal, decimal_interval, percent, percent_interval
from core.training.results import Estimate


def share_words(estimate: Estimate) -> str:
    """A share: `99.2% (98.5 to 99.6%)`."""
    return f"{percent(estimate.value)} ({percent_interval(estimate)})"


def area_words(estimate: Estimate, digits: int = 4) -> str:
    """An area under a curve or the like: `0.9994 (0.9985 to 1.0000)`."""
    return f"{decimal(estimate.value, digits)} ({decimal_interval(estimate, digits)})"
