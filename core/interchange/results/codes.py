"""Coded concepts: from SNOMED CT, DCM and UCUM where they exist, otherwise from Hilum's own scheme 99HILUM."""

# untranslated module: written into DICOM objects

import hashlib

from pydicom.dataset import Dataset
from pydicom.sr.coding import Code

from core.interchange.results.cleaning import valid_text
from core.screening.decision import Decision

PRIVATE_SCHEME = "99HILUM"
PRIVATE_SCHEME_NAME = "Hilum's own concepts"

PROCESSING_EQUIPMENT = Code("109102", "DCM", "Processing Equipment")
ACQUISITION_EQUIPMENT = Code("109101", "DCM", "Acquisition Equipment")
SOURCE_IMAGE = Code("121322", "DCM", "Source image for image processing operation")
CLASS_ACTIVATION = Code("130402", "DCM", "Class activation")
MEASUREMENT_REPORT = Code("126000", "DCM", "Imaging Measurement Report")
ARTIFICIAL_INTELLIGENCE = Code("123110", "DCM", "Artificial Intelligence")
PROBABILITY = Code("122157", "DCM", "Probability")
THRESHOLD = Code("122411", "DCM", "Threshold Value")
COMMENT = Code("121106", "DCM", "Comment")
HEIGHT = Code("121207", "DCM", "Height")
WIDTH = Code("103355008", "SCT", "Width")
LENGTH = Code("410668003", "SCT", "Length")
ANGLE = Code("1483009", "SCT", "Angle")
CHEST = Code("816094009", "SCT", "Chest")
CHEST_RADIOGRAPHY = Code("399208008", "SCT", "Plain X-ray of chest")
IMAGING_PROCEDURE = Code("363679005", "SCT", "Imaging procedure")
LUNG = Code("39607008", "SCT", "Lung")
LEFT = Code("7771000", "SCT", "Left")
RIGHT = Code("24028007", "SCT", "Right")
BOTH_SIDES = Code("51440002", "SCT", "Right and left")
UPPER_ZONE = Code("281392002", "SCT", "Upper zone of lung")
MIDDLE_ZONE = Code("281393007", "SCT", "Middle zone of lung")
LOWER_ZONE = Code("281394001", "SCT", "Lower zone of lung")
OPACITY = Code("112001", "DCM", "Opacity")
QUALITATIVE_EVALUATIONS = Code("C0034375", "UMLS", "Qualitative Evaluations")

NO_UNITS = Code("1", "UCUM", "no units")
PERCENT = Code("%", "UCUM", "Percent")
MILLIMETRE = Code("mm", "UCUM", "mm")
DEGREE = Code("deg", "UCUM", "Degree")
PIXELS = Code("{pixels}", "UCUM", "pixels")

MODALITIES = {
    "CR": Code("CR", "DCM", "Computed Radiography"),
    "DX": Code("DX", "DCM", "Digital Radiography"),
    "RF": Code("RF", "DCM", "Radiofluoroscopy"),
    "RG": Code("RG", "DCM", "Radiographic imaging"),
    "XA": Code("XA", "DCM", "X-Ray Angiography"),
}
"""Modalities that a radiograph may carry, DICOM PS3.16 CID 29."""


RADIOGRAPHY_MODALITIES = frozenset({"", "CR", "DX", "OT", "RF", "RG", "SC"})
"""Those that a plain radiograph may carry; OT and SC are of films and screens that were captured."""


def _own(value: str, meaning: str) -> Code:
    return Code(value, PRIVATE_SCHEME, meaning)


OPACITY_EXTENT = _own("opacity-extent", "Share of the lung that is opaque")
ACTIVATION_IN_LUNGS = _own("within-lungs", "Share of the classifier's evidence within the lungs")
ERROR_LEVEL = _own("error-level", "Share of scans whose true answer may be excluded")
P_POSITIVE = _own("p-positive", "p-value of the positive answer")
P_NEGATIVE = _own("p-negative", "p-value of the negative answer")
POSSIBLE_ANSWERS = _own("possible", "Answers that remain possible")
LEAN = _own("lean", "What the classifier alone says")
CARDIOTHORACIC_RATIO = _own("ctr", "Cardiothoracic ratio")
RIGHT_HEART = _own("heart-right", "Greatest extent of the heart to the right of the midline")
LEFT_HEART = _own("heart-left", "Greatest extent of the heart to the left of the midline")
THORAX = _own("thorax", "Greatest internal diameter of the thorax")
AT_DETECTOR = _own("at-detector", "At the detector, not corrected for magnification")
GATE = _own("gate", "Finding of the input gate")
REASON = _own("reason", "Reason for the decision")
NOTICE = _own("notice", "Notice about the scan")
STATEMENT = _own("standing", "Standing of the model")
LIMITS = _own("limits", "Limits of the model")
ORIGIN = _own("origin", "Origin of the model")
RESEARCH_USE = _own("research-use", "Research use notice")
OVERRIDE = _own("override", "Override of a refusal")
REFUSED = _own("refused", "Not judged: refused by the input gate")

BOTH_POSSIBLE = _own("both", "Both answers remain possible")
NEITHER_POSSIBLE = _own("neither", "Neither answer remains possible")

POSITIVE = Code("10828004", "SCT", "Positive")
NEGATIVE = Code("260385009", "SCT", "Negative")
INDETERMINATE = Code("82334004", "SCT", "Indeterminate")

DECISIONS = {
    Decision.POSITIVE: POSITIVE,
    Decision.NEGATIVE: NEGATIVE,
    Decision.UNDETERMINED: INDETERMINATE,
    Decision.REFUSED: REFUSED,
}

_FINDINGS = {
    "covid19": Code("840539006", "SCT", "COVID-19"),
    "covid": Code("840539006", "SCT", "COVID-19"),
    "pneumonia": Code("233604007", "SCT", "Pneumonia"),
    "viralpneumonia": Code("75570004", "SCT", "Viral pneumonia"),
    "bacterialpneumonia": Code("53084003", "SCT", "Bacterial pneumonia"),
    "tuberculosis": Code("56717001", "SCT", "Tuberculosis"),
    "normal": Code("17621005", "SCT", "Normal"),
}
"""Classes by their letters and digits."""


def finding_code(class_name: str) -> Code:
    """The concept of a model's class; of one that no vocabulary here has, a concept of Hilum's own with its name."""
    letters = "".join(letter for letter in class_name.casefold() if letter.isalnum())
    return _FINDINGS.get(letters) or _own(_own_value("class", letters), valid_text(class_name, "LO") or "Finding")


def probability_code(class_name: str) -> Code:
    """The concept of a class's probability, for classes beside the one that the decision is about."""
    meaning = valid_text(f"Probability of {class_name}", "LO")
    return _own(_own_value("p", class_name.casefold()), meaning)


def code_item(code: Code) -> Dataset:
    """A coded concept as an item of a code sequence (DICOM PS3.3 8.8)."""
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = code.value, code.scheme_designator, code.meaning
    return item


def _own_value(prefix: str, name: str) -> str:
    """A code value of 16 characters at most that always is the same for a name."""
    return f"{prefix}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
