"""What comes in by itself: scans that other systems send, and those that appear in watched folders."""
