"""In place of the standard library's: only `importlib.resources.abc` is imported here, not the files, paths and archives."""
