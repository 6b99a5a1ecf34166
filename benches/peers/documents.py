"""Documents from standard input; to standard output what a peer found in them or, with --time, how long it took."""

import argparse
import json
import sys
import time

WARM = 10
"""So many documents go untimed before all are timed: no code is compiled here while it runs, and caches fill quickly."""


def run(describe, load, **options):
    """Runs a peer: `load(arguments)` gives a function from all texts to one record (a dict) a text, in order.

    `options` are further switches: their name and what they mean.
    """
    parser = argparse.ArgumentParser(description=describe)
    parser.add_argument("--time", type=float, metavar="SECONDS", help="print the processor time of passes instead, repeated for so long")
    for name, meaning in options.items():
        parser.add_argument("--" + name, action="store_true", help=meaning)
    arguments = parser.parse_args()
    documents = [json.loads(line) for line in sys.stdin.buffer if line.strip()]
    texts = [document["text"] for document in documents]
    find = load(arguments)
    if arguments.time is None:
        for document, record in zip(documents, find(texts), strict=True):
            print(json.dumps({"id": document["id"], **record}))
        return
    find(texts[:WARM])
    print(json.dumps({"seconds": repeat(lambda: find(texts), arguments.time)}))


def repeat(one_pass, length):
    """The processor seconds of each pass: as many as `length` seconds hold, and one at least."""
    seconds = []
    begun = time.perf_counter()
    while not seconds or time.perf_counter() - begun < length:
        before = time.process_time()
        one_pass()
        seconds.append(time.process_time() - before)
    return seconds
