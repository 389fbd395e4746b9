"""The report as an Encapsulated PDF of the scan's study (DICOM PS3.3 A.45.1)."""

# untranslated module: written into DICOM objects

from pydicom.dataset import Dataset
from pydicom.uid import EncapsulatedPDFStorage

from core.interchange.results.codes import MEASUREMENT_REPORT, SOURCE_IMAGE, code_item
from core.interchange.results.equipment import NewObject, begin_object
from core.interchange.results.study import SourceStudy

DOCUMENT_TITLE = "Hilum report, research use only"


def encapsulated_report(pdf: bytes, study: SourceStudy, new: NewObject) -> Dataset:
    """Wrap a PDF report into an object of the scan's study.

    Args:
        pdf: The report, a whole PDF file.
        study: Where the object belongs.
        new: What it is called.

    Raises:
        ValueError: The bytes are no PDF file.
    """
    if not pdf.startswith(b"%PDF-"):
        raise ValueError("no PDF file")
    dataset = begin_object(study, new, EncapsulatedPDFStorage, "DOC")
    dataset.ConversionType = "WSD"
    dataset.AcquisitionDateTime = ""
    # The report names the patient.
    dataset.BurnedInAnnotation = "YES"
    origin = study.reference(names_frame=False)
    origin.PurposeOfReferenceCodeSequence = [code_item(SOURCE_IMAGE)]
    dataset.SourceInstanceSequence = [origin]
    dataset.DocumentTitle = DOCUMENT_TITLE
    dataset.ConceptNameCodeSequence = [code_item(MEASUREMENT_REPORT)]
    dataset.VerificationFlag = "UNVERIFIED"
    dataset.MIMETypeOfEncapsulatedDocument = "application/pdf"
    dataset.EncapsulatedDocumentLength = len(pdf)
    dataset.EncapsulatedDocument = pdf if len(pdf) % 2 == 0 else pdf + b"\x00"
    return dataset
