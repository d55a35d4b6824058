"""The colours of the three themes, by what they are for. The only file with the window's fixed colours.

Dark and light are neutral greys, so that the window does not tint how a photo is seen; one accent fills the main
button, and the ring says what has the keyboard, what is ticked and what is a link.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """The colours of one theme, as `#rrggbb` or, where something shows through, `#aarrggbb`.

    `canvas` is around the photo, `bar` behind top bar and filmstrip, `panel` behind the right panel and dialogs.
    `raised`, `hover`, `pressed` fill what can be pressed; `button` to `button_edge` the buttons with words. `field` is
    below values and signs of check boxes, `line` a hairline that only decorates, `outline` the edge of a check box.
    `text2` is for what is said besides; on the light canvas it is too faint, take `text`. `sel` is the chosen segment,
    `track` what segments lie in; `groove`, `fill`, `handle` are a slider's. `tip` is a tooltip; `chip` lies over a
    photo, `disc` below the sign of a state, and `chip_ok` to `chip_info` are signs on either.
    """

    canvas: str
    bar: str
    panel: str
    raised: str
    hover: str
    pressed: str
    button: str
    button_hover: str
    button_pressed: str
    button_edge: str
    field: str
    line: str
    outline: str
    text: str
    text2: str
    disabled: str
    accent: str
    accent_hover: str
    accent_text: str
    ring: str
    ring_text: str
    sel: str
    sel_edge: str
    sel_text: str
    track: str
    groove: str
    fill: str
    handle: str
    ok: str
    warn: str
    bad: str
    toast: str
    toast_edge: str
    tip: str
    tip_text: str
    tip_edge: str
    menu_row: str
    menu_row_text: str
    chip: str = "#c7101010"
    chip_text: str = "#f2f2f2"
    chip_text2: str = "#c4c4c4"
    disc: str = "#141414"
    chip_ok: str = "#7fc58f"
    chip_warn: str = "#e3b341"
    chip_bad: str = "#f08a80"
    chip_info: str = "#6db1f5"


DARK = Tokens(
    canvas="#191919",
    bar="#222222",
    panel="#262626",
    raised="#363636",
    hover="#414141",
    pressed="#4c4c4c",
    button="#363636",
    button_hover="#414141",
    button_pressed="#4c4c4c",
    button_edge="#363636",
    field="#1b1b1b",
    line="#373737",
    outline="#7e7e7e",
    text="#e8e8e8",
    text2="#adadad",
    disabled="#7a7a7a",
    accent="#2f70b8",
    accent_hover="#3676be",
    accent_text="#ffffff",
    ring="#6db1f5",
    ring_text="#101010",
    sel="#4a4a4a",
    sel_edge="#8e8e8e",
    sel_text="#e8e8e8",
    track="#1b1b1b",
    groove="#4b4b4b",
    fill="#a0a0a0",
    handle="#ededed",
    ok="#7fc58f",
    warn="#e3b341",
    bad="#f08a80",
    toast="#2e2e2e",
    toast_edge="#505050",
    tip="#0e0e0e",
    tip_text="#f0f0f0",
    tip_edge="#505050",
    menu_row="#414141",
    menu_row_text="#e8e8e8",
)
LIGHT = Tokens(
    canvas="#c6c6c6",
    bar="#efefef",
    panel="#f5f5f5",
    raised="#e3e3e3",
    hover="#d8d8d8",
    pressed="#cbcbcb",
    button="#fbfbfb",
    button_hover="#e4e4e4",
    button_pressed="#d2d2d2",
    button_edge="#c6c6c6",
    field="#ffffff",
    line="#d9d9d9",
    outline="#7b7b7b",
    text="#1b1b1b",
    text2="#575757",
    disabled="#868686",
    accent="#1c62ab",
    accent_hover="#15559a",
    accent_text="#ffffff",
    ring="#1c62ab",
    ring_text="#ffffff",
    sel="#ffffff",
    sel_edge="#747474",
    sel_text="#1b1b1b",
    track="#dcdcdc",
    groove="#c2c2c2",
    fill="#6a6a6a",
    handle="#3a3a3a",
    ok="#1c7a3c",
    warn="#8a5a00",
    bad="#b3261e",
    toast="#ffffff",
    toast_edge="#b4b4b4",
    tip="#ffffff",
    tip_text="#1b1b1b",
    tip_edge="#b4b4b4",
    menu_row="#d8d8d8",
    menu_row_text="#1b1b1b",
)
CONTRAST = replace(
    DARK,
    canvas="#000000",
    bar="#000000",
    panel="#000000",
    raised="#000000",
    hover="#303030",
    pressed="#484848",
    button="#000000",
    button_hover="#303030",
    button_pressed="#484848",
    button_edge="#ffffff",
    field="#000000",
    line="#8a8a8a",
    outline="#ffffff",
    text="#ffffff",
    text2="#d4d4d4",
    disabled="#9c9c9c",
    accent="#ffe14d",
    accent_hover="#fff0a0",
    accent_text="#000000",
    ring="#ffe14d",
    ring_text="#000000",
    sel="#ffe14d",
    sel_edge="#ffe14d",
    sel_text="#000000",
    track="#000000",
    groove="#767676",
    fill="#ffe14d",
    handle="#ffffff",
    ok="#8df0a4",
    warn="#ffd257",
    bad="#ff9f96",
    toast="#000000",
    toast_edge="#ffffff",
    tip="#000000",
    tip_text="#ffffff",
    tip_edge="#ffffff",
    menu_row="#ffe14d",
    menu_row_text="#000000",
    chip="#000000",
    chip_text="#ffffff",
    chip_text2="#d4d4d4",
    disc="#000000",
    chip_ok="#8df0a4",
    chip_warn="#ffd257",
    chip_bad="#ff9f96",
    chip_info="#ffe14d",
)
