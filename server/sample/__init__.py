"""What the demo is filled with: a roster, and one file a module that plans something."""
