import logging
import random
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    UID,
    CTImageStorage,
    DeflatedExplicitVRLittleEndian,
    DigitalXRayImageStorageForPresentation,
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
    RLELossless,
)

from core.errors import (
    DamagedFileError,
    HilumError,
    MissingDecoderError,
    NoSuchFrameError,
    OversizedImageError,
    UnsupportedImageError,
)
from core.imaging import dicom_dataset
from core.imaging.dicom_reading import read_dicom
from core.imaging.greyscale import Rescale, default_window, modality_values, render
from core.imaging.radiograph import Stage


def sample(name: str) -> Path:
    found = get_testdata_file(name, download=False)
    assert isinstance(found, str)
    return Path(found)


def write(path: Path, pixels: bytes, syntax: UID = ExplicitVRLittleEndian, **attributes: Any) -> Path:
    """A minimal radiograph of 4 x 4 pixels, 16 bits."""
    dataset = Dataset()
    dataset.SOPClassUID, dataset.SOPInstanceUID = DigitalXRayImageStorageForPresentation, "1.2.3"
    dataset.Modality, dataset.PatientName = "DX", "Secret^Name"
    dataset.Rows = dataset.Columns = 4
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 16, 16, 15, 0
    for keyword, value in attributes.items():
        setattr(dataset, keyword, value)
    if "FloatPixelData" not in dataset and "DoubleFloatPixelData" not in dataset:
        dataset.PixelData = pixels
        dataset["PixelData"].VR = "OB" if dataset.BitsAllocated == 8 or syntax.is_encapsulated else "OW"
        dataset["PixelData"].is_undefined_length = syntax.is_encapsulated
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = syntax
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    dataset.file_meta.MediaStorageSOPInstanceUID = "1.2.3"
    dataset.save_as(path, enforce_file_format=True)
    return path


RAMP = np.arange(16, dtype="<u2").reshape(4, 4)


@pytest.mark.parametrize(
    ("plain", "compressed"),
    [
        ("RG1_UNCR.dcm", "RG1_J2KR.dcm"),
        ("RG1_UNCI.dcm", "RG1_J2KI.dcm"),
        ("MR2_UNCR.dcm", "MR2_J2KR.dcm"),
        ("MR2_UNCI.dcm", "MR2_J2KI.dcm"),
        ("US1_UNCR.dcm", "US1_J2KR.dcm"),
        ("MR_small.dcm", "MR_small_jp2klossless.dcm"),
        ("MR_small.dcm", "MR_small_jpeg_ls_lossless.dcm"),
        ("MR_small.dcm", "MR_small_RLE.dcm"),
        ("MR_small.dcm", "MR_small_bigendian.dcm"),
        ("MR_small.dcm", "MR_small_implicit.dcm"),
        ("SC_rgb.dcm", "SC_rgb_rle.dcm"),
        ("SC_rgb_16bit.dcm", "SC_rgb_rle_16bit.dcm"),
        ("SC_rgb_32bit.dcm", "SC_rgb_rle_32bit.dcm"),
        ("SC_rgb.dcm", "SC_rgb_jpeg_gdcm.dcm"),
        ("SC_rgb.dcm", "SC_rgb_expb.dcm"),
        ("SC_rgb_dcmtk_ebcr_dcmd.dcm", "SC_rgb_dcmtk_+eb+cr.dcm"),
        ("SC_rgb_small_odd.dcm", "SC_rgb_small_odd_big_endian.dcm"),
        ("OBXXXX1A.dcm", "OBXXXX1A_expb.dcm"),
        ("OBXXXX1A.dcm", "OBXXXX1A_rle.dcm"),
        ("emri_small.dcm", "emri_small_jpeg_2k_lossless.dcm"),
        ("emri_small.dcm", "emri_small_jpeg_ls_lossless.dcm"),
        ("emri_small.dcm", "emri_small_RLE.dcm"),
    ],
)
def test_compressed_twins_are_identical(plain: str, compressed: str) -> None:
    first, second = read_dicom(sample(plain)), read_dicom(sample(compressed))
    assert first.stored.dtype == second.stored.dtype
    assert np.array_equal(first.stored, second.stored)
    assert not second.stored.flags.writeable
    assert second.bits_stored == first.bits_stored


