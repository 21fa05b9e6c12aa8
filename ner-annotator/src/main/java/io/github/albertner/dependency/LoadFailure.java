package io.github.albertner.dependency;

import static io.github.albertner.dependency.Library.BRIDGE;
import static io.github.albertner.dependency.Library.PYTORCH_VERSION;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says why a library does not load and what to do.
 *
 * <p>The kinds of failure are told apart by what the JVM, DJL and the linkers of glibc and musl
 * say.
 */
public final class LoadFailure {
  private static final String GUIDE = "docs/natives.md has more";

  /** What the JDK says of a library whose class loader was not collected yet. */
  private static final String HELD = "already loaded in another classloader";

  private static final String IN_USE =
      "the native libraries are in use by another class loader of this JVM: another application of"
          + " the container, or this one before it was deployed again. A JVM can hold them once; put"
          + " the jars of DJL, and those that DJL needs, where applications share them, and start"
          + " the JVM again";

  /** What libtorch 2.7.1 for processors takes on the disk. */
  private static final String SIZE = "448 MB";

  private static final String GLIBC_SYSTEMS =
      "glibc 2.29 or later: Debian 11, Ubuntu 20.04, RHEL 9, Amazon Linux 2023, or later ones";

  private static final Pattern SYMBOL_VERSION =
      Pattern.compile("version [`'](GLIBC|GLIBCXX|CXXABI)_([0-9.]+)' not found");
  private static final Pattern MISSING_LIBRARY =
      Pattern.compile("(\\S+): cannot open shared object file: No such file");
  private static final Pattern SPACE =
      Pattern.compile("(?i)no space left|disk quota exceeded|not enough space");
  private static final Pattern READ_ONLY = Pattern.compile("(?i)read-only file ?system");
  private static final Pattern NOEXEC =
      Pattern.compile("failed to map segment from shared object|Operation not permitted");
  private static final Pattern DAMAGED =
      Pattern.compile(
          "invalid ELF header|file too short|wrong ELF class|cannot read file data"
              + "|ELF file's phentsize|cannot map zero-fill|not a valid Win32 application"
              + "|mach-o file, but is an incompatible architecture|slice is not valid mach-o");
  private static final Pattern FETCH =
      Pattern.compile(
          "Failed to save pytorch index file|Failed to download PyTorch native library"
              + "|No PyTorch native library matches");
  private static final Pattern NO_BRIDGE =
      Pattern.compile("Cannot download jni files|Found mismatch PyTorch jni");
  private static final Pattern FETCHED_BRIDGE =
      Pattern.compile("Cannot download jni files: \\S+/pytorch/([^/]+)/jnilib/");
  private static final Pattern NO_FLAVOR =
      Pattern.compile("Resource not found in classpath: jnilib/([^/]+)/([^/]+)/");
  private static final Pattern JNA_NATIVE =
      Pattern.compile("incompatible JNA native library|jnidispatch|com\\.sun\\.jna\\.Native");

  private final Surroundings here;
  private final List<Throwable> chain = new ArrayList<>();
  private final String said;

