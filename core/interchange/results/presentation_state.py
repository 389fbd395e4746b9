"""The shown window, inversion and measurements as a Grayscale Softcopy Presentation State (DICOM PS3.3 A.33.1)."""

# untranslated module: written into DICOM objects

from typing import TYPE_CHECKING

import numpy as np
from pydicom.dataset import Dataset

from core.imaging.drawn_measurement import DrawnMeasurement
from core.imaging.greyscale import ModalityLut, Rescale, VoiFunction, VoiLut, VoiWindow, nearest_window
from core.imaging.radiograph import ModalityTransform, Radiograph
from core.interchange.results.cleaning import observer_name, valid_text
from core.interchange.results.equipment import MANUFACTURER, MODEL_NAME, NewObject, software_version
from core.interchange.results.geometry import Outline, anchor_of, outlines_of
from core.interchange.results.lookup_tables import as_entries, fits_lookup_table, set_first_value
from core.interchange.results.source import ResultSource
from core.interchange.results.study import SourceStudy

if TYPE_CHECKING:
    import highdicom as hd

_UNSPECIFIED = "US"
"""What a modality's values mean where nothing says so (DICOM PS3.3 C.11.1.1.2)."""


def presentation_state(source: ResultSource, study: SourceStudy, new: NewObject) -> Dataset:
    """Make the presentation state that shows a scan as it is shown here.

    Args:
        source: The scan; a greyscale one.
        study: Where the object belongs.
        new: What it is called.
    """
    import highdicom as hd

    radiograph = source.radiograph
    evidence = study.as_evidence()
    # What highdicom looks for in enhanced images; the transformations are stated here.
    evidence.SharedFunctionalGroupsSequence = [Dataset()]
    inverse = radiograph.inverse != source.is_inverted
    shape = hd.PresentationLUTShapeValues.INVERSE if inverse else hd.PresentationLUTShapeValues.IDENTITY
    layer = hd.pr.GraphicLayer("MEASUREMENTS", 1, "Measurements made in Hilum")
    annotation = _annotation(source, evidence, layer)
    dataset: Dataset = hd.pr.GrayscaleSoftcopyPresentationState(
        referenced_images=[evidence],
        series_instance_uid=new.series_uid,
        series_number=new.series_number,
        sop_instance_uid=new.instance_uid,
        instance_number=1,
        manufacturer=MANUFACTURER,
        manufacturer_model_name=MODEL_NAME,
        software_versions=software_version(),
        device_serial_number="",
        content_label="HILUM",
        content_description="Window and measurements, research use only",
        content_creator_name=observer_name(source.person) or None,
        graphic_annotations=[annotation] if annotation is not None else None,
        graphic_layers=[layer] if annotation is not None else None,
        modality_lut_transformation=_modality(radiograph.modality_transform),
        voi_lut_transformations=[_values_of_interest(radiograph, source.window)],
        presentation_lut_transformation=hd.PresentationLUTTransformation(presentation_lut_shape=shape),
    )
    dataset.PresentationCreationDate = f"{new.made:%Y%m%d}"
    dataset.PresentationCreationTime = f"{new.made:%H%M%S}"
    _name_frame(dataset, study)
    _set_displayed_area(dataset, radiograph)
    return dataset


def _modality(transform: ModalityTransform) -> "hd.ModalityLUTTransformation | None":
    """Stored to modality values, None where they are the same."""
    import highdicom as hd

    match transform:
        case Rescale():
            return hd.ModalityLUTTransformation(
                rescale_intercept=transform.intercept,
                rescale_slope=transform.slope,
                rescale_type=valid_text(transform.unit, "LO") or _UNSPECIFIED,
            )
        case ModalityLut():
            lut = hd.ModalityLUT(
                lut_type=valid_text(transform.unit, "LO") or _UNSPECIFIED,
                first_mapped_value=0,
                lut_data=transform.table.astype(np.uint16),
                lut_explanation=valid_text(transform.explanation, "LO") or None,
            )
            set_first_value(lut, transform.first_value, transform.table.size)
            return hd.ModalityLUTTransformation(modality_lut=lut)
        case _:
            return None


