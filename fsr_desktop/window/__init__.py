"""The main window: its parts, its dialogs, and the verbs that menus call."""
