"""A Typer program with two commands that has ruamel.yaml ready, and prints one Rich table."""

import typer
from rich.console import Console
from rich.table import Table
from ruamel.yaml import YAML

app = typer.Typer()
yaml = YAML(typ="safe")


@app.command()
def greet(name: str, *, loudly: bool = False) -> None:
    """Print a table of greetings."""
    table = Table("Greeting", "Name", title="Greetings")
    for greeting in ("Hello", "Hola", "Olá", "Bonjour"):
        table.add_row(greeting, name.upper() if loudly else name)
    Console().print(table)


@app.command()
def leave(name: str) -> None:
    """Say good-bye."""
    typer.echo(f"Good-bye, {name}")


app()
