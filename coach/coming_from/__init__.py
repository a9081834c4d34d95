"""What a person had in another program that reminds of breaks: read from its settings, else as that program comes."""
