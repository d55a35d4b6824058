"""The notices that are seen now, over the canvas: the two newest, the newest below; they move nothing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QPoint, QPropertyAnimation, Signal
from PySide6.QtWidgets import QApplication, QWidget

from fsr_desktop.look.motion import TOAST_IN_MS, TOAST_OUT_MS, duration_ms
from fsr_desktop.session.batch_notice import export_action
from fsr_desktop.session.export_mark import is_exported
from fsr_desktop.session.notice import Notice, NoticeAction
from fsr_desktop.session.workspace import Workspace
from fsr_desktop.toasts.saved_list import ListSaver
from fsr_desktop.toasts.toast import Toast

MOST_SHOWN = 2
EDGE, GAP = 16, 8  # px
SAVE_LIST = "save_list"


class Toasts(QObject):
    """Shows the workspace's notices as children of `over`, raised, in no layout.

    A new notice is always shown, for it often answers what the user did just now. Where there is no room, one that
    would go by itself makes way for it and is gone; else the oldest waits, and comes back when there is room again.
    A notice goes when it is closed, when its time is over, when its cause is gone, and when the photo that it speaks of
    is undone, redone, closed or left for another. Signals: `verb_wanted` with the id of an action of the window,
    `export_wanted` with the ids of photos.
    """

    verb_wanted = Signal(str)
    export_wanted = Signal(tuple)

    def __init__(self, workspace: Workspace, over: QWidget) -> None:
        super().__init__(over)
        self._workspace, self._over = workspace, over
        self._shown: list[Toast] = []
        self._waiting: list[Toast] = []
        self._current_id = workspace.session.current_id
        self._saver = ListSaver(self._over, workspace.notice.emit)
        over.installEventFilter(self)
        workspace.notice.connect(self.show_notice)
        workspace.notice_gone.connect(self._cause_is_gone)
        workspace.current_changed.connect(self._current_changed)
        workspace.undo_stack.stepped.connect(self._photo_stepped)
        workspace.photo_changed.connect(self._count_anew)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    @property
    def shown(self) -> list[Toast]:
        """Those that can be seen, the oldest first."""
        return list(self._shown)

    @property
    def waiting(self) -> list[Toast]:
        """Those that wait for room, the one that comes back next last."""
        return list(self._waiting)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice, in the place of one with the same cause; one that is shown already is not repeated."""
        same = next((toast for toast in self._shown if toast.notice == notice), None)
        if same:
            same.start()
            return
        toast = Toast(notice, self._over)
        toast.hide()
        toast.closed.connect(lambda: self._remove(toast))
        toast.grown.connect(self._place)
        toast.verb_wanted.connect(lambda action: self._want(action, toast.notice))
        for waiting in [one for one in self._waiting if _is_the_same(one.notice, notice)]:
            self._remove(waiting)
        old = next((one for one in self._shown if _is_the_same(one.notice, notice)), None)
        if old:
            self._replace(old, toast)
            return
        self._shown.append(toast)
        self._fill()
        self._reveal(toast)
        toast.start()

    def move_over(self, widget: QWidget) -> None:
        """Show them over another widget from now on, as when another page is shown."""
        if widget is not self._over:
            self._over.removeEventFilter(self)
            self._over = widget
            widget.installEventFilter(self)
            for toast in self._all():
                toast.setParent(widget)
                toast.setVisible(toast in self._shown)
        for toast in self._shown:
            toast.raise_()
        self._place()

    def press_newest(self) -> None:
        """Press the button of the newest one that has any."""
        toast = next((toast for toast in reversed(self._shown) if toast.action), None)
        if toast:
            toast.press()

    def close_newest(self) -> bool:
        """Close the newest one; says whether there was one."""
        if self._shown:
            self._remove(self._shown[-1])
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep them in their corner."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    # ---- which are shown

    def _all(self) -> list[Toast]:
        return [*self._shown, *self._waiting]

    def _fill(self) -> None:
        while len(self._shown) > MOST_SHOWN:
            self._make_room()
        while self._waiting and len(self._shown) < MOST_SHOWN:
            toast = self._waiting.pop()
            self._shown.insert(0, toast)
            self._reveal(toast)
        self._place()

    def _make_room(self) -> None:
        """Of the older ones, one that goes by itself is gone, or the oldest waits; not the one with the keyboard in it,
        if it can be helped."""
        leaving = min(self._shown[:-1], key=lambda toast: (toast.has_focus, toast.stays))
        if leaving.stays:
            self._shown.remove(leaving)
            self._waiting.append(leaving)
            leaving.hide()
        else:
            self._remove(leaving)

    def _reveal(self, toast: Toast) -> None:
        toast.show()
        toast.raise_()
        self._place()
        self._slide(toast, toast.pos() + QPoint(0, EDGE), toast.pos(), TOAST_IN_MS)

    def _replace(self, old: Toast, new: Toast) -> None:
        self._shown[self._shown.index(old)] = new
        new.show()
        new.raise_()
        new.start()
        _destroy(old)
        self._fill()

    def _remove(self, toast: Toast) -> None:
        if toast in self._waiting:
            self._waiting.remove(toast)
            _destroy(toast)
        elif toast in self._shown:
            self._shown.remove(toast)
            leaving = self._slide(toast, toast.pos(), toast.pos() + QPoint(0, EDGE), TOAST_OUT_MS)
            if leaving:
                leaving.finished.connect(lambda: _destroy(toast))
            else:
                _destroy(toast)
            self._fill()

    def _want(self, action: NoticeAction, notice: Notice) -> None:
        if action.photo_ids:
            self.export_wanted.emit(action.photo_ids)
        elif action.verb == SAVE_LIST:
            self._saver.ask(notice)
        else:
            self.verb_wanted.emit(action.verb)

    def _count_anew(self, photo_id: str) -> None:
        """A button that exports photos counts those no more that were exported meanwhile."""
        photo = self._workspace.session.get(photo_id)
        if photo is None or not is_exported(photo):
            return
        for toast in self._all():
            if toast.action and photo_id in toast.action.photo_ids:
                toast.set_action(export_action([one for one in toast.action.photo_ids if one != photo_id]))

    # ---- when they go

    def _cause_is_gone(self, cause: str) -> None:
        for toast in self._all():
            if toast.notice.cause == cause:
                self._remove(toast)

    def _photo_stepped(self, photo_id: str) -> None:
        for toast in self._all():
            if toast.notice.photo_id == photo_id:
                self._remove(toast)

    def _current_changed(self) -> None:
        """Another photo is shown: what was said of the one before goes, and what was said of photos that are closed."""
        left, self._current_id = self._current_id, self._workspace.session.current_id
        for toast in self._all():
            photo_id = toast.notice.photo_id
            is_closed = photo_id and self._workspace.session.get(photo_id) is None
            if is_closed or (photo_id == left and photo_id != self._current_id):
                self._remove(toast)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for toast in self._shown:
            toast.set_has_focus(new is not None and (toast is new or toast.isAncestorOf(new)))

    # ---- where they are

    def _place(self) -> None:
        """From the lower right corner upwards, the newest lowest."""
        bottom = self._over.height() - EDGE
        for toast in reversed(self._shown):
            size = toast.size_in(self._over.width() - 2 * EDGE)
            corner = QPoint(self._over.width() - EDGE - size.width(), bottom - size.height())
            toast.resize(size)
            if toast.slide.state() == QAbstractAnimation.State.Running:
                toast.slide.setEndValue(corner)
            else:
                toast.move(corner)
            bottom -= size.height() + GAP

    def _slide(self, toast: Toast, start: QPoint, end: QPoint, usual_ms: int) -> QPropertyAnimation | None:
        duration = duration_ms(usual_ms)
        if not duration or not self._over.isVisible():
            return None
        toast.slide.stop()
        toast.slide.setDuration(duration)
        toast.slide.setStartValue(start)
        toast.slide.setEndValue(end)
        toast.slide.start()
        return toast.slide


def _is_the_same(old: Notice, new: Notice) -> bool:
    """Whether the new one takes the old one's place."""
    return old == new or bool(new.cause and old.cause == new.cause)


def _destroy(toast: Toast) -> None:
    toast.hide()
    toast.deleteLater()
