"""This patient, this walk: pure values and functions. Knows no YAML, no HTML, no Qt and no clock."""
