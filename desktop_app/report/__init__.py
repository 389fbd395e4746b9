"""Reports as a person makes them: preview, print, save."""
