"""Measurements as they lie on the image, while a person draws and moves them. What they say comes from core."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.imaging.drawn_measurement import DrawnMeasurement, MeasurementKind, Segment
from core.imaging.histogram import Region
from core.imaging.measurement import Point
from core.imaging.radiograph import PixelSpacing
from core.language import mark
from desktop_app.viewer.viewer_values import ViewerTool

KIND_OF_TOOL: Mapping[ViewerTool, MeasurementKind] = {
    ViewerTool.LENGTH: MeasurementKind.LENGTH,
    ViewerTool.ANGLE: MeasurementKind.ANGLE,
    ViewerTool.CARDIOTHORACIC: MeasurementKind.CARDIOTHORACIC,
    ViewerTool.RECTANGLE: MeasurementKind.RECTANGLE,
    ViewerTool.ELLIPSE: MeasurementKind.ELLIPSE,
}

PROMPTS: Mapping[MeasurementKind, tuple[str, ...]] = {
    MeasurementKind.LENGTH: (mark("Length: click one end, or drag"), mark("Length: click the other end")),
    MeasurementKind.ANGLE: (
        mark("Angle: click the end of one arm"),
        mark("Angle: click the vertex"),
        mark("Angle: click the other end"),
    ),
    MeasurementKind.CARDIOTHORACIC: (
        mark("Heart/chest 1 of 6: click the midline at the top (a spinous process)"),
        mark("Heart/chest 2 of 6: click the midline at the bottom"),
        mark("Heart/chest 3 of 6: click the right heart border, farthest from the midline"),
        mark("Heart/chest 4 of 6: click the left heart border, farthest from the midline"),
        mark("Heart/chest 5 of 6: click the inner rib border on the patient's right, where the chest is widest"),
        mark("Heart/chest 6 of 6: click the inner rib border on the patient's left"),
    ),
    MeasurementKind.RECTANGLE: (mark("Region: drag a rectangle"), mark("Region: click the opposite corner")),
    MeasurementKind.ELLIPSE: (mark("Region: drag an ellipse"), mark("Region: click the opposite corner")),
}
"""What to do next, one sentence per point; as many as the measurement has points."""


@dataclass(eq=False)
class MeasurementItem:
    """One measurement, finished or being drawn.

    Attributes:
        kind: What is measured.
        points: Where, in image coordinates; the last one follows the pointer while drawing.
    """

    kind: MeasurementKind
    points: list[Point]

    @property
    def drawn(self) -> DrawnMeasurement:
        """It as it is now."""
        return DrawnMeasurement(self.kind, tuple(self.points))

    @property
    def has_all_points(self) -> bool:
        """Whether no further point is needed."""
        return self.drawn.has_all_points

    def corners(self) -> tuple[Point, Point, Point, Point]:
        """Corners of a region's box, around it."""
        return self.drawn.corners()

    def region(self) -> Region | None:
        """The region of interest, None for measurements that enclose none."""
        return self.drawn.region()

    def segments(self, spacing: PixelSpacing | None) -> tuple[Segment, ...]:
        """Lines to draw, beside a region's outline."""
        return self.drawn.segments(spacing)

    def texts(self, spacing: PixelSpacing | None) -> tuple[str, ...]:
        """The result, one string per line; empty while there is none."""
        return self.drawn.texts(spacing)
