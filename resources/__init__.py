"""Files that ship with Hilum: model packages, icons, licences. Data only, no code."""
