package io.github.albertner.benchmark.cases;

import io.github.albertner.benchmark.measure.Target;
import java.util.List;

/**
 * What a case found.
 *
 * @param title of the case
 * @param table everything that was measured, in Markdown
 * @param targets the promises that it judges
 */
public record Outcome(String title, String table, List<Target> targets) {}
