"""Runs Postil and its peers over the same documents and prints what the same scorers and the same clock say."""

import argparse
import json
import os
import platform
import resource
import shlex
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent

TYPES = ["PER", "ORG", "LOC", "MISC"]

POSTIL_TYPES = {
    "person": "PER", "organization": "ORG", "location": "LOC", "group": "MISC", "event": "MISC", "work": "MISC", "misc": "MISC",
}
"""Postil's types in CoNLL's; dates and amounts are no names there."""

COPIES = 9
"""So often does Postil's timed run read the documents more than the run whose time is taken off."""

ROUNDS = 3
"""So often is every peer timed; they take turns, so that a busy minute does not fall on one of them alone."""

LENGTH = 3
"""So many seconds of passes a round are timed; what is compiled while it runs first has as many untimed."""


def main():
    arguments = parse()
    if arguments.what in ("names", "all"):
        names(arguments)
    if arguments.what in ("quotes", "all"):
        quotes(arguments)
    if arguments.what in ("speed", "all"):
        speed(arguments)


def parse():
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__)
    parser.add_argument("what", choices=["names", "quotes", "speed", "all"])
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--scorers", type=Path, help="folder with score_ner.py and score_quotes.py")
    parser.add_argument("--postil", type=Path, required=True, help="the program, built for release")
    parser.add_argument("--pkg", type=Path, default=HERE.parent.parent / "pkg", help="folder of the wasm module")
    parser.add_argument("--names", default="ner-dev.jsonl", help="file of --data with names (%(default)s)")
    parser.add_argument("--quotes", default="quotes-dev.jsonl", help="file of --data with quotes (%(default)s)")
    parser.add_argument("--source", default="", help="only documents whose source begins so")
    parser.add_argument("--only", default="", help="only peers whose name has one of these words, with commas between")
    parser.add_argument("--also", action="append", default=[], metavar="NAME=COMMAND",
                        help="time this command too: it is given --time SECONDS, reads documents, prints {\"seconds\": […]}")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="timed rounds (%(default)s)")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made on the way; run.sh gives it")
    arguments = parser.parse_args()
    if arguments.what != "speed" and arguments.scorers is None:
        parser.error("--scorers is needed to score")
    return arguments


def names(arguments):
    """One table a corpus, and a second row for each peer with its names' edges cut as the corpora cut them."""
    gold = select(load(arguments.data / arguments.names), arguments.source)
    corpora = {}
    for document in gold:
        corpora.setdefault(document["source"].split("-")[0], []).append(document)
    found = {}
    for name, command in chosen(arguments, {
        "Postil": None,
        "spaCy en_core_web_sm": script("names_spacy.py", "--whole"),
        "compromise": package(arguments, "names_compromise.mjs"),
        "wink-nlp": package(arguments, "names_wink.mjs", "--whole"),
    }).items():
        found[name] = postil_names(arguments, gold) if command is None else ask(command, texts(gold))
        if command is not None:
            found[name + ", edges trimmed"] = trimmed(arguments, "trim_edges.py", gold, found[name])
    for corpus, documents in corpora.items():
        print(f"\n### Names: {corpus}, {len(documents)} documents, {tokens(documents):,} words\n")
        header("tool", "PER+ORG+LOC P", "R", "**F1**", *TYPES, "all F1", "spans, any type, F1")
        for name, records in found.items():
            row(name, *names_row(arguments, documents, records))


def names_row(arguments, documents, records):
    result = score(arguments, "score_ner.py", documents, records)
    # a tool that has no such names at all is not one that is always wrong
    told = {kind: result[kind]["pred"] > 0 for kind in [*TYPES, "core", "all"]}
    core = [percent(value) if told["core"] else "none" for value in result["core"]["exact"]]
    types = [percent(result[kind]["exact"][2]) if told[kind] else "none" for kind in [*TYPES, "all"]]
    spans = score(arguments, "score_ner.py", untyped(documents), untyped(records), "--types", "NAME")
    return [*core[:2], f"**{core[2]}**", *types, percent(spans["all"]["exact"][2])]


