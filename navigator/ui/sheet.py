"""The style sheet of what Qt draws itself: fields, buttons, scroll bars, tooltips. Kept short: it is what
a change of theme costs. Everything with a state of our own is painted by its widget instead.
"""

import re
from collections.abc import Callable

_SHEET = """
QToolTip { background:$raised; color:$text; border:1px solid $border; padding:@6 @8; font-size:@13; }
QFrame#topbar { background:$surface; border:0; border-bottom:1px solid $border; }
QFrame#rail { background:$rail; border:0; border-right:1px solid $border; }
QFrame#panel { background:$rail; border:0; border-left:1px solid $border; }
QFrame#outbar { background:$surface; border:0; border-top:1px solid $border; }
QScrollArea, QScrollArea > QWidget > QWidget#canvas { background:transparent; border:0; }
QAbstractScrollArea::corner { background:transparent; }
QScrollBar:vertical { background:transparent; width:12px; margin:2px; }
QScrollBar::handle:vertical { background:$thumb; border-radius:4px; min-height:36px; border:0; margin:0 1px; }
QScrollBar::handle:vertical:hover { background:$text3; }
QScrollBar:horizontal { background:transparent; height:12px; margin:2px; }
QScrollBar::handle:horizontal { background:$thumb; border-radius:4px; min-width:36px; border:0; margin:1px 0; }
QScrollBar::add-line, QScrollBar::sub-line { height:0; width:0; }
QScrollBar::add-page, QScrollBar::sub-page { background:transparent; }
QPushButton { background:$surface; color:$text; border:1px solid $ctl; border-radius:6px; padding:0 @14;
  min-height:@32; font-weight:500; }
QPushButton:hover { background:$sunken; }
QPushButton:pressed { background:$border; }
QPushButton:disabled { color:$disabled; border-color:$border; }
QPushButton[kind="primary"] { background:$accent; color:$on_accent; border-color:$accent; font-weight:600; }
QPushButton[kind="primary"]:hover { background:$accent_hover; border-color:$accent_hover; }
QPushButton[kind="ghost"] { background:transparent; border-color:transparent; color:$accent; padding:0 @8; }
QPushButton[kind="ghost"]:hover { background:$accent_soft; }
QPushButton[kind="nav"] { background:transparent; border-color:transparent; color:$text2; padding:0 @10; }
QPushButton[kind="nav"]:hover { background:$sunken; color:$text; }
QPushButton[kind="nav"]:checked { background:$accent_soft; color:$accent; }
QPushButton[kind="ghost"]:disabled, QPushButton[kind="nav"]:disabled { color:$disabled; border-color:transparent; }
QPushButton:focus { border:%ring solid $focus; padding:0 %@14; }
QPushButton[kind="ghost"]:focus { border:%ring solid $focus; padding:0 %@8; }
QPushButton[kind="nav"]:focus { border:%ring solid $focus; padding:0 %@10; }
QPushButton[scale="small"] { min-height:@26; font-size:@13; padding:0 @10; }
QPushButton[scale="small"]:focus { padding:0 %@10; }
QPushButton[kind="link"] { background:transparent; border:1px solid transparent; color:$accent; padding:0 1px;
  min-height:@20; font-size:@13; }
QPushButton[kind="link"]:hover { text-decoration:underline; }
QPushButton[kind="link"]:focus { border:%ring solid $focus; padding:0; }
QToolButton { background:transparent; border:1px solid transparent; border-radius:6px; padding:6px; }
QToolButton:hover { background:$sunken; }
QToolButton:pressed { background:$border; }
QToolButton:focus { border:%ring solid $focus; padding:%6; }
QLineEdit, QComboBox { background:$surface; color:$text; border:1px solid $ctl; border-radius:6px; padding:0 @8;
  min-height:@32; font-weight:500; selection-background-color:$accent; selection-color:$on_accent; }
QLineEdit:focus, QComboBox:focus { border:%ring solid $focus; padding:0 %@8; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border:0; background:transparent; padding:0; min-height:0; }
QLineEdit:disabled, QComboBox:disabled { color:$disabled; border-color:$border; }
QLineEdit[state="asked"] { border:1px dashed $miss_line; }
QLineEdit[state="asked"]:focus { border:%ring solid $focus; }
QLineEdit[state="invalid"] { border:2px solid $ci_line; padding:0 @7; }
QLineEdit[state="invalid"]:focus { border:%ring solid $focus; }
QComboBox[scale="small"], QLineEdit[scale="small"] { min-height:@28; font-size:@13; }
QComboBox[state="asked"] { border:1px dashed $miss_line; }
QComboBox[state="asked"]:focus { border:%ring solid $focus; }
QComboBox[empty="true"] { color:$text3; font-weight:400; }
QComboBox::drop-down { border:0; width:@26; }
QComboBox::down-arrow { image:none; width:0; height:0; }
QComboBox QAbstractItemView { background:$raised; color:$text; border:1px solid $border; padding:4px; outline:0;
  selection-background-color:$accent_soft; selection-color:$text; }
QMenu { background:$raised; color:$text; border:1px solid $border; padding:@4; }
QMenu::item { padding:@6 @20 @6 @10; border-radius:4px; }
QMenu::item:selected { background:$accent_soft; color:$text; }
QMenu::icon { padding-left:@8; }
QMenu::separator { height:1px; background:$rule; margin:@4 @8; }
QTableView#plan { background:$surface; color:$text; border:1px solid $border; outline:0;
  selection-background-color:$accent_soft; selection-color:$text; }
QTableView#plan:focus { border:%ring solid $focus; }
QTableView#plan::item { padding:@3 @8; border:0; border-bottom:1px solid $rule; }
QTableView#plan::item:selected { background:$accent_soft; }
QTableView#plan QLineEdit { min-height:0; border-radius:0; padding:0 @4; border:2px solid $focus; }
QTableView#plan QHeaderView { background:$sunken; border:0; }
QTableView#plan QHeaderView::section { background:$sunken; color:$text2; border:0; border-bottom:1px solid $border;
  padding:0 @11; font-size:@13; font-weight:600; }
QCalendarWidget QWidget { background:$raised; color:$text; alternate-background-color:$sunken; }
QCalendarWidget QAbstractItemView { selection-background-color:$accent; selection-color:$on_accent; outline:0; }
QCalendarWidget QAbstractItemView:disabled { color:$disabled; }
QTextBrowser { background:transparent; border:0; selection-background-color:$accent; selection-color:$on_accent; }
QLineEdit#query { border:0; background:transparent; font-size:@17; font-weight:400; padding:0; }
"""


def style_sheet(colour: Callable[[str], str], px: Callable[[float], int], ring: int) -> str:
    """The sheet with its colours (`$token`) and its lengths (`@pixels`, zoomed) filled in.

    `ring` is the width of a focus ring in pixels; `%@pixels` and `%pixels` leave room for it inside the same frame.
    """
    taken = ring - 1  # the outline that is there without the focus has one pixel
    coloured = re.sub(r"\$(\w+)", lambda found: colour(found[1]), _SHEET).replace("%ring", f"{ring}px")
    coloured = re.sub(r"%@(\d+)", lambda found: f"{px(int(found[1])) - taken}px", coloured)
    coloured = re.sub(r"%(\d+)", lambda found: f"{int(found[1]) - taken}px", coloured)
    return re.sub(r"@(\d+)", lambda found: f"{px(int(found[1]))}px", coloured)
