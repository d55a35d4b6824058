"""`python -m fsr_desktop`."""

from fsr_desktop.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
