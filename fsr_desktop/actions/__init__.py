"""What can be done in the window: the rows of each menu, their shortcuts, and the Qt actions made from them."""
