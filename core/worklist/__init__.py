"""The worklist: everything opened, received or classified, in a database that survives the program."""
