"""The organisation's pages. They stand here because `organisation` itself is below `access`."""
