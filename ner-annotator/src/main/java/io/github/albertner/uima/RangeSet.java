package io.github.albertner.uima;

import io.github.albertner.text.CharRange;
import java.util.ArrayList;
import java.util.List;

/** Parts of a text: ranges in order; those that overlap have become one, those that touch not. */
final class RangeSet {
  private final List<CharRange> parts = new ArrayList<>();

  /** A set of ranges in whatever order; empty ones are left out. */
  RangeSet(List<CharRange> ranges) {
    for (CharRange range : ranges.stream().sorted(CharRange.ORDER).toList()) {
      int last = parts.size() - 1;
      if (range.begin() == range.end()) {
        continue;
      }
      if (last >= 0 && range.begin() < parts.get(last).end()) {
        CharRange before = parts.get(last);
        parts.set(last, new CharRange(before.begin(), Math.max(before.end(), range.end())));
      } else {
        parts.add(range);
      }
    }
  }

  List<CharRange> parts() {
    return List.copyOf(parts);
  }

  /** Whether a range lies in one of the parts. */
  boolean contains(CharRange range) {
    int first = firstEndingAfter(range.begin());
    return first < parts.size()
        && parts.get(first).begin() <= range.begin()
        && range.end() <= parts.get(first).end();
  }

  /** Whether a range has a character in common with one of the parts. */
  boolean overlaps(CharRange range) {
    int first = firstEndingAfter(range.begin());
    return first < parts.size() && parts.get(first).begin() < range.end();
  }

  /** Returns what is left of a range without these parts, in order. */
  List<CharRange> cutFrom(CharRange range) {
    List<CharRange> left = new ArrayList<>();
    int begin = range.begin();
    for (int i = firstEndingAfter(begin); i < parts.size(); i++) {
      CharRange part = parts.get(i);
      if (part.begin() >= range.end()) {
        break;
      }
      if (part.begin() > begin) {
        left.add(new CharRange(begin, part.begin()));
      }
      begin = part.end();
    }
    if (begin < range.end()) {
      left.add(new CharRange(begin, range.end()));
    }
    return left;
  }

  private int firstEndingAfter(int offset) {
    int low = 0;
    int high = parts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (parts.get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
