"""Documents: PDF and JSON for the file.

A document is a `blocks.Document`: typed blocks with every word decided in Python. `document.write_document` lays any
of them out with the templates in `resources/report`. `dossier_pdf` is the validation dossier of a training run.
"""
