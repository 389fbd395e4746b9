"""Whether the model that training starts from has learnt from the very images of a run. Imports no torch."""

from collections.abc import Sequence

from core.errors import InvalidModelPackageError
from core.language import mark
from core.phrases import phrase
from core.training.out_of_fold import read_out_of_fold
from core.training.plan import StartKind, StartPoint

KNOWS_IMAGES = mark(
    "The model that training starts from has learnt from at least {number} of these {total} images, so the"
    " cross-validated figures will be too good. Start from the bundled model to learn how good it is."
)


def start_overlap_warning(start: StartPoint, sha256: Sequence[str]) -> str | None:
    """What to say where a version that was trained here is trained again on images that it knows.

    Its folds kept them apart, the final model did not: whatever cross-validation holds out now, the first weights
    have learnt from it, with its label.

    Args:
        start: What training starts from.
        sha256: Of each image's file.

    Returns:
        A sentence; None where no image is known to be among them (of the bundled model's images, nobody knows here).
    """
    if start.kind is not StartKind.PACKAGE or start.path is None:
        return None
    try:
        answers = read_out_of_fold(start.path)
    except InvalidModelPackageError:
        return None
    known = {answer.sha256 for answer in answers.answers} if answers is not None else set()
    seen = sum(digest in known for digest in sha256)
    if not seen:
        return None
    return str(phrase(KNOWS_IMAGES, number=seen, total=len(sha256)))
