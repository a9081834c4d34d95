"""What paints by tokens: colours, type, icons, soft shadows."""
