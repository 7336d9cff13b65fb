"""Navigateur: an offline guideline navigator for chronic neuropathic pain."""

__version__ = "0.1.0"
