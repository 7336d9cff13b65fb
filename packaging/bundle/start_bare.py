"""Ends at the first paint of an empty window: what our bundle is measured beside. Never shipped."""

import os

from PySide6.QtWidgets import QApplication, QMainWindow

os.environ["QT_QPA_PLATFORM"] = "offscreen"
qt = QApplication(["bare"])
window = QMainWindow()
window.show()
qt.processEvents()
os._exit(0)
