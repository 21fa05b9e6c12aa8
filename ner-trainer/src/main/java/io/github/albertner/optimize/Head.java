package io.github.albertner.optimize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network in training makes of the encoder's hidden states: the parameters that it has
 * beside the encoder's, and its loss.
 *
 * @param shapes of its parameters by name; they follow the encoder's
 * @param script TorchScript methods, indented by two, with at least {@code accumulate(pieces,
 *     lengths, read, targets, scale, ...)}, which returns the loss and has {@code add_gradients} of
 *     training.torchscript add its gradients
 * @param classifying whether the script calls {@code classify}, the tagger's linear layer
 * @param state attributes of the script that start as None, with their types
 */
public record Head(
    Map<String, List<Long>> shapes, String script, boolean classifying, Map<String, String> state) {

  /** Copies the maps. */
  public Head {
    shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
    state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
  }

  /**
   * Reads a script that lies beside a class.
   *
   * @param name of the resource
   */
  public static String script(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " from the jar", e);
    }
  }
}
