"""The command line: one file per command, each of which parses, calls down, prints and exits."""


def main() -> None:
    """Run lacplan and leave with the exit status that `lacplan.errors.Exit` explains."""
    import gc

    # A command lives for a moment and makes next to no cycles: looking for them, at start-up and
    # over a large draft's tree, takes a tenth of its time and frees nothing.
    gc.disable()
    from lacplan.cli.app import run

    try:
        run()
    finally:
        gc.freeze()  # nor is there anything to look for on the way out
