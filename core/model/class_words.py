"""What a person reads for the name of a class: the bundled model's are translated, a site's own are data."""

from core.language import mark, tr

_MEANING = "a class of images"  # untranslated: tells these words from others
_BUNDLED = (mark("Non-COVID-19", "a class of images"), mark("COVID-19", "a class of images"))


def class_word(name: str) -> str:
    """The name of a class as a person reads it.

    Args:
        name: As the model's card has it.
    """
    return tr(name, _MEANING)
