package io.github.albertner.modelpackage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Length and SHA-256 of each inner file: the member {@code files} of ner.json. */
final class FileSums {
  private record Sum(long bytes, String sha256) {}

  private final Map<String, Sum> sums = new LinkedHashMap<>();

  void put(String name, long bytes, String sha256) {
    sums.put(name, new Sum(bytes, sha256));
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    sums.forEach(
        (name, sum) -> {
          JsonObject member = new JsonObject();
          member.addProperty("bytes", sum.bytes());
          member.addProperty("sha256", sum.sha256());
          json.add(name, member);
        });
    return json;
  }

  /** Reads the sums, which must cover every file of the layout. */
  static FileSums fromJson(JsonObject manifest, String where) throws InvalidModelException {
    FileSums files = new FileSums();
    try {
      for (Map.Entry<String, JsonElement> file : manifest.getAsJsonObject("files").entrySet()) {
        JsonObject sum = file.getValue().getAsJsonObject();
        files.put(
            file.getKey(),
            sum.get("bytes").getAsBigDecimal().longValueExact(),
            sum.get("sha256").getAsString());
      }
    } catch (IllegalStateException
        | NullPointerException
        | ClassCastException
        | ArithmeticException
        | NumberFormatException
        | UnsupportedOperationException e) {
      throw new InvalidModelException(
          where + ": expected files with bytes and sha256: " + e.getMessage(), e);
    }
    if (!files.sums.keySet().containsAll(PackageLayout.LISTED)) {
      throw new InvalidModelException(
          "%s: expected checksums of %s, found those of %s"
              .formatted(where, PackageLayout.LISTED, files.sums.keySet()));
    }
    return files;
  }

  boolean has(String name) {
    return sums.containsKey(name);
  }

  long bytes(String name) {
    return sums.get(name).bytes();
  }

  String sha256(String name) {
    return sums.get(name).sha256();
  }

  void verify(String name, String where, long bytes, MessageDigest digest)
      throws InvalidModelException {
    Sum expected = sums.get(name);
    if (bytes != expected.bytes()) {
      throw new InvalidModelException(
          "%s: truncated or damaged: expected %s bytes, found %s"
              .formatted(where, expected.bytes(), bytes));
    }
    String found = MeasuringChannel.hex(digest);
    if (!found.equals(expected.sha256())) {
      throw new InvalidModelException(
          "%s: damaged: expected SHA-256 %s, found %s".formatted(where, expected.sha256(), found));
    }
  }
}
