"""The comments of a piece of YAML, so that none is lost where it is written anew."""

from __future__ import annotations

from collections import Counter

import yaml


def comments_of(text: str) -> list[str]:
    """Every comment in `text`, from its `#` to the end of its line, in order: what stands between YAML's tokens."""
    found: list[str] = []
    end = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        found += _between(text[end : token.start_mark.index])
        end = max(end, token.end_mark.index)
    return found + _between(text[end:])


def lost(before: str, after: str) -> list[str]:
    """The comments of `before` that `after` lacks, in their order."""
    left = Counter(comments_of(after))
    missing = []
    for comment in comments_of(before):
        if left[comment]:
            left[comment] -= 1
        else:
            missing.append(comment)
    return missing


def _between(gap: str) -> list[str]:
    """The comments of a gap: nothing else in it has a `#`."""
    return [line[line.index("#") :].rstrip() for line in gap.splitlines() if "#" in line]
