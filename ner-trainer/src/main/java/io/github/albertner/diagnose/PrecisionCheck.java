package io.github.albertner.diagnose;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a precision gave on the device.
 *
 * @param precision its name
 * @param error of the stored logits, relative; empty if it did not run
 * @param tolerance largest error that is sound
 * @param piecesPerSecond on the model; empty where it was not measured
 * @param remark why there is no error or no speed
 * @param passed whether the numbers are right and nothing failed
 */
public record PrecisionCheck(
    String precision,
    OptionalDouble error,
    double tolerance,
    OptionalDouble piecesPerSecond,
    Optional<String> remark,
    boolean passed) {}
