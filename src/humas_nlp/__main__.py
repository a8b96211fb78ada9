"""Run the command as ``python -m humas_nlp``."""

from humas_nlp.cli import main

if __name__ == "__main__":
    main()
