"""YAML into checked, frozen values. The only room that imports yaml."""
