package io.github.albertner.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A package and all that its classes may use beside the JDK and each other.
 *
 * @param name of the package
 * @param allowed packages, as ArchUnit writes them
 */
public record Room(String name, List<String> allowed) {
  /** A package with what it may use. */
  public static Room of(String name, String... allowed) {
    return new Room(name, List.of(allowed));
  }

  /** Fails if a class of the package uses what it may not. */
  public void check(JavaClasses all) {
    String[] usable =
        Stream.concat(Stream.of("java..", name), allowed.stream()).toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(usable)
        .check(all);
  }

  /** Fails if a package has no room, or a room no package. */
  public static void checkEveryPackageHasOne(Stream<Room> rooms, JavaClasses all) {
    Set<String> packages = all.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    assertEquals(rooms.map(Room::name).collect(Collectors.toSet()), packages);
  }

  /** Shows as the package's name. */
  @Override
  public String toString() {
    return name;
  }
}