@pytest.mark.parametrize("name", ["RG1_UNCR.dcm", "RG1_UNCI.dcm"])
def test_lungs_are_dark_and_bones_bright(name: str) -> None:
    radiograph = read_dicom(sample(name))
    picture = render(radiograph)
    assert radiograph.inverse
    lung, spine = picture[500:800, 1150:1300].mean(), picture[300:900, 880:960].mean()
    assert lung < spine - 40


@pytest.mark.parametrize("name", ["JPGExtended.dcm", "JPEG-lossy.dcm"])
def test_twelve_bit_jpeg(name: str) -> None:
    radiograph = read_dicom(sample(name))
    assert (int(radiograph.stored.min()), int(radiograph.stored.max())) == (0, 264)
    assert radiograph.acquisition.lossy_compression is not None


def test_high_bits_are_cleared_and_embedded_overlays_kept(tmp_path: Path) -> None:
    overlay = np.zeros((4, 4), bool)
    overlay[1, 2] = True
    pixels = RAMP | (overlay.astype("<u2") << 12) | 0x8000
    path = write(tmp_path / "a", pixels.tobytes(), BitsStored=12, HighBit=11)
    dataset_group = {"OverlayRows": 4, "OverlayColumns": 4, "OverlayBitPosition": 12, "OverlayBitsAllocated": 16}
    assert np.array_equal(read_dicom(path).stored, RAMP)
    assert any("cleared" in step.description for step in read_dicom(path).steps)
    from pydicom import dcmread

    dataset = dcmread(path)
    for element, (_, value) in zip((0x0010, 0x0011, 0x0102, 0x0100), dataset_group.items(), strict=True):
        dataset.add_new((0x6000, element), "US", value)
    dataset.save_as(path)
    (found,) = read_dicom(path).overlays
    assert np.array_equal(found.bitmap, overlay)


def test_high_bit_in_the_middle(tmp_path: Path) -> None:
    path = write(tmp_path / "a", (RAMP << 4 | 0xF00F).tobytes(), BitsStored=8, HighBit=11)
    assert np.array_equal(read_dicom(path).stored, RAMP)


def test_signed_values_of_odd_width(tmp_path: Path) -> None:
    values = np.arange(-8, 8, dtype="<i2").reshape(4, 4)
    path = write(
        tmp_path / "a", (values & 0x0FFF).astype("<u2").tobytes(), BitsStored=12, HighBit=11, PixelRepresentation=1
    )
    assert np.array_equal(read_dicom(path).stored, values)


def test_separate_overlay() -> None:
    (overlay,) = read_dicom(sample("examples_overlay.dcm")).overlays
    assert overlay.bitmap.shape == (300, 484)
    assert (overlay.origin_row, overlay.origin_column) == (0, 0)


@pytest.mark.parametrize(("limit", "expected"), [(None, [0]), (2, [0, 1, 2])])
def test_padding(tmp_path: Path, limit: int | None, expected: list[int]) -> None:
    extra = {} if limit is None else {"PixelPaddingRangeLimit": limit}
    radiograph = read_dicom(write(tmp_path / "a", RAMP.tobytes(), PixelPaddingValue=0, **extra))
    assert radiograph.padding is not None
    assert radiograph.stored[radiograph.padding].tolist() == expected
    assert not radiograph.padding.flags.writeable
    assert default_window(radiograph).lower == len(expected)
    assert Stage.PADDING in [step.stage for step in radiograph.steps]


def test_padding_of_the_wrong_sign(tmp_path: Path) -> None:
    values = np.full((4, 4), 7, "<i2")
    values[0] = -2000
    path = write(tmp_path / "a", values.tobytes(), PixelRepresentation=1, PixelPaddingValue=-2000)
    padding = read_dicom(path).padding
    assert padding is not None
    assert padding.sum() == 4


@pytest.mark.parametrize(("keyword", "dtype"), [("FloatPixelData", "<f4"), ("DoubleFloatPixelData", "<f8")])
def test_float_pixels(tmp_path: Path, keyword: str, dtype: str) -> None:
    values = np.linspace(-1, 1, 16).reshape(4, 4).astype(dtype)
    attributes = {keyword: values.tobytes(), "BitsAllocated": values.dtype.itemsize * 8}
    radiograph = read_dicom(write(tmp_path / "a", b"", **attributes))
    assert np.array_equal(radiograph.stored, values)
    assert radiograph.bits_stored == 0
    assert (render(radiograph)[0, 0], render(radiograph)[-1, -1]) == (0, 255)


