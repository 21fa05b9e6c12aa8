package io.github.albertner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.DeviceMemoryException;
import io.github.albertner.testing.Room;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package of the trainer may use which, of its own and of the annotator's. */
class ArchitectureTest {
  private static final String BASE = "io.github.albertner";

  private static final String CAS = own("cas");
  private static final String CHECKPOINT = own("checkpoint");
  private static final String AUGMENT = own("augment");
  private static final String CLI = own("cli");
  private static final String CORPUS = own("corpus");
  private static final String DIAGNOSE = own("diagnose");
  private static final String DOCUMENT = own("document");
  private static final String EMBEDDING = own("embedding");
  private static final String EVALUATE = own("evaluate");
  private static final String OPTIMIZE = own("optimize");
  private static final String PAGE = own("page");
  private static final String INSPECT = own("inspect");
  private static final String PLUGIN = own("plugin");
  private static final String PRETRAIN = own("pretrain");
  private static final String REPORT = own("report");
  private static final String RUN = own("run");
  private static final String SETTINGS = own("settings");
  private static final String SHARD = own("shard");
  private static final String STANDOFF = own("standoff");
  private static final String PLAIN_TEXT = own("plaintext");
  private static final String TRAIN = own("train");
  private static final String TUNE = own("tune");
  private static final String VOCABULARY = own("vocabulary");

  private static final String CASING = own("casing");
  private static final String DEPENDENCY = own("dependency");
  private static final String INFERENCE = own("inference");
  private static final String LABEL = own("label");
  private static final String MODEL_PACKAGE = own("modelpackage");
  private static final String NETWORK = own("network");
  private static final String OPENNLP = own("opennlp");
  private static final String SUGGEST = own("suggest");
  private static final String TEXT = own("text");
  private static final String TOKENIZE = own("tokenize");
  private static final String UIMA_TYPES = own("uima");
  private static final String WEIGHTS = own("weights");

  private static final String GSON = "com.google.gson..";
  private static final String ENTRY = "opennlp.albert.train";
  private static final String OPENNLP_TOOLS = "opennlp.tools..";
  private static final String UIMA = "org.apache.uima..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(ArchitectureTest::isOfTheTrainer)
          .importPackages(BASE, ENTRY);

  private static String own(String name) {
    return BASE + "." + name;
  }

  /** The annotator is on the class path under the same base name, as classes or as a jar. */
  private static boolean isOfTheTrainer(Location location) {
    return location.contains("/ner-trainer/target/classes/");
  }

