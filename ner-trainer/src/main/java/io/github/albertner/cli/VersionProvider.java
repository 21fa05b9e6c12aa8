package io.github.albertner.cli;

import io.github.albertner.report.Versions;
import picocli.CommandLine.IVersionProvider;

/** Prints versions of this project and of what it runs on. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return Versions.all().entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .toArray(String[]::new);
  }
}