def untyped(documents):
    return [
        {**document, "entities": [{**entity, "type": "NAME"} for entity in document["entities"]]} for document in documents
    ]


def postil_names(arguments, gold):
    return [
        {"id": record["id"], "entities": [
            {"start": entity["start"], "end": entity["end"], "type": POSTIL_TYPES[entity["type"]]}
            for entity in record["entities"] if entity["type"] in POSTIL_TYPES
        ]}
        for record in ask(postil(arguments), texts(gold))
    ]


def quotes(arguments):
    """One table, and a second row for each tool without what stands between marks that the scorer does not read."""
    gold = select(load(arguments.data / arguments.quotes), arguments.source)
    print(f"\n### Quotes: {len(gold)} documents, {tokens(gold):,} words\n")
    header("tool", "detection P", "R", "**F1**", "speaker right, strict", "lenient", "none given", "**end to end F1**",
           "indirect, characters F1", "spans F1", "spans with speaker F1")
    for name, command in chosen(arguments, {
        "naive regex": script("quotes_regex.py"),
        "textacy on spaCy": script("quotes_textacy.py"),
        "Postil": postil(arguments),
    }).items():
        records = ask(command, texts(gold))
        row(name, *quotes_row(arguments, gold, records))
        if name != "naive regex":
            row(name + ", double marks only", *quotes_row(arguments, gold, trimmed(arguments, "double_marks.py", gold, records)))


def quotes_row(arguments, gold, records):
    result = score(arguments, "score_quotes.py", gold, records)
    detection = [percent(value) for value in result["a_detection"]]
    indirect = ["none"] * 3
    if any(quote["kind"] == "indirect" for record in records for quote in record["quotes"]):
        indirect = [percent(result["d_indirect_" + figure][2]) for figure in ("chars", "spans", "spans_speaker")]
    speakers = [percent(result[figure]) for figure in ("b_strict", "b_lenient", "b_no_speaker")]
    return [*detection[:2], f"**{detection[2]}**", *speakers, f"**{percent(result['c_end_to_end'][2])}**", *indirect]


def speed(arguments):
    """Two tables: names in words a second, quotes in documents a second."""
    cores = one_core()
    print(f"\n{machine()}")
    wasm = package(arguments, "speed_wasm.mjs", str(arguments.pkg.resolve()))
    also = {name: shlex.split(command) for name, command in (extra.split("=", 1) for extra in arguments.also)}
    documents = select(load(arguments.data / arguments.names), arguments.source)
    contest(arguments, "names", documents, {
        "Postil, native": None,
        "Postil, wasm in Chromium": wasm,
        **also,
        "spaCy en_core_web_sm, names only": script("names_spacy.py"),
        "spaCy en_core_web_sm, whole": script("names_spacy.py", "--whole"),
        "compromise": package(arguments, "names_compromise.mjs"),
        "wink-nlp, tagger and entities": package(arguments, "names_wink.mjs"),
        "wink-nlp, whole": package(arguments, "names_wink.mjs", "--whole"),
    }, reference="compromise")
    documents = select(load(arguments.data / arguments.quotes), arguments.source)
    contest(arguments, "quotes", documents, {
        "Postil, native": None,
        f"Postil, native, {len(cores)} cores, by the clock": cores,
        "Postil, wasm in Chromium": wasm,
        **also,
        "naive regex": script("quotes_regex.py"),
        "textacy on spaCy": script("quotes_textacy.py"),
        "textacy on spaCy, names too": script("quotes_textacy.py", "--names"),
    }, reference="textacy on spaCy")


