"""A program that imports GitPython and does nothing with it."""

import git

assert git
