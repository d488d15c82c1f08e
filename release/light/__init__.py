"""What stands in for modules of Python's own that are long to import and do nothing in a page."""
