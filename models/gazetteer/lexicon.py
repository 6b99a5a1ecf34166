"""Decodes compromise's lexicon: words packed as a trie, a string for each tag."""

import re

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def words(script, tag):
    """The words that the lexicon's script gives a tag, lower case as they are there."""
    found = re.search(rf'^\s*"{re.escape(tag)}":\s*"true¦([^"]*)"', script, re.MULTILINE)
    if not found:
        raise LookupError(tag)
    nodes = found.group(1).split(";")
    symbols = {}
    while match := re.fullmatch(r"([0-9A-Z]+):([0-9A-Z]+)", nodes[0]):
        symbols[_number(match.group(1))] = _number(match.group(2))
        nodes.pop(0)
    spelled, open_nodes = [], [(0, "")]
    while open_nodes:
        index, prefix = open_nodes.pop()
        node = nodes[index]
        if node.startswith("!"):
            spelled.append(prefix)
            node = node[1:]
        parts = re.split(r"([A-Z0-9,]+)", node)
        for text, to in zip(parts[::2], parts[1::2] + [","]):
            if not text:
                continue
            if to == ",":
                spelled.append(prefix + text)
                continue
            number = _number(to)
            target = symbols[number] if number < len(symbols) else index + number + 1 - len(symbols)
            open_nodes.append((target, prefix + text))
    return spelled


def _number(digits):
    """Base 36 without leading zeros wasted: "0".."Z", then "00".."ZZ", and so on."""
    value = 0
    for digit in digits:
        value = value * 36 + DIGITS.index(digit)
    return value + sum(36**places for places in range(1, len(digits)))
