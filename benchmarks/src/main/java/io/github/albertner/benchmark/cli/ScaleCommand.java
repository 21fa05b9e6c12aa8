package io.github.albertner.benchmark.cli;

import io.github.albertner.benchmark.cases.Curve;
import io.github.albertner.benchmark.cases.Scale;
import io.github.albertner.page.HtmlPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "scale",
    description = {
      "Speed and memory against batch budget, length of sentences, threads and size of a document;",
      "as tables, and drawn in a page."
    },
    mixinStandardHelpOptions = true)
final class ScaleCommand implements Callable<Integer> {
  @Mixin private SetupOptions options;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "The page. Default: benchmarks/target/scale.html.")
  private Path file = SetupOptions.home().resolve("benchmarks/target/scale.html");

  @Override
  public Integer call() throws Exception {
    HtmlPage page = new HtmlPage("Speed and memory at scale");
    for (Curve curve : new Scale(options.setup(), ResidentMemory.class).run()) {
      System.out.printf("%s%n", curve.table());
      curve.draw(page);
    }
    Files.writeString(file, page.render());
    System.out.printf("drawn in %s%n", file);
    return 0;
  }
}
