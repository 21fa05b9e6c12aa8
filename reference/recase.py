#!/usr/bin/env python3
"""Puts the words of a column corpus in another case: recase.py upper|lower|title < in.conll > out.conll

The first column is the word; tags, blank lines and -DOCSTART- stay as they are. docs/case.md uses it.
"""
import re
import sys

CASES = {"upper": str.upper, "lower": str.lower, "title": lambda word: word[:1].upper() + word[1:]}


def main():
    change = CASES[sys.argv[1]]
    source = open(sys.stdin.fileno(), encoding="utf-8", errors="surrogateescape", newline="\n")
    target = open(sys.stdout.fileno(), "w", encoding="utf-8", errors="surrogateescape", newline="\n")
    for line in source:
        match = re.match(r"[^\t \n]+", line)
        if match and match.group() != "-DOCSTART-":
            line = change(match.group()) + line[match.end():]
        target.write(line)
    target.flush()


main()
