"""Where things stand on the glass: the only rooms that know Qt."""
