"""The server: what is stored, who may see it, and who is told."""
