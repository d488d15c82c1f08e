"""Turns the sources into what a web host serves: the Python runtime and the sealed site."""
