"""From a scan to an honest result: notices, decision, single scans and batches."""