  private LoadFailure(Throwable failure, Surroundings here) {
    this.here = here;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (chain.contains(cause)) {
        break;
      }
      chain.add(cause);
    }
    said = chain.stream().map(Throwable::toString).collect(Collectors.joining("\n"));
  }

  /**
   * Refuses what would end the process or compute wrongly instead of failing: a JVM that runs on
   * musl, unless a libtorch of the user's own is named, and a libtorch of another version.
   *
   * @throws DependencyException if this is one
   */
  public static void requireUsable(ClassLoader loader) {
    requireUsable(Surroundings.look(loader));
  }

  static void requireUsable(Surroundings here) {
    if (here.musl() && here.ownLibtorch().isEmpty()) {
      throw new DependencyException(onMusl(), null);
    }
    here.ownLibtorch()
        .flatMap(Surroundings::versionOf)
        .filter(version -> !version.startsWith(PYTORCH_VERSION))
        .ifPresent(
            version -> {
              throw new DependencyException(
                  "the libtorch in %s, which PYTORCH_LIBRARY_PATH names, is %s and not %s; %s"
                      .formatted(
                          here.ownLibtorch().orElseThrow(),
                          version,
                          PYTORCH_VERSION,
                          withoutLibraryPath(here)),
                  null);
            });
  }

  /**
   * Explains why natives do not load, or classes do not fit together.
   *
   * @param failure what DJL, the JVM or the linker threw
   * @param loader that the libraries were looked for with
   */
  public static DependencyException of(Throwable failure, ClassLoader loader) {
    return explain(failure, Surroundings.look(loader));
  }

  static DependencyException explain(Throwable failure, Surroundings here) {
    return new DependencyException(new LoadFailure(failure, here).message(), failure);
  }

  /** Says that another class loader of the JVM holds the natives. */
  public static DependencyException held() {
    return new DependencyException(IN_USE, null);
  }

  private String message() {
    if (said.contains(HELD)) {
      return IN_USE;
    }
    if (here.musl()) {
      return onMusl();
    }
    return byLinker()
        .or(this::byFiles)
        .or(this::byJars)
        .or(this::byClasses)
        .orElseGet(() -> "PyTorch's native library does not load: %s; %s".formatted(root(), GUIDE));
  }

  private static String onMusl() {
    return "PyTorch's natives are built for glibc, and this JVM runs on musl, as on Alpine Linux;"
        + " run it on a system with "
        + GLIBC_SYSTEMS
        + " (as a container image, one without \"alpine\" in its name)";
  }

  /** What the system's linker says. */
  private Optional<String> byLinker() {
    Matcher symbols = SYMBOL_VERSION.matcher(said);
    if (symbols.find()) {
      String library = symbols.group(1).equals("GLIBC") ? "C library (glibc)" : "libstdc++";
      return Optional.of(
          "this system's %s is too old: PyTorch %s needs %s_%s; run on a system with %s"
              .formatted(
                  library, PYTORCH_VERSION, symbols.group(1), symbols.group(2), GLIBC_SYSTEMS));
    }
    Matcher missing = MISSING_LIBRARY.matcher(said);
    if (missing.find()) {
      String name = missing.group(1);
      return Optional.of(
          "PyTorch needs %s, which this system does not have: install the package that holds it%s"
              .formatted(
                  name,
                  name.startsWith("libstdc++")
                      ? " (libstdc++6 of Debian and Ubuntu, libstdc++ of RHEL)"
                      : ""));
    }
    if (NOEXEC.matcher(said).find()) {
      return Optional.of(
          ("programs may not be run from %s, where PyTorch's natives are: it is mounted noexec, or"
                  + " the system forbids it; %s")
              .formatted(place(), anotherFolder()));
    }
    if (said.contains("undefined symbol") || said.contains("Symbol not found")) {
      return Optional.of(
          libraryPath()
              .map(
                  path ->
                      "the libtorch in %s, which PYTORCH_LIBRARY_PATH names, is not %s: %s; %s"
                          .formatted(path, PYTORCH_VERSION, root(), withoutLibraryPath(here)))
              .orElse(
                  "DJL's jars and PyTorch's natives are not of one version: %s; %s"
                      .formatted(root(), oneVersion())));
    }
    if (DAMAGED.matcher(said).find()) {
      return Optional.of(
          libraryPath()
              .map(
                  path ->
                      "the libtorch in %s, which PYTORCH_LIBRARY_PATH names, is not for %s: %s; %s"
                          .formatted(path, here.platform(), root(), withoutLibraryPath(here)))
              .orElse(
                  "PyTorch's natives in %s are damaged: %s; delete that folder, and the next start"
                          .formatted(place(), root())
                      + " unpacks them again"));
    }
    return Optional.empty();
  }

  /** What became of files of the cache. */
  private Optional<String> byFiles() {
    if (SPACE.matcher(said).find()) {
      return Optional.of(
          "no room to unpack PyTorch's natives to %s: they take %s; make room there, or %s"
              .formatted(here.cache(), SIZE, anotherFolder()));
    }
    if (READ_ONLY.matcher(said).find()) {
      return Optional.of(
          "PyTorch's natives cannot be unpacked to %s: the file system is read-only; %s"
              .formatted(here.cache(), anotherFolder()));
    }
    for (Throwable cause : chain) {
      if (cause instanceof AccessDeniedException denied) {
        return Optional.of(denied(denied.getFile()));
      }
      if (cause instanceof FileSystemException failed
          && failed.getFile() != null
          && areRelated(Path.of(failed.getFile()), here.cache())) {
        return Optional.of(
            "PyTorch's natives cannot be unpacked to %s: %s; %s"
                .formatted(here.cache(), failed.getMessage(), anotherFolder()));
      }
    }
    return said.contains("Permission denied") ? Optional.of(denied(place())) : Optional.empty();
  }

  private static boolean areRelated(Path one, Path other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  private String denied(String file) {
    Path path = Path.of(file);
    boolean passing = here.cache().equals(path.getParent()) && !Files.exists(path);
    return ("this user may not read or write %s, where PyTorch's natives are unpacked to; give it"
            + " the right to, or %s")
        .formatted(passing ? here.cache() : path, anotherFolder());
  }

  /** Which of the jars with natives is missing; DJL then tries to fetch it. */
  private Optional<String> byJars() {
    Matcher flavor = NO_FLAVOR.matcher(said);
    if (flavor.find()) {
      return Optional.of(
          libraryPath()
              .map(
                  path ->
                      ("%s has no bridge to a libtorch of flavor %s; PYTORCH_LIBRARY_PATH names %s:"
                              + " set PYTORCH_FLAVOR=cpu, or cu128 if it is for CUDA 12.8, and"
                              + " PYTORCH_VERSION=%s")
                          .formatted(BRIDGE, flavor.group(2), path, PYTORCH_VERSION))
              .orElse(
                  "%s has no bridge for %s and flavor %s; PyTorch's natives have to be %s"
                      .formatted(BRIDGE, flavor.group(1), flavor.group(2), natives())));
    }
    if (said.contains("Resource not found in classpath: pytorch/")) {
      return Optional.of(
          "the class path has a description of PyTorch's natives without the natives: %s; put %s on"
                  .formatted(String.join(", ", here.natives()), natives())
              + " it, unchanged");
    }
    Matcher bridge = FETCHED_BRIDGE.matcher(said);
    if (bridge.find() && !bridge.group(1).equals(PYTORCH_VERSION)) {
      return Optional.of(otherNatives(bridge.group(1)));
    }
    if (NO_BRIDGE.matcher(said).find()) {
      return Optional.of(
          "DJL's bridge to PyTorch is not on the class path, or of another version: put %s on it"
                  .formatted(BRIDGE)
              + found());
    }
    if (FETCH.matcher(said).find() || said.contains("Unsupported platform")) {
      return Optional.of(missingNatives());
    }
    return Optional.empty();
  }

  /** The natives that DJL takes are of another version. */
  private String otherNatives(String version) {
    return otherVersionAsked()
        .orElseGet(
            () ->
                ("the class path has PyTorch's natives %s first, and this needs %s: put %s before"
                        + " them or in their place (found: %s)")
                    .formatted(
                        version, PYTORCH_VERSION, natives(), String.join(", ", here.natives())));
  }

  private Optional<String> otherVersionAsked() {
    return here.setting()
        .apply("PYTORCH_VERSION")
        .filter(version -> !version.equals(PYTORCH_VERSION))
        .map(
            version ->
                "PYTORCH_VERSION is %s, and this needs PyTorch %s; unset it, or set it to %s"
                    .formatted(version, PYTORCH_VERSION, PYTORCH_VERSION));
  }

  private String missingNatives() {
    Optional<String> asked = otherVersionAsked();
    if (asked.isPresent()) {
      return asked.get();
    }
    if (!List.of("linux-x86_64", "linux-aarch64", "osx-aarch64", "win-x86_64")
        .contains(here.platform())) {
      return ("there is no PyTorch %s for %s; it is there for Linux on x86_64 and aarch64, macOS on"
              + " aarch64 and Windows on x86_64")
          .formatted(PYTORCH_VERSION, here.platform());
    }
    String others =
        here.natives().isEmpty()
            ? ""
            : "; the class path has natives for other systems: "
                + String.join(", ", here.natives());
    String empty =
        here.setting()
            .apply("PYTORCH_LIBRARY_PATH")
            .map(path -> "; PYTORCH_LIBRARY_PATH names %s, where no libtorch is".formatted(path))
            .orElse("");
    return "PyTorch's natives for %s are not on the class path: put %s on it%s%s"
        .formatted(here.platform(), natives(), others, empty);
  }

  /** Which of the Java libraries is of another version. */
  private Optional<String> byClasses() {
    if (said.contains("native_helper")) {
      return Optional.empty();
    }
    if (JNA_NATIVE.matcher(said).find()) {
      return Optional.of(
          ("JNA does not load its own native library: %s; put %s before other versions on the class"
                  + " path%s, or name a folder by -Djna.tmpdir that this user may write to and run"
                  + " programs from")
              .formatted(root(), Library.JNA.coordinates(), places(Library.JNA)));
    }
    String unlinked =
        chain.stream()
            .filter(LinkageError.class::isInstance)
            .map(Throwable::getMessage)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    return Library.namedBy(unlinked)
        .map(this::otherVersion)
        .or(() -> chain.stream().anyMatch(LoadFailure::isOfClasses) ? others() : Optional.empty());
  }

  private static boolean isOfClasses(Throwable cause) {
    return cause instanceof NoClassDefFoundError
        || cause instanceof IncompatibleClassChangeError
        || cause instanceof VerifyError
        || cause instanceof ClassFormatError;
  }

  private Optional<String> others() {
    return Optional.of(
        ("a library is missing on the class path, or is of another version than the one needed: %s;"
                + " ner-annotator/target/lib of a build has those needed, and %s")
            .formatted(root(), GUIDE));
  }

  private String otherVersion(Library library) {
    if (library.equals(Library.DJL)) {
      return "DJL's jars are missing or not of one version: %s; %s".formatted(root(), oneVersion());
    }
    boolean missing =
        library.jars().stream().anyMatch(jar -> here.placeOf().apply(jar.type()).isEmpty());
    return missing
        ? "%s is not on the class path: %s; add it".formatted(library.coordinates(), root())
        : ("the class path has another version of %s first: %s; put the named version before it or in"
                + " its place%s")
            .formatted(library.coordinates(), root(), places(library));
  }

  private String oneVersion() {
    return "put %s, %s and %s on the class path, before or in place of others%s"
        .formatted(Library.DJL.coordinates(), BRIDGE, natives(), places(Library.DJL));
  }

  /** Where the class path has a library now. */
  private String places(Library library) {
    String places =
        library.jars().stream()
            .map(jar -> here.placeOf().apply(jar.type()))
            .flatMap(Optional::stream)
            .distinct()
            .collect(Collectors.joining(", "));
    return places.isEmpty() ? "" : " (found: " + places + ")";
  }

  private String found() {
    return places(Library.DJL);
  }

  private Optional<Path> libraryPath() {
    return here.ownLibtorch();
  }

  private static String withoutLibraryPath(Surroundings here) {
    return "unset PYTORCH_LIBRARY_PATH to use the natives on the class path, or name a libtorch "
        + PYTORCH_VERSION
        + " for "
        + here.platform();
  }

  private String natives() {
    return "ai.djl.pytorch:pytorch-native-cpu:%s with the classifier %s"
        .formatted(PYTORCH_VERSION, here.platform());
  }

  private String anotherFolder() {
    return "name another folder by %s, as an environment variable or system property"
        .formatted(
            here.setting().apply("ENGINE_CACHE_DIR").isPresent()
                ? "ENGINE_CACHE_DIR"
                : "DJL_CACHE_DIR");
  }

  /** The folder of natives that a message is about. */
  private String place() {
    return libraryPath()
        .map(path -> path + " (PYTORCH_LIBRARY_PATH)")
        .orElseGet(() -> here.cache().toString());
  }

  private String root() {
    Throwable root = chain.get(chain.size() - 1);
    String message = root.getMessage();
    return message == null
        ? root.getClass().getName()
        : root instanceof UnsatisfiedLinkError || root instanceof RuntimeException
            ? message.strip()
            : root.getClass().getSimpleName() + ": " + message.strip();
  }
}
