"""`python -m coach` is the command posture-coach."""

from coach.cli import run

if __name__ == "__main__":
    run()
