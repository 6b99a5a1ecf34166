"""Documents from standard input; to standard output what a peer found in them or, with --time, how long it took."""

import argparse
import json
import sys
import time


def run(describe, load, **options):
    """Runs a peer: `load(arguments)` gives a function from all texts to one record (a dict) a text, in order.

    `options` are further switches: their name and what they mean. Loading is not timed, and one pass goes before the
    clock starts.
    """
    parser = argparse.ArgumentParser(description=describe)
    parser.add_argument("--time", type=int, default=0, metavar="PASSES", help="print the seconds of so many passes instead")
    for name, meaning in options.items():
        parser.add_argument("--" + name, action="store_true", help=meaning)
    arguments = parser.parse_args()
    documents = [json.loads(line) for line in sys.stdin.buffer if line.strip()]
    texts = [document["text"] for document in documents]
    find = load(arguments)
    if not arguments.time:
        for document, record in zip(documents, find(texts), strict=True):
            print(json.dumps({"id": document["id"], **record}))
        return
    find(texts)
    seconds = []
    for _ in range(arguments.time):
        begun = time.perf_counter()
        find(texts)
        seconds.append(time.perf_counter() - begun)
    print(json.dumps({"seconds": seconds}))
