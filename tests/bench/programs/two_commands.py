"""A Typer program with two commands, of which one is run."""

import typer

app = typer.Typer()


@app.command()
def greet(name: str, *, loudly: bool = False) -> None:
    """Say hello."""
    typer.echo(f"Hello, {name.upper() if loudly else name}")


@app.command()
def leave(name: str) -> None:
    """Say good-bye."""
    typer.echo(f"Good-bye, {name}")


app()
