"""Copies of scans without identity: the basic profile of DICOM PS3.15 Annex E, masks over burned-in text, a report."""
