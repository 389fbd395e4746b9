"""What the check of training images says: every sentence in one place, so that one that was kept can be found again."""

from core.language import mark, mark_count
from core.phrases import Template

NAMED_COUNT = mark("{name} {count}")
"""Of several kinds, how many there are of each."""
REASON = mark("{number} x \N{LEFT DOUBLE QUOTATION MARK}{reason}\N{RIGHT DOUBLE QUOTATION MARK}")
MISSING = mark_count(
    "The index names {count} file that cannot be found.", "The index names {count} files that cannot be found."
)
HALF_OF_ALL = mark("That is half of all or more: something is wrong with the whole folder.")
UNREADABLE = mark_count(
    "{count} file of {total} cannot be read: {reasons}.", "{count} files of {total} cannot be read: {reasons}."
)
OUTSIDE_CLASSES = mark_count(
    "Beside the class folders {count} image lies without a class, which nobody learns from.",
    "Beside the class folders {count} images lie without a class, which nobody learns from.",
)
INCOMPLETE_ROWS = mark_count(
    "The index has {count} row without a file or a label, which nobody learns from: line {rows}.",
    "The index has {count} rows without a file or a label, which nobody learns from: line {rows}.",
)
REPEATED_ROWS = mark_count(
    "The index names {count} file several times; each counts once.",
    "The index names {count} files several times; each counts once.",
)

CLASS_COUNTS = mark_count("{count} readable image: {listed}.", "{count} readable images: {listed}.")
ONE_IMAGE = mark("There is one image only, and from one image nothing can be learnt.")
NO_IMAGES = mark("No image can be read.")
EMPTY_CLASS = mark("The class “{name}” holds no readable image.")
ONE_CLASS = mark("All images are of one class, “{name}”: there is nothing to tell apart.")
TOO_MANY_CLASSES = mark("There are {number} classes; at most {most} can be told apart.")
UNUSABLE_NAME = mark("The class name “{name}” holds characters that no text can hold.")
TWO_NAMES = mark("{first} and {second}")
SIMILAR_NAMES = mark("The class names {names} differ only in case or spaces: probably they are one class.")
NOT_DIVISIBLE = mark_count(
    "The class “{name}” has {count} independent image, those of one patient and copies counting as one: it cannot be"
    " both learnt and tested.",
    "The class “{name}” has {count} independent images, those of one patient and copies counting as one: it cannot be"
    " both learnt and tested.",
)
TOO_FEW_FOR_FOLDS = mark_count(
    "The class “{name}” has {count} independent image, those of one patient and copies counting as one: too few for"
    " {folds} folds.",
    "The class “{name}” has {count} independent images, those of one patient and copies counting as one: too few for"
    " {folds} folds.",
)
FEW_IMAGES = mark_count(
    "The class “{name}” has {count} image only: figures about it will be vague.",
    "The class “{name}” has {count} images only: figures about it will be vague.",
)
IMBALANCE = mark(
    "There are {times} times as many images of “{commonest}” as of “{rarest}”: accuracy says little, look at"
    " sensitivity and specificity."
)

IN_TWO_CLASSES = mark_count(
    "{count} image lies in two classes, exactly the same: one of the labels must be wrong.",
    "{count} images lie in two classes, exactly the same: one of the labels must be wrong.",
)
COPIES_ACROSS_CLASSES = mark_count(
    "{count} image lies in two classes as altered copies (resized, re-encoded, brightened, cropped or mirrored): one of"
    " the labels is probably wrong.",
    "{count} images lie in two classes as altered copies (resized, re-encoded, brightened, cropped or mirrored): one of"
    " the labels is probably wrong.",
)
EXACT_COPIES = mark_count(
    "{count} image is there several times, exactly the same ({spare} spare).",
    "{count} images are there several times, exactly the same ({spare} spare).",
)
NEAR_COPIES = mark_count(
    "{count} image is there several times as altered copies: resized, re-encoded, brightened, cropped or mirrored"
    " ({spare} spare).",
    "{count} images are there several times as altered copies: resized, re-encoded, brightened, cropped or mirrored"
    " ({spare} spare).",
)
SOME_EXACT = mark("Some of them are exactly the same.")
PATIENTS_IN_CLASSES = mark_count(
    "{count} patient has images in several classes.", "{count} patients have images in several classes."
)
PATIENT_UNKNOWN_EVERYWHERE = mark(
    "The patient is unknown for every image: a patient with several images may be learnt from and tested on, which"
    " makes the figures better than they are."
)
PATIENT_UNKNOWN = mark(
    "The patient is unknown for {number} of {total} images: a patient with several images may be learnt from and tested"
    " on, which makes the figures better than they are."
)
SOURCE_TELLS_CLASS = mark(
    "Each of the {number} sources has images of one class only: a network that learns to tell the sources apart looks"
    " excellent here and fails elsewhere."
)
SMALL = mark_count(
    "{count} image has a side of fewer than {pixels} pixels: fine detail is lost.",
    "{count} images have a side of fewer than {pixels} pixels: fine detail is lost.",
)
ODD_SHAPE = mark_count(
    "{count} image is more than {times} times as long as wide: no usual chest radiograph is.",
    "{count} images are more than {times} times as long as wide: no usual chest radiograph is.",
)
EMPTY_PICTURE = mark_count(
    "{count} image shows nothing: nearly all of the picture has one grey value.",
    "{count} images show nothing: nearly all of the picture has one grey value.",
)
COLOUR = mark_count(
    "{count} image holds colours, which radiographs do not: screenshots, heat maps or drawings, perhaps.",
    "{count} images hold colours, which radiographs do not: screenshots, heat maps or drawings, perhaps.",
)

KEPT_TOGETHER = mark(
    "They are kept together in one fold, so the figures stay honest; copies still count several times."
)

FINDING_SENTENCES: tuple[Template, ...] = (
    *(NAMED_COUNT, REASON, TWO_NAMES),
    *(MISSING, HALF_OF_ALL, UNREADABLE, OUTSIDE_CLASSES, INCOMPLETE_ROWS, REPEATED_ROWS),
    *(CLASS_COUNTS, ONE_IMAGE, NO_IMAGES, EMPTY_CLASS, ONE_CLASS, TOO_MANY_CLASSES, UNUSABLE_NAME, SIMILAR_NAMES),
    *(NOT_DIVISIBLE, TOO_FEW_FOR_FOLDS, FEW_IMAGES, IMBALANCE),
    *(IN_TWO_CLASSES, COPIES_ACROSS_CLASSES, EXACT_COPIES, NEAR_COPIES, SOME_EXACT),
    *(PATIENTS_IN_CLASSES, PATIENT_UNKNOWN_EVERYWHERE, PATIENT_UNKNOWN, SOURCE_TELLS_CLASS),
    *(SMALL, ODD_SHAPE, EMPTY_PICTURE, COLOUR),
)
"""Everything that a finding's sentence is made of; what to do about it is nowhere kept."""
