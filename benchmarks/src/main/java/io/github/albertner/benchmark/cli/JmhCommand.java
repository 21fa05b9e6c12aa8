package io.github.albertner.benchmark.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

@Command(
    name = "jmh",
    description = {
      "Our own parts one by one: pieces, batches, decoding, network, hosts.",
      "What follows -- goes to JMH; example: jmh Network -- -p size=BASE -p shape=32x32"
    },
    mixinStandardHelpOptions = true)
final class JmhCommand implements Callable<Integer> {
  private static final int ITERATIONS = 3;

  @Parameters(
      arity = "0..*",
      description = "Parts of benchmark names, then, after --, options of JMH. Default: all.")
  private List<String> arguments = List.of();

  @Unmatched private List<String> unmatched = List.of();

  @Override
  public Integer call() throws Exception {
    String[] all = Stream.concat(arguments.stream(), unmatched.stream()).toArray(String[]::new);
    CommandLineOptions chosen = new CommandLineOptions(all);
    TimeValue second = TimeValue.seconds(1);
    new Runner(
            new OptionsBuilder()
                .parent(chosen)
                .forks(chosen.getForkCount().orElse(1))
                .warmupIterations(chosen.getWarmupIterations().orElse(ITERATIONS))
                .warmupTime(chosen.getWarmupTime().orElse(second))
                .measurementIterations(chosen.getMeasurementIterations().orElse(ITERATIONS))
                .measurementTime(chosen.getMeasurementTime().orElse(second))
                .build())
        .run();
    return 0;
  }
}
