"""A Typer program with two commands that has ruamel.yaml ready, and runs one of them."""

import typer
from ruamel.yaml import YAML

app = typer.Typer()
yaml = YAML(typ="safe")


@app.command()
def greet(name: str, *, loudly: bool = False) -> None:
    """Say hello."""
    typer.echo(f"Hello, {name.upper() if loudly else name}")


@app.command()
def leave(name: str) -> None:
    """Say good-bye."""
    typer.echo(f"Good-bye, {name}")


app()
