package io.github.albertner.run;

import io.github.albertner.checkpoint.StartingPoint;
import io.github.albertner.pretrain.PretrainingSettings;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to pretrain, and on what.
 *
 * @param start what to start from
 * @param text files to learn from
 * @param heldOut files to judge by; if empty, a share of the text
 * @param heldOutShare of the text that is held out where there are no such files
 * @param encoding of the files; if empty, UTF-8, and an error where they are not
 * @param language of the text, a tag such as {@code de}
 * @param cache folder for the text as pieces
 * @param settings of the run
 * @param notes what only its maker knows of the model, for its card; may be empty
 */
public record PretrainingRequest(
    StartingPoint start,
    List<Path> text,
    List<Path> heldOut,
    double heldOutShare,
    Optional<Charset> encoding,
    String language,
    Path cache,
    PretrainingSettings settings,
    String notes) {

  /** Checks the share. */
  public PretrainingRequest {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(language, "language");
    text = List.copyOf(text);
    heldOut = List.copyOf(heldOut);
    if (heldOut.isEmpty() && !(heldOutShare > 0 && heldOutShare < 1)) {
      throw new IllegalArgumentException(
          "dev-share is " + heldOutShare + "; expected above 0 and below 1, or files to judge by");
    }
  }

  /** Returns the same request with other settings. */
  PretrainingRequest withSettings(PretrainingSettings other) {
    return new PretrainingRequest(
        start, text, heldOut, heldOutShare, encoding, language, cache, other, notes);
  }
}
