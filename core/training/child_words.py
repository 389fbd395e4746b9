"""What the process that trains says to a person, in English: it chooses no language. Imports no torch.

Its errors travel with these words; `core.training.child_messages` says them in the person's language on the other side.
"""

from core.language import mark
from core.phrases import Template

IMAGENET_NAME = mark("Torchvision's ImageNet weights")
TOO_FEW_FOR_PROCESSES = mark(
    "a batch of {batch} has too few images for {processes} processes; use at most {most}",
)
TOO_FEW_LUNGS = mark(
    "training against shortcuts needs lungs, and two lung fields were found in {number} of {total} images"
)
TOO_FEW_VISIBLE = mark(
    "in all but {number} of the images of “{positive_class}” that a fold learns from no disease can be seen; do not"
    " leave them out"
)

CHILD_WORDS: tuple[Template, ...] = (IMAGENET_NAME, TOO_FEW_FOR_PROCESSES, TOO_FEW_LUNGS, TOO_FEW_VISIBLE)
