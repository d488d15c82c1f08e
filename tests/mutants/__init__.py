"""Do the tests notice when a line of the rules is wrong? `make mutants` tries it for every line."""
