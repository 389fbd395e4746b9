"""Results as DICOM objects of the scan's own study: structured report, heat map, presentation state, PDF report."""
