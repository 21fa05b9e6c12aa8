package io.github.albertner.modelpackage;

/** A class that a hostile file names; being loaded or made leaves a mark. */
public final class Canary {
  static {
    System.setProperty("canary", "loaded");
  }

  public Canary() {
    System.setProperty("canary", "made");
  }
}
