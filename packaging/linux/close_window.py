"""Asks an X window to close, as the cross in its corner does: python3 close_window.py WINDOW-NUMBER.

Knows Xlib's client message. There is no window manager in the test's display, and older xdotools only destroy.
"""

import ctypes
import sys


class Message(ctypes.Structure):
    """XClientMessageEvent, as long as the union XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 12),
    )


def main(window: int) -> None:
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    if not display:
        raise SystemExit("no display")
    wanted, close = (x.XInternAtom(display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
    client_message, now = 33, 0
    event = Message(type=client_message, window=window, message_type=wanted, format=32)
    event.data[0], event.data[1] = close, now
    x.XSendEvent(display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(event))
    x.XFlush(display)
    x.XCloseDisplay(display)


if __name__ == "__main__":
    main(int(sys.argv[1]))
