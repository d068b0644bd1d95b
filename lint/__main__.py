"""`python -m lint` is `copydesk`."""

from lint.cli import main

if __name__ == "__main__":
    main()