  static Stream<Room> rooms() {
    return Stream.of(
        Room.of(AUGMENT, CORPUS, LABEL),
        Room.of(CORPUS, LABEL, SUGGEST, OPENNLP_TOOLS, "org.apache.commons.csv"),
        Room.of(
            CHECKPOINT,
            CASING,
            MODEL_PACKAGE,
            NETWORK,
            LABEL,
            SUGGEST,
            TOKENIZE,
            WEIGHTS,
            GSON,
            "ai.onnx.proto",
            "com.google.protobuf",
            "org.ejml..",
            "net.razorvine.pickle..",
            "org.slf4j"),
        Room.of(DIAGNOSE, DEPENDENCY, REPORT, MODEL_PACKAGE, NETWORK, LABEL, WEIGHTS, GSON),
        Room.of(EVALUATE, CORPUS, BASE, LABEL, OPENNLP, GSON, OPENNLP_TOOLS),
        Room.of(OPTIMIZE, SETTINGS, NETWORK, WEIGHTS, "ai.djl.."),
        Room.of(PAGE),
        Room.of(SETTINGS, SUGGEST),
        Room.of(
            DOCUMENT,
            CORPUS,
            LABEL,
            PAGE,
            TEXT,
            UIMA_TYPES,
            GSON,
            UIMA,
            "javax.xml.transform",
            "org.xml.sax"),
        Room.of(EMBEDDING, PLAIN_TEXT, CHECKPOINT, TEXT, TOKENIZE, "org.ejml.."),
        Room.of(VOCABULARY, PLAIN_TEXT, CHECKPOINT, MODEL_PACKAGE, TEXT, TOKENIZE, GSON),
        Room.of(
            PRETRAIN,
            SHARD,
            OPTIMIZE,
            SETTINGS,
            CHECKPOINT,
            NETWORK,
            TOKENIZE,
            WEIGHTS,
            "ai.djl.."),
        Room.of(SHARD, PLAIN_TEXT, MODEL_PACKAGE, TEXT, TOKENIZE, GSON),
        Room.of(PLAIN_TEXT, CORPUS, TEXT, "org.tukaani.xz"),
        Room.of(STANDOFF, CORPUS, TEXT, LABEL, GSON),
        Room.of(
            CAS,
            STANDOFF,
            CORPUS,
            DOCUMENT,
            TEXT,
            LABEL,
            SUGGEST,
            UIMA_TYPES,
            UIMA,
            "org.xml.sax.."),
        Room.of(
            REPORT,
            TRAIN,
            PRETRAIN,
            CORPUS,
            EVALUATE,
            LABEL,
            MODEL_PACKAGE,
            NETWORK,
            PAGE,
            WEIGHTS,
            GSON),
        Room.of(
            TRAIN,
            CASING,
            OPTIMIZE,
            SETTINGS,
            AUGMENT,
            CHECKPOINT,
            CORPUS,
            EVALUATE,
            INFERENCE,
            LABEL,
            MODEL_PACKAGE,
            NETWORK,
            SUGGEST,
            TOKENIZE,
            WEIGHTS,
            "ai.djl.."),
        Room.of(
            RUN,
            BASE,
            CASING,
            INFERENCE,
            NETWORK,
            TRAIN,
            PRETRAIN,
            SHARD,
            TOKENIZE,
            OPTIMIZE,
            REPORT,
            CHECKPOINT,
            CORPUS,
            EVALUATE,
            LABEL,
            MODEL_PACKAGE,
            WEIGHTS,
            GSON),
        Room.of(
            INSPECT,
            PAGE,
            CHECKPOINT,
            CORPUS,
            INFERENCE,
            LABEL,
            MODEL_PACKAGE,
            NETWORK,
            TOKENIZE,
            GSON),
        Room.of(
            PLUGIN,
            RUN,
            TRAIN,
            REPORT,
            CHECKPOINT,
            CORPUS,
            EVALUATE,
            LABEL,
            MODEL_PACKAGE,
            OPENNLP,
            SUGGEST,
            WEIGHTS,
            "opennlp.albert",
            OPENNLP_TOOLS,
            "org.slf4j"),
        Room.of(
            TUNE,
            SETTINGS,
            TRAIN,
            OPTIMIZE,
            CHECKPOINT,
            CORPUS,
            EVALUATE,
            MODEL_PACKAGE,
            PAGE,
            PLUGIN,
            REPORT,
            SUGGEST,
            GSON),
        Room.of(ENTRY, PLUGIN, OPENNLP, OPENNLP_TOOLS),
        Room.of(
            CLI,
            SETTINGS,
            CASING,
            DEPENDENCY,
            PRETRAIN,
            PLAIN_TEXT,
            TEXT,
            AUGMENT,
            RUN,
            INSPECT,
            TRAIN,
            TUNE,
            EVALUATE,
            REPORT,
            CAS,
            DOCUMENT,
            CHECKPOINT,
            CORPUS,
            BASE,
            LABEL,
            SUGGEST,
            MODEL_PACKAGE,
            NETWORK,
            WEIGHTS,
            GSON,
            DIAGNOSE,
            EMBEDDING,
            PLAIN_TEXT,
            TOKENIZE,
            VOCABULARY,
            "me.tongfei.progressbar..",
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
  void theCommandLineChoosesTypesOfNumbersAndDevicesAndNothingElseOfTheNetwork() {
    noClasses()
        .that()
        .resideInAPackage(CLI)
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(NETWORK, WEIGHTS)
                .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(Enum.class)))
                .and(
                    DescribedPredicate.not(
                        JavaClass.Predicates.belongToAnyOf(
                            DeviceChoice.class, DeviceMemoryException.class))))
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should(ACCESS_STANDARD_STREAMS)
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
    noClasses().should(USE_JAVA_UTIL_LOGGING).check(CLASSES);
  }
}
