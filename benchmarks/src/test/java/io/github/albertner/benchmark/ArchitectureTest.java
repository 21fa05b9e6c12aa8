package io.github.albertner.benchmark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import io.github.albertner.testing.Room;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package of the benchmarks may use which, and which of those that they measure. */
class ArchitectureTest {
  private static final String NER = "io.github.albertner";
  private static final String BASE = NER + ".benchmark";

  private static final String CASES = own("cases");
  private static final String CEILING = own("ceiling");
  private static final String CLI = own("cli");
  private static final String GPU = own("gpu");
  private static final String JMH = own("jmh");
  private static final String MEASURE = own("measure");
  private static final String PEER = own("peer");
  private static final String PROCESS = own("process");
  private static final String WORK = own("work");

  private static final String DJL = "ai.djl..";

  private static final String RUN = NER + ".run";
  private static final String CHECKPOINT = NER + ".checkpoint";
  private static final String CORPUS = NER + ".corpus";
  private static final String INFERENCE = NER + ".inference";
  private static final String LABEL = NER + ".label";
  private static final String MODEL_PACKAGE = NER + ".modelpackage";
  private static final String NETWORK = NER + ".network";
  private static final String TEXT = NER + ".text";
  private static final String TOKENIZE = NER + ".tokenize";
  private static final String PAGE = NER + ".page";
  private static final String TRAIN = NER + ".train";
  private static final String UIMA_ENGINE = NER + ".uima";
  private static final String WEIGHTS = NER + ".weights";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(ArchitectureTest::isWritten)
          .importPackages(BASE);

  private static String own(String name) {
    return BASE + "." + name;
  }

  /** JMH's annotation processor adds packages of its own. */
  private static boolean isWritten(Location location) {
    return !location.contains("/jmh_generated/");
  }

  static Stream<Room> rooms() {
    return Stream.of(
        Room.of(MEASURE),
        Room.of(WORK, RUN, CHECKPOINT, CORPUS, LABEL, MODEL_PACKAGE, NETWORK, TOKENIZE),
        Room.of(
            PEER,
            MEASURE,
            CHECKPOINT,
            NER,
            INFERENCE,
            LABEL,
            MODEL_PACKAGE,
            NETWORK,
            TOKENIZE,
            WEIGHTS,
            DJL,
            UIMA_ENGINE,
            "ai.onnxruntime",
            "opennlp.tools..",
            "org.apache.uima.."),
        Room.of(PROCESS),
        Room.of(own("split"), MEASURE, NER, TEXT, "com.ibm.icu.text", "com.google.gson"),
        Room.of(
            GPU,
            WORK,
            NER,
            CHECKPOINT,
            INFERENCE,
            LABEL,
            MODEL_PACKAGE,
            NETWORK,
            TOKENIZE,
            DJL,
            "com.google.gson"),
        Room.of(CEILING, MEASURE, NETWORK, WEIGHTS, DJL),
        Room.of(
            CASES,
            CEILING,
            MEASURE,
            PEER,
            PROCESS,
            WORK,
            NER,
            CHECKPOINT,
            CORPUS,
            INFERENCE,
            LABEL,
            MODEL_PACKAGE,
            NETWORK,
            TOKENIZE,
            PAGE,
            TRAIN,
            DJL,
            "ai.onnxruntime",
            "org.apache.uima"),
        Room.of(
            JMH,
            MEASURE,
            PEER,
            WORK,
            NER,
            INFERENCE,
            LABEL,
            MODEL_PACKAGE,
            NETWORK,
            TOKENIZE,
            DJL,
            "org.apache.uima",
            "org.openjdk.jmh.."),
        Room.of(
            CLI,
            CASES,
            GPU,
            MEASURE,
            PROCESS,
            WORK,
            own("split"),
            NER,
            MODEL_PACKAGE,
            NETWORK,
            PAGE,
            TOKENIZE,
            "org.openjdk.jmh..",
            "picocli.."));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aPackageUsesOnlyWhatItMay(Room room) {
    room.check(CLASSES);
  }

  @Test
  void everyPackageHasItsRule() {
    Room.checkEveryPackageHasOne(rooms(), CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(BASE + ".(*)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    noClasses()
        .that()
        .resideOutsideOfPackage(own("cli"))
        .should(ACCESS_STANDARD_STREAMS)
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }
}
