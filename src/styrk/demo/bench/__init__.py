"""The performance table: every page in one run, on a small and a large database in turns.

The reference is an empty view behind the same middleware, for a signed-in person whose sight is set,
and a bare view without any. What is compared is measured in the same minutes on the same machine,
and given as ratios; nothing here is a number from before.

Nothing is imported here: the worker's process begins with this module, before Django is ready.
"""
