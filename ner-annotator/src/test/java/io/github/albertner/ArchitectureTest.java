package io.github.albertner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.albertner.network.Activation;
import io.github.albertner.network.ActivationRange;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Precision;
import io.github.albertner.testing.Room;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may use which, as the package documentation and DJL's place in it promise. */
class ArchitectureTest {
  private static final String BASE = "io.github.albertner";
  private static final String DJL = "ai.djl..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(BASE, "opennlp.albert");

  private static String own(String name) {
    return BASE + "." + name;
  }

  private static final String LABEL = own("label");
  private static final String CASING = own("casing");
  private static final String DEPENDENCY = own("dependency");
  private static final String TOKENIZE = own("tokenize");
  private static final String WEIGHTS = own("weights");
  private static final String NETWORK = own("network");
  private static final String INFERENCE = own("inference");
  private static final String MODEL_PACKAGE = own("modelpackage");
  private static final String OPENNLP = own("opennlp");
  private static final String SUGGEST = own("suggest");
  private static final String TEXT = own("text");
  private static final String GSON = "com.google.gson..";
  private static final String SLF4J = "org.slf4j";

  static Stream<Room> rooms() {
    return Stream.of(
        Room.of(LABEL),
        Room.of(CASING),
        Room.of(DEPENDENCY),
        Room.of(SUGGEST),
        Room.of(TEXT, LABEL, TOKENIZE, "opennlp.tools.."),
        Room.of(TOKENIZE, GSON, "com.google.protobuf..", SLF4J),
        Room.of(WEIGHTS, GSON),
        Room.of(NETWORK, DEPENDENCY, WEIGHTS, GSON, DJL, SLF4J, "javax.management"),
        Room.of(MODEL_PACKAGE, CASING, DEPENDENCY, NETWORK, LABEL, TOKENIZE, WEIGHTS, GSON),
        Room.of(INFERENCE, CASING, NETWORK, TOKENIZE, LABEL, WEIGHTS, DJL, SLF4J),
        Room.of(
            BASE,
            CASING,
            INFERENCE,
            NETWORK,
            MODEL_PACKAGE,
            LABEL,
            TEXT,
            TOKENIZE,
            WEIGHTS,
            GSON,
            DJL,
            SLF4J),
        Room.of(OPENNLP, BASE, MODEL_PACKAGE, LABEL, "opennlp.tools.."),
        Room.of("opennlp.albert", OPENNLP, MODEL_PACKAGE, "opennlp.tools.."),
        Room.of(
            own("uima"),
            BASE,
            DEPENDENCY,
            TEXT,
            MODEL_PACKAGE,
            NETWORK,
            LABEL,
            SUGGEST,
            "org.apache.uima..",
            SLF4J));
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
  void textIsSplitWithoutOpenNlpUnlessItIsAskedFor() {
    noClasses()
        .that()
        .resideInAPackage(TEXT)
        .and()
        .doNotHaveSimpleName("OpenNlpSplitter")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("opennlp.tools..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(CLASSES);
  }

  private static final class ByPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  @Test
  void modelPackagesKnowTheNetworksSizesOnly() {
    noClasses()
        .that()
        .resideInAPackage(MODEL_PACKAGE)
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage(NETWORK)
                .and(
                    DescribedPredicate.not(
                        JavaClass.Predicates.belongToAnyOf(
                            AlbertConfig.class, Activation.class, ActivationRange.class))))
        .check(CLASSES);
  }

  @Test
  void theAnalysisEngineKnowsTheNetworksPrecisionAndDeviceOnly() {
    noClasses()
        .that()
        .resideInAPackage(own("uima"))
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage(NETWORK)
                .and(
                    DescribedPredicate.not(
                        JavaClass.Predicates.belongToAnyOf(Precision.class, DeviceChoice.class))))
        .check(CLASSES);
  }

  @Test
  void theFacadeTouchesDjlWhereItLoadsTheEngineAndNowhereElse() {
    noClasses()
        .that()
        .resideInAPackage(BASE)
        .and()
        .haveNameNotMatching(".*\\.SharedModels(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(DJL)
        .check(CLASSES);
  }

  @Test
  void publicSignaturesOutsideNetworkAndInferenceAreFreeOfDjl() {
    codeUnits()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackages(NETWORK, INFERENCE)
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .areNotPrivate()
        .should(notMention("ai.djl"))
        .check(CLASSES);
  }

  private static ArchCondition<JavaCodeUnit> notMention(String prefix) {
    return new ArchCondition<>("not mention " + prefix) {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
            .filter(type -> type.getPackageName().startsWith(prefix))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            unit, unit.getFullName() + " mentions " + type.getName())));
      }
    };
  }

  @Test
  void nothingPrintsOrLogsButThroughSlf4j() {
    noClasses().should(ACCESS_STANDARD_STREAMS).check(CLASSES);
    noClasses().should(USE_JAVA_UTIL_LOGGING).check(CLASSES);
  }
}
