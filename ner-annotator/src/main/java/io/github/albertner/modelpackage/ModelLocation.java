package io.github.albertner.modelpackage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Reads a package from where a text says: a path, a URL of a file, or the class path. */
public final class ModelLocation {
  /** The small English model; the build puts the project's {@code models/english.bin} there. */
  public static final String BUNDLED = "classpath:io/github/albertner/models/english.bin";

  private static final String CLASSPATH = "classpath:";
  private static final String FILE = "file:";
  private static final String JAR = "jar:";
  private static final String EXPECTED =
      "expected a path, a file: URL or a classpath: resource of a model package, found ";

  private ModelLocation() {}

  /**
   * Reads and verifies a package.
   *
   * @param location a path, {@code file:} URL or {@code classpath:} resource; {@link #BUNDLED} is
   *     the small English model in our jar
   * @return the package; its weights lie outside the heap, once
   * @throws IOException if there is none, or it is not sound; the message names the location
   */
  public static ModelPackage read(String location) throws IOException {
    return read(location, name -> Optional.empty());
  }

  /**
   * Reads and verifies a package, in a host that has a path of its own.
   *
   * @param location as of {@link #read(String)}
   * @param host where the host has a name: a {@code classpath:} resource is looked for there first,
   *     a path that is no file last
   * @return the package; its weights lie outside the heap, once
   * @throws IOException if there is none, or it is not sound; the message names the location
   */
  public static ModelPackage read(String location, Function<String, Optional<URL>> host)
      throws IOException {
    if (location.startsWith(CLASSPATH)) {
      return readResource(location, resource(location, host));
    }
    if (location.startsWith(JAR)) {
      return readResource(location, new URL(location));
    }
    Path file = path(location);
    Optional<URL> found =
        location.startsWith(FILE) || Files.exists(file) ? Optional.empty() : host.apply(location);
    return found.isPresent() ? readResource(location, found.get()) : ModelPackage.read(file);
  }

  private static Path path(String location) throws IOException {
    try {
      if (location.isBlank()) {
        throw new IllegalArgumentException("it names no file");
      }
      if (location.startsWith(FILE)) {
        return Path.of(URI.create(location));
      }
      if (location.contains("://")) {
        throw new IllegalArgumentException("models are not fetched; copy it to a file first");
      }
      return Path.of(location);
    } catch (IllegalArgumentException e) { // InvalidPathException is one
      throw new IOException(EXPECTED + "'" + location + "': " + e.getMessage(), e);
    }
  }

  private static URL resource(String location, Function<String, Optional<URL>> host)
      throws IOException {
    String name = location.substring(CLASSPATH.length()).replaceFirst("^/+", "");
    URL resource = host.apply(name).orElseGet(() -> find(name));
    if (resource == null) {
      throw new FileNotFoundException(
          EXPECTED + "'" + location + "', but the class path has no resource " + name);
    }
    return resource;
  }

  private static ModelPackage readResource(String location, URL resource) throws IOException {
    if (resource.getProtocol().equals("file")) {
      return ModelPackage.read(Path.of(URI.create(resource.toString())));
    }
    try (InputStream in = resource.openStream()) {
      return ModelPackage.read(in);
    } catch (IOException e) {
      throw new IOException(location + ": " + e.getMessage(), e);
    }
  }

  private static URL find(String name) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    URL resource = context == null ? null : context.getResource(name);
    return resource == null ? ModelLocation.class.getClassLoader().getResource(name) : resource;
  }
}
