"""The first files that an export would give, as the dialog names them."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QCoreApplication

from fsr_desktop.export.jobs import ExportChoice, export_jobs, restored_photos, targets_of
from fsr_desktop.session.photos import Session
from fsr_desktop.widgets.breakable import breakable

MOST_EXAMPLES = 3


def examples(choice: ExportChoice, session: Session) -> str:
    """A line for each; one that replaces a file says so."""
    photos = restored_photos(session) if choice.all_photos else [session.current] if session.current else []
    jobs = export_jobs(choice, photos[: MOST_EXAMPLES + 1], session, datetime.date.today())
    lost = QCoreApplication.translate("ExportExamples", "(replaces the file that is there)")
    paths = [path for job in jobs for path in targets_of(job)]
    lines = [
        breakable(f"{path} {lost}" if choice.replace_existing and path.exists() else str(path))
        for path in paths[:MOST_EXAMPLES]
    ]
    return "\n".join(lines + (["…"] if len(paths) > MOST_EXAMPLES else []))
