"""The pages of ledelsens gjennomgang."""
