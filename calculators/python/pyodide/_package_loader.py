"""In place of Pyodide's: no packages are installed here, so archives, temporary files and paths need not be loaded."""


class Folder:
    """A path of which Pyodide only asks the text."""

    def __init__(self, path):
        self.path = path

    def __str__(self):
        return self.path


SITE_PACKAGES = Folder("/lib/python3.13/site-packages")
DSO_DIR = Folder("/usr/lib")


def init_loaded_packages():
    """None are installed."""
