import numpy as np
import pytest
from pydicom.dataset import Dataset

from core.imaging.dicom_dataset import quieten_pydicom
from core.imaging.dicom_transforms import read_inverse, read_modality_transform, read_voi_options
from core.imaging.greyscale_stages import IdentityModality, ModalityLut, Rescale, VoiFunction, VoiLut, VoiWindow


@pytest.fixture(autouse=True)
def _quiet() -> None:
    quieten_pydicom()


def lut_item(descriptor: list[int], data: bytes, explanation: str = "") -> Dataset:
    item = Dataset()
    item.add_new(0x00283002, "SS" if descriptor[1] < 0 else "US", descriptor)
    item.add_new(0x00283006, "OW", data)
    if explanation:
        item.LUTExplanation = explanation
    return item


def words(*values: int) -> bytes:
    return np.array(values, "<u2").tobytes()


def test_rescale() -> None:
    dataset = Dataset()
    dataset.RescaleSlope, dataset.RescaleIntercept, dataset.RescaleType = "2", "-1024", "HU"
    assert read_modality_transform(dataset, 0, False) == Rescale(2.0, -1024.0, "HU")


@pytest.mark.parametrize(("slope", "intercept"), [("1", "0"), ("0", "5"), (None, None)])
def test_rescale_that_changes_nothing_or_erases_is_none(slope: str | None, intercept: str | None) -> None:
    dataset = Dataset()
    if slope is not None:
        dataset.RescaleSlope, dataset.RescaleIntercept, dataset.RescaleType = slope, intercept, "US"
    assert read_modality_transform(dataset, 0, False) == IdentityModality("")


def test_rescale_of_a_frame() -> None:
    value, group = Dataset(), Dataset()
    value.RescaleSlope, value.RescaleIntercept = "3", "1"
    group.PixelValueTransformationSequence = [value]
    dataset = Dataset()
    dataset.PerFrameFunctionalGroupsSequence = [Dataset(), group]
    assert read_modality_transform(dataset, 1, False) == Rescale(3.0, 1.0)
    assert read_modality_transform(dataset, 0, False) == IdentityModality()


def test_modality_lut_wins_and_its_first_value_may_be_negative() -> None:
    dataset = Dataset()
    dataset.ModalityLUTSequence = [lut_item([3, 65534, 16], words(5, 6, 7), "tube")]
    dataset.RescaleSlope, dataset.RescaleIntercept = "2", "0"
    lut = read_modality_transform(dataset, 0, signed=True)
    assert isinstance(lut, ModalityLut)
    assert (lut.first_value, lut.table.tolist(), lut.explanation) == (-2, [5, 6, 7], "tube")
    unsigned = read_modality_transform(dataset, 0, signed=False)
    assert isinstance(unsigned, ModalityLut)
    assert unsigned.first_value == 65534


def test_zero_entries_mean_65536() -> None:
    dataset = Dataset()
    dataset.VOILUTSequence = [lut_item([0, 0, 16], np.arange(65536, dtype="<u2").tobytes())]
    (lut,) = read_voi_options(dataset, 0, False)
    assert isinstance(lut, VoiLut)
    assert lut.table.size == 65536
    assert lut.apply(np.array([65535], np.float32))[0] == 1.0


def test_bytes_packed_into_words() -> None:
    dataset = Dataset()
    dataset.VOILUTSequence = [lut_item([4, 0, 8], bytes([0, 85, 170, 255]))]
    (lut,) = read_voi_options(dataset, 0, False)
    assert lut.apply(np.array([0, 1, 2, 3], np.float32)).tolist() == pytest.approx([0, 1 / 3, 2 / 3, 1])


@pytest.mark.parametrize("bits", range(10, 17))
def test_white_is_the_largest_entry_the_bits_hold(bits: int) -> None:
    top = (1 << bits) - 1
    dataset = Dataset()
    dataset.VOILUTSequence = [lut_item([2, 0, bits], words(0, top))]
    (lut,) = read_voi_options(dataset, 0, False)
    assert isinstance(lut, VoiLut)
    assert lut.largest_entry == top


def test_curves_then_windows_each_with_its_name() -> None:
    dataset = Dataset()
    dataset.VOILUTSequence = [lut_item([2, 0, 8], b"\x00\xff", "SOFT"), lut_item([2, 0, 8], b"\x00\xff")]
    dataset.WindowCenter, dataset.WindowWidth = [100, 200, 300, 400], [50, 0, 60, 70]
    dataset.WindowCenterWidthExplanation = ["LUNG", "BAD", "BONE"]
    dataset.VOILUTFunction = "SIGMOID"
    options = read_voi_options(dataset, 0, False)
    assert [option.explanation for option in options] == ["SOFT", "Curve 2", "LUNG", "BONE", "Window 4"]
    assert options[2] == VoiWindow(100.0, 50.0, VoiFunction.SIGMOID, "LUNG")


def test_equal_windows_are_offered_once() -> None:
    dataset = Dataset()
    dataset.WindowCenter, dataset.WindowWidth = [100, 100], [50, 50]
    assert len(read_voi_options(dataset, 0, False)) == 1


def test_damaged_tables_are_left_out() -> None:
    dataset = Dataset()
    broken = Dataset()
    broken.add_new(0x00283002, "US", [2, 0])
    dataset.VOILUTSequence = [broken, lut_item([4, 0, 16], b"")]
    assert read_voi_options(dataset, 0, False) == ()


@pytest.mark.parametrize(
    ("photometric", "shape", "inverse"),
    [
        ("MONOCHROME2", None, False),
        ("MONOCHROME1", None, True),
        ("MONOCHROME1", "INVERSE", True),
        ("MONOCHROME2", "INVERSE", True),
        ("MONOCHROME2", "IDENTITY", False),
        ("RGB", "INVERSE", False),
    ],
)
def test_inverted_once_however_often_it_is_said(photometric: str, shape: str | None, inverse: bool) -> None:
    dataset = Dataset()
    if shape:
        dataset.PresentationLUTShape = shape
    assert read_inverse(dataset, photometric) is inverse
