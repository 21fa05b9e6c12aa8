package io.github.albertner.tune;

import java.util.List;

/**
 * Values one by one.
 *
 * @param values at least one, no two the same
 */
record ListedValues(List<String> values) implements Candidates {
  ListedValues {
    values = List.copyOf(values);
  }

  @Override
  public String draw(double share) {
    return values.get((int) (share * values.size()));
  }

  @Override
  public List<String> ends() {
    return values;
  }

  /** Values with commas in them are set apart by bars. */
  @Override
  public String toString() {
    boolean commas = values.stream().anyMatch(value -> value.contains(","));
    String text = String.join(commas ? "|" : ",", values);
    return commas && values.size() == 1 ? text + "|" : text;
  }
}
