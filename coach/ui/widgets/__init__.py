"""What pages are made of: each paints itself by a Look and says what it is to a screen reader."""
