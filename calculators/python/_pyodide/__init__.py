"""In place of Pyodide's: the first module that Pyodide imports also lets Python find the modules in our bundles.

`zipimport` reads the directory of an archive entry by entry, and every module by itself: a third of a
millisecond for each file before anything is imported. A bundle is read in one piece: the bytes of each
file by its path, as `marshal` writes them, deflated.
"""

import sys
import zlib
from marshal import loads

from _frozen_importlib import ModuleSpec

LIBRARY = "library.bundle"  # in the archive with which Python starts
OURS = "/measures.bundle"
HEADER = 16  # bytes of a compiled file before its code


class Bundle:
    """Finds and runs the modules of one bundle, and gives its other files."""

    def __init__(self, root, content):
        self.root = root
        self.files = loads(zlib.decompress(content))

    def find_spec(self, name, path=None, target=None):
        """The module in the bundle, if it has it."""
        stem = name.replace(".", "/")
        for file, package in ((stem + ".pyc", False), (stem + "/__init__.pyc", True)):
            if file in self.files:
                spec = ModuleSpec(name, self, origin=self.root + file, is_package=package)
                spec.has_location = True
                if package:
                    spec.submodule_search_locations.append(self.root + stem)
                return spec
        return None

    def create_module(self, spec):
        """As Python makes modules."""

    def exec_module(self, module):
        """Run the code of the module."""
        content = self.get_data(module.__spec__.origin)
        exec(loads(memoryview(content)[HEADER:]), module.__dict__)

    def get_data(self, path):
        """The bytes of a file; OSError where there is none."""
        try:
            return self.files[path.removeprefix(self.root)]
        except KeyError:
            raise OSError(path) from None


def find_bundles():
    """Look into each bundle that is there, before the path is searched."""
    archive = __spec__.loader.archive
    try:
        sys.meta_path.insert(-1, Bundle("/library/", __spec__.loader.get_data(f"{archive}/{LIBRARY}")))
        with open(OURS, "rb") as file:
            sys.meta_path.insert(-1, Bundle("/", file.read()))
    except OSError:
        pass  # what a build starts to see what is loaded has archives only


def set_excepthook():
    """Pyodide's core asks for it: errors are printed as `traceback` does."""
    import traceback

    sys.excepthook = traceback.print_exception


find_bundles()

from . import _base, _importhook  # noqa: E402

__all__ = ["_base", "_importhook"]
