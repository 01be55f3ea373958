"""YAML text and the lossless tree over it: the only room that knows ruamel.yaml."""
