"""The hospital's archive: tested, searched, retrieved from and sent to, by DICOM's own network and by DICOMweb."""