def contest(arguments, subject, documents, runners, reference):
    inputs = texts(documents)
    seconds = {name: [] for name in chosen(arguments, runners)}
    for _ in range(arguments.rounds):
        for name, taken in seconds.items():
            command = runners[name]
            if command is None:
                taken.append(time_postil(arguments, inputs))
            elif isinstance(command, set):
                taken.append(time_postil(arguments, inputs, command))
            else:
                passes = json.loads(pipe([*command, "--time", str(LENGTH)], inputs))["seconds"]
                taken.append(statistics.median(passes))
    words = tokens(documents)
    print(f"\n### Speed, {subject}: {len(documents)} documents, {words:,} words, {arguments.rounds} rounds, load {load_average()}\n")
    header("tool", "words a second", "fastest round", "slowest round", "documents a second", f"× {reference}")
    slow = statistics.median(seconds[reference]) if reference in seconds else None
    for name, taken in seconds.items():
        middle = statistics.median(taken)
        times = f"{slow / middle:.1f}" if slow else ""
        row(name, *(f"{words / each:,.0f}" for each in (middle, min(taken), max(taken))), f"{len(documents) / middle:,.1f}", times)


def time_postil(arguments, inputs, cores=None):
    """Seconds of one pass, JSON in and out included, without starting the program and loading what it needs: the processor's, or with
    `cores`, which it may use, the clock's."""
    path = arguments.work / "timed.jsonl"
    now = time.monotonic if cores else children_seconds
    free = (lambda: os.sched_setaffinity(0, cores)) if cores and hasattr(os, "sched_setaffinity") else None
    taken = []
    for copies in (1, 1 + COPIES):
        path.write_bytes(inputs * copies)
        begun = now()
        with path.open("rb") as stdin:
            subprocess.run(postil(arguments), stdin=stdin, stdout=subprocess.DEVNULL, check=True, preexec_fn=free)
        taken.append(now() - begun)
    return (taken[1] - taken[0]) / COPIES


def children_seconds():
    """The processor time so far of all programs that this one has started and that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def one_core():
    """Ties this process, and so all that it starts, to one core, where the system can. Gives all that there are."""
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    if not hasattr(os, "sched_setaffinity"):
        return set(range(os.cpu_count() or 1))
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    return cores


def machine():
    model = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next((line.split(": ", 1)[1] for line in lines if line.startswith("model name")), model)
    except OSError:
        pass
    tied = "tied to one core" if hasattr(os, "sched_setaffinity") else "not tied to a core"
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return f"{model}, {tied}; Python {platform.python_version()}, Node {node}; processor time."


def load_average():
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def load(path):
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def select(documents, source):
    return [document for document in documents if document.get("source", "").startswith(source)]


def chosen(arguments, runners):
    words = [word.strip().lower() for word in arguments.only.split(",")]
    return {name: command for name, command in runners.items() if any(word in name.lower() for word in words)}


def tokens(documents):
    return sum(len(document["text"].split()) for document in documents)


def texts(documents):
    """What every tool is given: no gold."""
    return "".join(json.dumps({"id": document["id"], "text": document["text"]}) + "\n" for document in documents).encode()


def script(name, *switches):
    return [sys.executable, str(HERE / name), *switches]


def package(arguments, name, *switches):
    # beside the installed packages, as Node looks for them from where a script lies
    return ["node", str(arguments.work / name), *switches]


def postil(arguments):
    return [str(arguments.postil.resolve()), "analyze", "--jsonl"]


def ask(command, inputs):
    return [json.loads(line) for line in pipe(command, inputs).splitlines()]


def trimmed(arguments, name, gold, records):
    path = write(arguments.work / "texts.jsonl", gold)
    lines = "".join(json.dumps(record) + "\n" for record in records)
    return ask([*script(name), str(path)], lines.encode())


def pipe(command, inputs):
    done = subprocess.run(command, input=inputs, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"{shlex.join(command)} ended with status {done.returncode}")
    return done.stdout


def score(arguments, scorer, gold, records, *switches):
    paths = [write(arguments.work / "gold.jsonl", gold), write(arguments.work / "found.jsonl", records)]
    return json.loads(pipe([sys.executable, str(arguments.scorers / scorer), *map(str, paths), "--json", *switches], b""))


def write(path, records):
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(record) + "\n" for record in records)
    return path


def percent(share):
    return f"{100 * share:.1f}"


def header(*cells):
    row(*cells)
    row("---", *["---:"] * (len(cells) - 1))


def row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