def test_rescaled_slices_open() -> None:
    radiograph = read_dicom(sample("CT_small.dcm"))
    assert radiograph.patient_study.sop_class_uid == CTImageStorage
    assert radiograph.modality_transform == Rescale(1.0, -1024.0)
    assert modality_values(radiograph).min() == radiograph.stored.min() - 1024


def test_frames_are_chosen() -> None:
    path = sample("emri_small.dcm")
    first, last = read_dicom(path, 0), read_dicom(path, 9)
    assert (first.frame_count, last.frame_index) == (10, 9)
    assert not np.array_equal(first.stored, last.stored)
    assert np.array_equal(last.stored, read_dicom(sample("emri_small_RLE.dcm"), 9).stored)
    for index in (10, -1):
        with pytest.raises(NoSuchFrameError):
            read_dicom(path, index)


@pytest.mark.parametrize(
    "name", ["SC_ybr_full_uncompressed.dcm", "SC_ybr_full_422_uncompressed.dcm", "SC_rgb_jpeg_dcmtk.dcm"]
)
def test_colour_becomes_luminance_and_says_so(name: str) -> None:
    radiograph = read_dicom(sample(name))
    expected = read_dicom(sample("SC_rgb.dcm")).stored.astype(int)
    # Their colours were rounded once more on the way to luminance and differences.
    assert np.abs(radiograph.stored.astype(int) - expected).mean() < 2
    assert [step.loses_colour for step in radiograph.steps if step.stage is Stage.GREYSCALE] == [True]


def test_a_segmented_palette_of_a_big_endian_file() -> None:
    little, big = (read_dicom(sample(f"gdcm-US-ALOKA-16{suffix}.dcm")) for suffix in ("", "_big"))
    assert np.array_equal(little.stored, big.stored)


def test_grey_stored_as_colour_stays_itself(tmp_path: Path) -> None:
    grey = np.arange(16, dtype=np.uint8).reshape(4, 4) * 17
    path = write(
        tmp_path / "a",
        np.repeat(grey, 3).tobytes(),
        SamplesPerPixel=3,
        PhotometricInterpretation="RGB",
        PlanarConfiguration=0,
        BitsAllocated=8,
        BitsStored=8,
        HighBit=7,
    )
    assert np.array_equal(read_dicom(path).stored, grey)
    assert np.array_equal(render(read_dicom(path)), grey)
    assert not any(step.loses_colour for step in read_dicom(path).steps)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("liver_1frame.dcm", "segmentation"),
        ("rtdose.dcm", "dose"),
        ("test-SR.dcm", "SR"),
        ("rtplan.dcm", "RT Plan"),
        ("waveform_ecg.dcm", "ECG"),
    ],
)
def test_what_is_no_image_is_named(name: str, said: str) -> None:
    with pytest.raises(UnsupportedImageError) as caught:
        read_dicom(sample(name))
    assert said in caught.value.detail


def test_absurd_headers_are_refused_before_decoding(tmp_path: Path) -> None:
    path = write(tmp_path / "a", RAMP.tobytes(), Rows=65535, Columns=65535)
    with pytest.raises(OversizedImageError) as caught:
        read_dicom(path)
    assert (caught.value.rows, caught.value.columns) == (65535, 65535)


def test_an_image_cut_off_before_its_pixels_says_so(tmp_path: Path) -> None:
    whole = write(tmp_path / "a", RAMP.tobytes()).read_bytes()
    cut = tmp_path / "cut"
    cut.write_bytes(whole[: whole.index(b"\xe0\x7f\x10\x00")])
    with pytest.raises(DamagedFileError, match="no pixels"):
        read_dicom(cut)


def test_truncated_pixels(tmp_path: Path) -> None:
    with pytest.raises(DamagedFileError):
        read_dicom(write(tmp_path / "a", RAMP.tobytes(), Rows=400))
    with pytest.raises(DamagedFileError):
        read_dicom(sample("MR_truncated.dcm"))


def test_a_codestream_larger_than_its_header_is_not_decoded(tmp_path: Path) -> None:
    big = bytearray(b"\xff\xd8\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x01\x11\x00\xff\xd9")
    path = write(tmp_path / "a", encapsulate([bytes(big)]), JPEGBaseline8Bit, BitsAllocated=8, BitsStored=8, HighBit=7)
    with pytest.raises(OversizedImageError):
        read_dicom(path)
    big[7:11] = b"\x00\x40\x00\x40"
    with pytest.raises(DamagedFileError, match="64 x 64"):
        read_dicom(
            write(tmp_path / "b", encapsulate([bytes(big)]), JPEGBaseline8Bit, BitsAllocated=8, BitsStored=8, HighBit=7)
        )


