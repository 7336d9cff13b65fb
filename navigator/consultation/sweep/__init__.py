"""What must hold of every patient, gone through state by state: the proof behind `navigator check --safety`."""
