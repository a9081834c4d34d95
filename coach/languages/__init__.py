"""The languages that the program can speak: their files, what one lacks, and which one it is."""
