package io.github.albertner.cli;

import io.github.albertner.document.AnnotationFormat;
import io.github.albertner.modelpackage.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts whose annotations go to the same place.
 *
 * @param inputs at least one
 * @param output where to write
 */
record AnnotationJob(List<AnnotationInput> inputs, AnnotationOutput output) {

  /**
   * All that is to be done.
   *
   * @param jobs in order
   * @param companions files to be written besides: what readers of the format need
   */
  record Plan(List<AnnotationJob> jobs, Map<Path, byte[]> companions) {

    /** Writes the companions. */
    void writeCompanions() throws IOException {
      for (Map.Entry<Path, byte[]> companion : companions.entrySet()) {
        AtomicFile.write(
            companion.getKey(), true, to -> to.write(ByteBuffer.wrap(companion.getValue())));
      }
    }
  }

  /**
   * Plans what to write where, having looked whether it can be written; makes the folder.
   *
   * @param output one file for all, or null
   * @param folder a file in it for each input, or null
   * @throws IOException if something exists and may not be replaced, or cannot be written
   * @throws IllegalArgumentException if output and inputs do not go together
   */
  static Plan plan(
      AnnotationFormat format,
      Path output,
      Path folder,
      boolean force,
      List<AnnotationInput> inputs)
      throws IOException {
    if (output != null && folder != null) {
      throw new IllegalArgumentException("expected --output or --output-dir, found both");
    }
    if (folder == null && inputs.size() > 1 && !format.holdsSeveralInputs()) {
      throw new IllegalArgumentException(
          format
              + " holds one text, found "
              + inputs.size()
              + "; --output-dir names a folder for a file each");
    }
    List<AnnotationJob> jobs = new ArrayList<>();
    if (folder == null) {
      jobs.add(new AnnotationJob(inputs, AnnotationOutput.checked(output, force, inputs)));
    } else {
      Files.createDirectories(folder);
      Map<Path, String> names = new LinkedHashMap<>();
      for (AnnotationInput input : inputs) {
        String name = input.file().map(file -> file.getFileName().toString()).orElse("stdin");
        Path file = folder.resolve(name + "." + format.extension());
        String twin = names.put(file, input.name());
        if (twin != null) {
          throw new IllegalArgumentException(
              "expected texts with different names, found %s and %s, which would both become %s"
                  .formatted(twin, input.name(), file));
        }
        jobs.add(new AnnotationJob(List.of(input), AnnotationOutput.checked(file, force, inputs)));
      }
    }
    Path beside = output == null ? folder : output.toAbsolutePath().getParent();
    return new Plan(jobs, beside == null ? Map.of() : companions(format, beside, force));
  }

  private static Map<Path, byte[]> companions(AnnotationFormat format, Path folder, boolean force)
      throws IOException {
    Map<Path, byte[]> companions = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> needed : format.companions().entrySet()) {
      Path file = folder.resolve(needed.getKey());
      if (!Files.exists(file) || force) {
        companions.put(file, needed.getValue());
      } else if (!Arrays.equals(Files.readAllBytes(file), needed.getValue())) {
        throw new FileAlreadyExistsException(file.toString());
      }
    }
    return companions;
  }
}
