package io.github.albertner.dependency;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A Java library beneath ours, in the version that we are built with.
 *
 * @param prefix of the names of its classes
 * @param jars that it comes in, all of one version
 */
record Library(String prefix, List<Jar> jars) {
  static final String DJL_VERSION = "0.36.0";
  static final String PYTORCH_VERSION = "2.7.1";

  /** The bridge between the two. */
  static final String BRIDGE = "ai.djl.pytorch:pytorch-jni:" + PYTORCH_VERSION + "-" + DJL_VERSION;

  static final Library DJL =
      of(
          "ai.djl.",
          new Jar("ai.djl:api:" + DJL_VERSION, "ai.djl.engine.Engine"),
          new Jar(
              "ai.djl.pytorch:pytorch-engine:" + DJL_VERSION, "ai.djl.pytorch.engine.PtEngine"));
  static final Library GSON =
      of("com.google.gson.", new Jar("com.google.code.gson:gson:2.13.1", "com.google.gson.Gson"));
  static final Library JNA =
      of("com.sun.jna.", new Jar("net.java.dev.jna:jna:5.17.0", "com.sun.jna.Native"));
  static final Library PROTOBUF =
      of(
          "com.google.protobuf.",
          new Jar(
              "com.google.protobuf:protobuf-java:4.31.1", "com.google.protobuf.CodedInputStream"));
  static final Library SLF4J =
      of("org.slf4j.", new Jar("org.slf4j:slf4j-api:2.0.17", "org.slf4j.Logger"));

  static final List<Library> ALL = List.of(DJL, GSON, JNA, PROTOBUF, SLF4J);

  /**
   * A jar.
   *
   * @param coordinates for Maven, group:artifact:version
   * @param type a class that it has
   */
  record Jar(String coordinates, String type) {}

  private static Library of(String prefix, Jar... jars) {
    return new Library(prefix, List.of(jars));
  }

  /** Returns the coordinates of its jars, for a sentence. */
  String coordinates() {
    return jars.stream().map(Jar::coordinates).collect(Collectors.joining(" and "));
  }

  /**
   * Returns the library that a linker's message is about: the one whose class it names first.
   *
   * @param message with names of classes, written with dots or slashes
   */
  static Optional<Library> namedBy(String message) {
    String dotted = message.replace('/', '.');
    return ALL.stream()
        .filter(library -> dotted.contains(library.prefix))
        .min(Comparator.comparingInt(library -> dotted.indexOf(library.prefix)));
  }
}
