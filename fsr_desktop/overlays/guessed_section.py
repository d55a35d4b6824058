from PySide6.QtWidgets import QWidget
class GuessedSection(QWidget):
    def __init__(self, workspace, view, results, parent=None):
        super().__init__(parent); self.setFixedHeight(126)
