"""The rules once more, one series at a time and point by point, to hold the arrays against."""

from itertools import groupby, pairwise
from math import comb, isnan, log2


def mean(values):
    return sum(values) / len(values) if values else float("nan")


def anhoej(values, centre):
    """useful, longest run, longest allowed, crossings, fewest allowed, signal."""
    above = [value > centre for value in values if not isnan(value) and value != centre]
    if not above:
        return 0, 0, 0, 0, 0, False
    runs = [len(list(stay)) for _, stay in groupby(above)]
    useful = len(above)
    most = round(log2(useful)) + 3
    least = next(k for k in range(useful) if crossings_at_most(useful - 1, k) >= 0.05)
    crossings = len(runs) - 1
    return useful, max(runs), most, crossings, least, max(runs) > most or crossings < least


def crossings_at_most(tosses, k):
    return sum(comb(tosses, j) for j in range(k + 1)) / 2**tosses


def ranges(values, kept):
    chain = [value for value, one in zip(values, kept, strict=True) if one]
    steps = [abs(b - a) for a, b in pairwise(chain)]
    return [step for step in steps if not isnan(step)]


def special_causes(y, screened=True):
    """Names of the rules that the points of one group meet, by Making Data Count."""
    known = [value for value in y if not isnan(value)]
    middle, steps = mean(known), ranges(y, [True] * len(y))
    if screened:
        steps = [step for step in steps if step < 3.267 * mean(steps)]
    reach = 2.66 * mean(steps)
    side = [0 if isnan(v) or v == middle else (1 if v > middle else -1) for v in y]
    outside = [not isnan(v) and (v > middle + reach or v < middle - reach) for v in y]
    beyond = [not isnan(v) and abs(v - middle) > reach * 2 / 3 for v in y]
    close = [far and not out for far, out in zip(beyond, outside, strict=True)]
    way = trends(y)
    return [
        one_cause(t, side, outside, way, two_in_three(side, close), seven(side))
        for t in range(len(y))
    ]


def one_cause(t, side, outside, way, two, shift):
    if outside[t]:
        return "Above UCL" if side[t] > 0 else "Below LCL"
    if way[t]:
        return f"7 Point Trend ({'Increasing' if way[t] > 0 else 'Decreasing'})"
    if two[t]:
        return f"2 in 3 {'Above' if side[t] > 0 else 'Below'} CL"
    if shift[t]:
        return f"7 Points {'Above' if side[t] > 0 else 'Below'} CL"
    return "Common Cause"


def two_in_three(side, close):
    marked = [False] * len(side)
    for t in range(len(side) - 2):
        window = range(t, t + 3)
        if len({side[i] for i in window}) == 1 and side[t] and sum(close[i] for i in window) >= 2:
            for i in window:
                marked[i] = marked[i] or close[i]
    return marked


def seven(side):
    marked = [False] * len(side)
    for t in range(len(side) - 6):
        if side[t] and len(set(side[t : t + 7])) == 1:
            marked[t : t + 7] = [True] * 7
    return marked


def trends(y):
    """1 rising, -1 falling: the step out of a point if the next point is in a trend, else into it."""
    inside = [False] * len(y)
    for t in range(len(y) - 6):
        steps = [b - a for a, b in zip(y[t : t + 6], y[t + 1 : t + 7], strict=True)]
        if all(step > 0 for step in steps) or all(step < 0 for step in steps):
            inside[t : t + 7] = [True] * 7
    return [way_at(y, t, inside) if inside[t] else 0 for t in range(len(y))]


def way_at(y, t, inside):
    out = y[t + 1] - y[t] if t + 1 < len(y) and inside[t + 1] else 0
    step = out or (y[t] - y[t - 1])
    return 1 if step > 0 else -1
