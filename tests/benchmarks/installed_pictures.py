"""Real pictures that are no chest radiographs, from packages that happen to be installed and from this project.

Two halves without a picture in common: one to fit the gate on, one to measure it on. pydicom-data is a test
dependency; scikit-image and scikit-learn bring photographs, and are left out where they are not installed.
"""

from collections.abc import Iterator
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

from core.errors import HilumError
from core.imaging.greyscale import render
from core.imaging.radiograph import DisplayPixels
from core.imaging.reading import read_radiograph

ROOT = Path(__file__).resolve().parents[2]

SCAN = "CT, MR, ultrasound or scintigraphy"
LIMB = "leg"
PHOTOGRAPH = "photograph or picture"
DOCUMENT = "document or screenshot"
TEST_CHART = "test chart"

FITTED = {
    SCAN: ("693_UNCR.dcm", "693_UNCI.dcm", "MR2_UNCR.dcm", "US1_UNCR.dcm", "OBXXXX1A.dcm", "JPEG-LL.dcm", "liver.dcm"),
    TEST_CHART: ("mlut_18.dcm", "SC_rgb.dcm"),
    PHOTOGRAPH: (
        "astronaut.png", "camera.png", "coffee.png", "brick.png", "grass.png", "moon.png", "horse.png",
        "motorcycle_left.png", "flower.jpg", "hubble_deep_field.jpg",
    ),
    DOCUMENT: ("page.png", "window_light.webp"),
}  # fmt: skip
"""What the gate is fitted on: kind, and names of files."""

REPORTED = {
    LIMB: ("RG3_UNCR.dcm", "RG3_UNCI.dcm", "RG3_J2KR.dcm", "RG3_J2KI.dcm"),
    SCAN: (
        "CT_small.dcm", "bad_sequence.dcm", "explicit_VR-UN.dcm", "eCT_Supplemental.dcm", "emri_small.dcm",
        "MR_small.dcm", "MR-SIEMENS-DICOM-WithOverlays.dcm", "JPGLosslessP14SV1_1s_1f_8b.dcm",
        "color3d_jpeg_baseline.dcm", "gdcm-US-ALOKA-16.dcm", "color-pl.dcm", "examples_palette.dcm", "phantom.png",
    ),
    TEST_CHART: ("vlut_04.dcm", "image_dfl.dcm"),
    PHOTOGRAPH: (
        "chelsea.png", "rocket.jpg", "coins.png", "cell.png", "clock_motion.png", "gravel.png", "ihc.png",
        "retina.jpg", "color.png", "logo.png", "microaneurysms.png", "china.jpg", "OT-PAL-8-face.dcm",
        "chessboard_GRAY.png",
    ),
    DOCUMENT: ("text.png", "window_dark.webp", "GDCMJ2K_TextGBR.dcm"),
}  # fmt: skip
"""What the gate is measured on; other pictures than those it is fitted on."""


def installed(names: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, Path]]:
    """Kind and path of every picture that is here and can be read."""
    for kind, files in names.items():
        for name in files:
            path = _find(name)
            if path is None:
                print(f"left out: {name} is not installed")
            else:
                yield kind, path


def displayed(names: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, DisplayPixels]]:
    """Kind and picture, without the header that would give most of them away."""
    for kind, path in installed(names):
        try:
            yield kind, render(read_radiograph(path))
        except HilumError as error:
            print(f"left out: {path.name} ({error})")


def _find(name: str) -> Path | None:
    folders = [ROOT / "packaging" / "pictures"]
    for package, folder in (("skimage.data", "."), ("sklearn.datasets", "images")):
        if find_spec(package.partition(".")[0]) is not None:
            folders.append(Path(str(resources.files(package))) / folder)
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    if not name.endswith(".dcm"):
        return None
    from pydicom.data import get_testdata_file

    found = get_testdata_file(name, download=False)
    return Path(found) if isinstance(found, str) else None
