"""The pages of audits and findings."""
