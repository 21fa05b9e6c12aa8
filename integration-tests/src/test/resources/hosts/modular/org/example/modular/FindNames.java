package org.example.modular;

import io.github.albertner.NerPipeline;
import io.github.albertner.modelpackage.ModelLocation;

/** Finds names, and shows whether the process's settings are as before. */
public final class FindNames {
  public static void main(String[] arguments) throws Exception {
    try (NerPipeline ner = NerPipeline.load(ModelLocation.BUNDLED)) {
      ner.find("Angela Merkel visited Paris.")
          .forEach(entity -> System.out.println(entity.type() + " " + entity.text()));
    }
    System.out.println("in a module: " + FindNames.class.getModule().isNamed());
    System.out.println("ai.djl.offline: " + System.getProperty("ai.djl.offline"));
  }
}
