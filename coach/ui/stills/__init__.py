"""Pictures of figures that stand still, made after the first paint and kept."""
