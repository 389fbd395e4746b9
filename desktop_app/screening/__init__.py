"""The strip of scans and the result panel."""
