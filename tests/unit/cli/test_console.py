"""What is printed on the console."""

from rich.table import Table

from lacplan.cli.console import console


def test_no_line_of_a_table_ends_in_spaces(capsys):
    table = Table("Group", "Members")
    table.add_row("Government", "3")
    table.add_row("Civil society and its many organisations", "")
    console().print(table)
    console().print("left", width=40, justify="left")
    told = capsys.readouterr().out
    assert "Government" in told
    assert [line for line in told.splitlines() if line.endswith(" ")] == []


def test_spaces_amid_a_line_stay(capsys):
    console().print("a  b \nc", soft_wrap=True)
    assert capsys.readouterr().out == "a  b\nc\n"