def test_an_rle_bomb_stops_at_the_frame(tmp_path: Path) -> None:
    header = (2).to_bytes(4, "little") + (64).to_bytes(4, "little") + (200_064).to_bytes(4, "little")
    bomb = header.ljust(64, b"\x00") + b"\x81\x07" * 200_000
    assert read_dicom(write(tmp_path / "a", encapsulate([bomb]), RLELossless)).stored.tolist() == [[0x0707] * 4] * 4


def test_deflated_files_and_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a", RAMP.tobytes(), DeflatedExplicitVRLittleEndian)
    assert np.array_equal(read_dicom(path).stored, RAMP)
    bomb = write(tmp_path / "b", bytes(4_000_000), DeflatedExplicitVRLittleEndian, Rows=1000, Columns=1000)
    monkeypatch.setattr(dicom_dataset, "LARGEST_INFLATED_BYTES", 100_000)
    with pytest.raises(DamagedFileError, match="expands"):
        read_dicom(bomb)


def test_endless_tiny_elements_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dicom_dataset, "MOST_READS", 20)
    with pytest.raises(DamagedFileError):
        read_dicom(write(tmp_path / "a", RAMP.tobytes()))


def test_a_missing_decoder_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "openjpeg", None)
    with pytest.raises(MissingDecoderError) as caught:
        read_dicom(sample("MR_small_jp2klossless.dcm"))
    assert caught.value.package == "pylibjpeg-openjpeg"
    assert caught.value.transfer_syntax == JPEG2000Lossless.name


def test_unknown_and_video_syntaxes(tmp_path: Path) -> None:
    path = write(tmp_path / "a", encapsulate([b"\x00" * 8]), JPEGExtended12Bit)
    content = path.read_bytes()
    video = content.replace(b"1.2.840.10008.1.2.4.51", b"1.2.840.10008.1.2.4.92")
    unknown = content.replace(b"1.2.840.10008.1.2.4.51", b"1.2.840.10008.1.2.9.99")
    path.write_bytes(video)
    with pytest.raises(MissingDecoderError):
        read_dicom(path)
    path.write_bytes(unknown)
    with pytest.raises(HilumError):
        read_dicom(path)


def test_nothing_about_the_patient_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = write(tmp_path / "a", RAMP.tobytes(), PatientBirthDate="19400305")
    path.write_bytes(path.read_bytes().replace(b"19400305", b"Secretxx"))
    with caplog.at_level(logging.DEBUG):
        assert read_dicom(path).patient_study.birth_date is None
    assert caplog.records == []


SEEDS = ["JPEG-LL.dcm", "MR_small_jpeg_ls_lossless.dcm", "MR_small_RLE.dcm", "image_dfl.dcm", "mlut_18.dcm"]
SEEDS += ["SC_rgb_jpeg_dcmtk.dcm", "MR_small_jp2klossless.dcm", "MR_small_implicit.dcm", "examples_palette.dcm"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SEEDS), st.integers(0, 2**32 - 1))
def test_damage_raises_nothing_but_hilums_own_errors(tmp_path: Path, name: str, seed: int) -> None:
    generator = random.Random(seed)
    content = bytearray(sample(name).read_bytes())
    for _ in range(generator.choice((1, 5, 50))):
        content[generator.randrange(generator.choice((2000, len(content))))] = generator.randrange(256)
    if generator.random() < 0.3:
        del content[generator.randrange(200, len(content)) :]
    path = tmp_path / "damaged"
    path.write_bytes(content)
    with suppress(HilumError):
        render(read_dicom(path))


def test_endless_sequences_are_not_unfolded(tmp_path: Path) -> None:
    path = write(tmp_path / "a", RAMP.tobytes())
    content = path.read_bytes()
    items = b"\xfe\xff\x00\xe0\x00\x00\x00\x00" * 60_000
    sequence = b"\x00\x52\x30\x92SQ\x00\x00" + len(items).to_bytes(4, "little") + items
    start = content.index(b"\xe0\x7f\x10\x00")
    path.write_bytes(content[:start] + sequence + content[start:])
    assert np.array_equal(read_dicom(path).stored, RAMP)
