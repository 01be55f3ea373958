"""lacplan: validate, diff, version, merge, consult on and render multistakeholder plans."""

__version__ = "0.1.0"