def _values_of_interest(radiograph: Radiograph, window: VoiWindow | None) -> "hd.pr.SoftcopyVOILUTTransformation":
    """The shown window, or the file's own curve or window."""
    import highdicom as hd

    chosen = window if window is not None else radiograph.voi_options[0]
    if isinstance(chosen, VoiLut) and fits_lookup_table(chosen.first_value, chosen.table):
        entries = as_entries(chosen.table, chosen.largest_entry)
        lut = hd.VOILUT(0, entries, valid_text(chosen.explanation, "LO") or None)
        set_first_value(lut, chosen.first_value, entries.size)
        return hd.pr.SoftcopyVOILUTTransformation(voi_luts=[lut])
    shown = nearest_window(radiograph, chosen)
    function = shown.function
    if function is VoiFunction.LINEAR and shown.width < 1.0:
        function = VoiFunction.LINEAR_EXACT  # As the viewer shows it; LINEAR allows no width below 1.
    return hd.pr.SoftcopyVOILUTTransformation(
        window_center=shown.center,
        window_width=shown.width,
        window_explanation=valid_text(shown.explanation, "LO") or None,
        voi_lut_function=function.value,
    )


def _annotation(
    source: ResultSource, evidence: Dataset, layer: "hd.pr.GraphicLayer"
) -> "hd.pr.GraphicAnnotation | None":
    """All measurements with what they say, None where there are none."""
    import highdicom as hd

    graphics: list[hd.pr.GraphicObject] = []
    texts: list[hd.pr.TextObject] = []
    for drawn in source.finished_measurements:
        graphics.extend(_graphic(outline) for outline in outlines_of(drawn, source.radiograph))
        texts.extend(_texts(drawn, source.radiograph))
    if not graphics:
        return None
    return hd.pr.GraphicAnnotation(
        referenced_images=[evidence],
        graphic_layer=layer,
        graphic_objects=graphics,
        text_objects=texts,
    )


def _graphic(outline: Outline) -> "hd.pr.GraphicObject":
    import highdicom as hd

    return hd.pr.GraphicObject(outline.graphic_type, outline.points, units="PIXEL")


def _texts(drawn: DrawnMeasurement, radiograph: Radiograph) -> "list[hd.pr.TextObject]":
    import highdicom as hd

    lines = drawn.texts(radiograph.spacing)
    if not lines:
        return []
    text = valid_text("\r\n".join(lines), "ST")
    return [
        hd.pr.TextObject(text, units="PIXEL", anchor_point=anchor_of(drawn, radiograph), anchor_point_visible=False)
    ]


def _name_frame(dataset: Dataset, study: SourceStudy) -> None:
    """Restrict the state to the frame it was made on, where the scan has several."""
    if study.frame_number is None:
        return
    for item in (*dataset.ReferencedSeriesSequence, *dataset.get("GraphicAnnotationSequence", ())):
        for image in item.ReferencedImageSequence:
            image.ReferencedFrameNumber = study.frame_number


def _set_displayed_area(dataset: Dataset, radiograph: Radiograph) -> None:
    """The whole image, at its pixels' own shape (DICOM PS3.3 C.10.4)."""
    for area in dataset.DisplayedAreaSelectionSequence:
        if "PixelOriginInterpretation" in area:
            del area.PixelOriginInterpretation  # Of slides in tiles only.
        spacing = radiograph.spacing
        if spacing is not None and spacing.row_mm != spacing.column_mm:
            del area.PresentationPixelAspectRatio
            area.PresentationPixelSpacing = [f"{spacing.row_mm:.10g}", f"{spacing.column_mm:.10g}"]
