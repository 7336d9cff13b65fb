"""The first script of each program: takes the modules from the one archive beside the programs.

PyInstaller packs all modules into each program; here each carries none, and its own reader of such archives reads that
of `_internal/modules.pyz` instead (packaging/build.spec). Knows PyInstaller's loader, which requirements/dist.txt pins.
"""

import os
import sys

import pyimod01_archive
import pyimod02_importers

pyimod02_importers.pyz_archive = pyimod01_archive.ZlibArchiveReader(
    os.path.join(sys._MEIPASS, "modules.pyz"), check_pymagic=True
)
sys.path_importer_cache.clear()  # of what looked for modules in the empty archive
