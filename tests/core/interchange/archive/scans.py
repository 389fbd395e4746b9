"""Small DICOM scans to send about, of patients who do not exist."""

from pathlib import Path

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian, generate_uid

DX = "1.2.840.10008.5.1.4.1.1.1.1"
CR = "1.2.840.10008.5.1.4.1.1.1"


def write_scan(folder: Path, *, side: int = 32, seed: int = 0, **attributes: object) -> Path:
    """Write a chest radiograph of noise; attributes go over those that it has anyway."""
    scan = make_scan(side=side, seed=seed, **attributes)
    path = folder / f"{scan.SOPInstanceUID}.dcm"
    scan.save_as(path, enforce_file_format=True)
    return path


def make_scan(*, side: int = 32, seed: int = 0, **attributes: object) -> Dataset:
    scan = Dataset()
    scan.SpecificCharacterSet = "ISO_IR 192"
    scan.SOPClassUID = CR
    scan.SOPInstanceUID = generate_uid(prefix=None)
    scan.StudyInstanceUID = generate_uid(prefix=None)
    scan.SeriesInstanceUID = generate_uid(prefix=None)
    scan.PatientName = "Öztürk^Ayşe"
    scan.PatientID = "TR-17"
    scan.PatientBirthDate = "19700101"
    scan.PatientSex = "F"
    scan.StudyDate = "20260105"
    scan.StudyTime = "101500"
    scan.StudyID = "1"
    scan.StudyDescription = "Thorax"
    scan.AccessionNumber = "A100"
    scan.ReferringPhysicianName = ""
    scan.Modality = "CR"
    scan.SeriesNumber = "1"
    scan.InstanceNumber = "1"
    scan.BodyPartExamined = "CHEST"
    scan.ViewPosition = "PA"
    scan.Rows = scan.Columns = side
    scan.SamplesPerPixel = 1
    scan.PhotometricInterpretation = "MONOCHROME2"
    scan.BitsAllocated = 16
    scan.BitsStored = 12
    scan.HighBit = 11
    scan.PixelRepresentation = 0
    pixels = np.random.default_rng(seed).integers(0, 4096, (side, side), dtype=np.uint16)
    scan.PixelData = pixels.tobytes()
    scan["PixelData"].VR = "OW"
    for name, value in attributes.items():
        setattr(scan, name, value)
    scan.file_meta = FileMetaDataset()
    scan.file_meta.MediaStorageSOPClassUID = UID(scan.SOPClassUID)
    scan.file_meta.MediaStorageSOPInstanceUID = UID(scan.SOPInstanceUID)
    scan.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    return scan
