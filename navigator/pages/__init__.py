"""How it reads: a consultation told as a scene, as HTML and as text. Knows Jinja, knows no Qt."""
