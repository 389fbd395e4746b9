"""Fields for numbers with decimals."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox

_SIGNS = (".", ",")


class DecimalField(QDoubleSpinBox):
    """A number that may be typed with either decimal sign, and is shown with that of the person's language.

    Qt takes the other sign for one between thousands, or leaves it out: 1.5, typed where the sign is a comma, would be
    15, without a word. So thousands are never set apart in such a field.
    """

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """See `QAbstractSpinBox.validate`; it also puts the language's sign where the other one was typed."""
        sign = self.locale().decimalPoint()
        for other in _SIGNS:
            text = text.replace(other, sign)
        return super().validate(text, position)
