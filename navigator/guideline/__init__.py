"""What is written: the content files, read into frozen values that remember where they stand."""
