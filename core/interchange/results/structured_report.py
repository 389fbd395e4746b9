"""The finding as a Comprehensive SR by TID 1500, Measurement Report (DICOM PS3.16)."""

# untranslated module: written into DICOM objects

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydicom.dataset import Dataset
from pydicom.sr.coding import Code

from core.interchange.results import codes
from core.interchange.results.cleaning import observer_name, valid_text
from core.interchange.results.drawn_groups import drawn_groups
from core.interchange.results.equipment import MANUFACTURER, MODEL_NAME, NewObject, software_version
from core.interchange.results.finding_groups import finding_groups
from core.interchange.results.source import ResultSource
from core.interchange.results.study import SourceStudy
from core.interchange.results.uids import CODING_SCHEME_UID, fixed_uid
from core.screening.result import OVERRIDE_NOTICE, RESEARCH_USE_NOTICE, ScanResult

if TYPE_CHECKING:
    import highdicom as hd


def structured_report(source: ResultSource, study: SourceStudy, new: NewObject) -> Dataset:
    """Make the structured report about a scan that was classified, measured, or both.

    A refused scan that nobody overrode has no number of the model's in it.

    Args:
        source: The scan.
        study: Where the object belongs.
        new: What it is called.
    """
    import highdicom as hd
    from highdicom.coding_schemes import CodingSchemeIdentificationItem

    groups = [*drawn_groups(source, study)]
    if source.result is not None:
        groups = [*finding_groups(source.result, study), *groups]
    report = hd.sr.MeasurementReport(
        observation_context=_observation_context(source.person),
        procedure_reported=_procedure(source, study),
        imaging_measurements=groups,
        title=codes.MEASUREMENT_REPORT,
    )
    root = report[0]
    _insert_image_library(root, study, is_chest=source.is_of_chest)
    root.ContentSequence.append(_container(codes.QUALITATIVE_EVALUATIONS, list(_texts(source))))
    dataset: Dataset = hd.sr.ComprehensiveSR(
        evidence=[study.as_evidence()],
        content=root,
        series_instance_uid=new.series_uid,
        series_number=new.series_number,
        sop_instance_uid=new.instance_uid,
        instance_number=1,
        manufacturer=MANUFACTURER,
        is_complete=True,
        content_date=new.made.date(),
        content_time=new.made.time().replace(microsecond=0),
        coding_schemes=[
            CodingSchemeIdentificationItem(
                designator=codes.PRIVATE_SCHEME, name=codes.PRIVATE_SCHEME_NAME, uid=CODING_SCHEME_UID
            )
        ],
    )
    return dataset


def _procedure(source: ResultSource, study: SourceStudy) -> Code:
    """What was done: that a scan shows a chest is not said of one that the gate took for something else."""
    is_radiograph = study.modality in codes.RADIOGRAPHY_MODALITIES
    return codes.CHEST_RADIOGRAPHY if source.is_of_chest and is_radiograph else codes.IMAGING_PROCEDURE


def _observation_context(person: str) -> "hd.sr.ObservationContext":
    """Hilum as the device that observed, and who had it done where that is known (TID 1001)."""
    import highdicom as hd

    version = software_version()
    device = hd.sr.ObserverContext(
        observer_type=hd.sr.CodedConcept("121007", "DCM", "Device"),
        observer_identifying_attributes=hd.sr.DeviceObserverIdentifyingAttributes(
            uid=fixed_uid(f"program {version}"),
            name=f"Hilum {version}",
            manufacturer_name=MANUFACTURER,
            model_name=MODEL_NAME,
        ),
    )
    name = observer_name(person)
    if not name:
        return hd.sr.ObservationContext(observer_device_context=device)
    return hd.sr.ObservationContext(
        observer_person_context=hd.sr.ObserverContext(
            observer_type=hd.sr.CodedConcept("121006", "DCM", "Person"),
            observer_identifying_attributes=hd.sr.PersonObserverIdentifyingAttributes(name=name),
        ),
        observer_device_context=device,
    )


def _insert_image_library(root: "hd.sr.ContentItem", study: SourceStudy, *, is_chest: bool) -> None:
    """Name the scan with what it is (TID 1600), in front of the measurements."""
    import highdicom as hd

    modality = codes.MODALITIES.get(study.modality)
    if modality is None:
        return
    image = hd.sr.ImageContentItem(
        name=hd.sr.CodedConcept("260753009", "SCT", "Source"),
        referenced_sop_class_uid=study.class_uid,
        referenced_sop_instance_uid=study.instance_uid,
        referenced_frame_numbers=[study.frame_number] if study.frame_number is not None else None,
        relationship_type="CONTAINS",
    )
    described = [_coded(hd.sr.CodedConcept("121139", "DCM", "Modality"), modality, "HAS ACQ CONTEXT")]
    if is_chest:
        region = hd.sr.CodedConcept("123014", "DCM", "Target Region")
        described.append(_coded(region, codes.CHEST, "HAS ACQ CONTEXT"))
    image.ContentSequence = hd.sr.ContentSequence(described)
    group = _container(Code("126200", "DCM", "Image Library Group"), [image])
    library = _container(Code("111028", "DCM", "Image Library"), [group])
    measured = next(
        position
        for position, item in enumerate(root.ContentSequence)
        if item.ConceptNameCodeSequence[0].CodeValue == "126010"
    )
    root.ContentSequence.insert(measured, library)


def _texts(source: ResultSource) -> "Iterator[hd.sr.TextContentItem]":
    """What is said in words: research use first, then why, what the gate found, and what to know."""
    yield _text(codes.RESEARCH_USE, RESEARCH_USE_NOTICE)
    if source.result is not None:
        for name, sentence in _sentences(source.result):
            yield _text(name, sentence)
    if valid_text(source.comment, "UT"):
        yield _text(codes.COMMENT, source.comment)


def _sentences(result: ScanResult) -> Iterator[tuple[Code, str]]:
    if result.override is not None:
        yield codes.OVERRIDE, OVERRIDE_NOTICE
    for reason in result.verdict.reasons:
        yield codes.REASON, reason.sentence
    for finding in result.gate.findings:
        yield codes.GATE, finding.sentence
    for notice in result.notices:
        yield codes.NOTICE, notice.sentence
    for statement in result.statements:
        yield codes.STATEMENT, statement
    if result.limits:
        yield codes.LIMITS, result.limits
    if result.origin:
        yield codes.ORIGIN, result.origin


def _text(name: Code, value: str) -> "hd.sr.TextContentItem":
    import highdicom as hd

    return hd.sr.TextContentItem(name=name, value=valid_text(value, "UT"), relationship_type="CONTAINS")


def _coded(name: Code, value: Code, relationship: str) -> "hd.sr.CodeContentItem":
    import highdicom as hd

    return hd.sr.CodeContentItem(name=name, value=value, relationship_type=relationship)


def _container(name: Code, items: "list[hd.sr.ContentItem]") -> "hd.sr.ContainerContentItem":
    import highdicom as hd

    container = hd.sr.ContainerContentItem(name=name, relationship_type="CONTAINS")
    container.ContentSequence = hd.sr.ContentSequence(items)
    return container
