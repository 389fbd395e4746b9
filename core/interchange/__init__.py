"""DICOM: results as objects, copies without identity, and the archives that scans come from and results go to."""
