package io.github.albertner.modelpackage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Changes inner files of a package by chance: as bytes, or as JSON, whose structure is kept so that
 * the parsers behind the first one are reached. The same seed makes the same changes.
 */
final class Mutator {
  private static final List<String> FILES =
      List.of(
          PackageLayout.MANIFEST,
          PackageLayout.CONFIG,
          PackageLayout.TOKENIZER,
          PackageLayout.TOKENIZER,
          PackageLayout.WEIGHTS);

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "\"\"",
          "\"a\"",
          "0",
          "-1",
          "1",
          "2",
          "3",
          "5",
          "0.5",
          "1e-300",
          "1e300",
          "1e999",
          "NaN",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "1e100000",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "[[]]",
          "{\"a\":{}}",
          "\"[CLS]\"",
          "\"<unk>\"",
          "\"B-a\"",
          "\"O\"",
          "\"F64\"",
          "\"I8\"",
          "\"Sequence\"",
          "\"Replace\"",
          "\"Precompiled\"",
          "\"Metaspace\"",
          "\"gelu\"",
          "\"2026-01-01T00:00:00Z\"");

  private final SplittableRandom random;

  Mutator(long seed) {
    random = new SplittableRandom(seed);
  }

  /** One to four changes; lengths and checksums are put right, but for one time in eight. */
  Forgery mutate(Forgery original) {
    Forgery changed = original;
    for (int i = random.nextInt(4); i >= 0; i--) {
      String name = pick(FILES);
      byte[] content = changed.content(name);
      changed = changed.with(name, random.nextInt(3) == 0 ? bytes(content) : json(name, content));
    }
    return random.nextInt(8) == 0 ? changed : changed.withSums();
  }

  private byte[] bytes(byte[] content) {
    if (content.length == 0) {
      return new byte[random.nextInt(9)];
    }
    int at = random.nextInt(content.length);
    int length = Math.min(content.length - at, 1 + random.nextInt(16));
    byte[] changed = content.clone();
    switch (random.nextInt(5)) {
      case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> changed[at] = (byte) random.nextInt(256);
      case 2 -> changed = splice(content, at, at + length, new byte[0]);
      case 3 -> changed = splice(content, at, at, Arrays.copyOfRange(content, at, at + length));
      default -> changed = splice(content, at, at, pick(VALUES).getBytes(StandardCharsets.UTF_8));
    }
    return changed;
  }

  private static byte[] splice(byte[] content, int begin, int end, byte[] inserted) {
    byte[] spliced = new byte[content.length - (end - begin) + inserted.length];
    System.arraycopy(content, 0, spliced, 0, begin);
    System.arraycopy(inserted, 0, spliced, begin, inserted.length);
    System.arraycopy(content, end, spliced, begin + inserted.length, content.length - end);
    return spliced;
  }

  /** Of the weights, the JSON is the header, whose length is put right. */
  private byte[] json(String name, byte[] content) {
    boolean weights = name.equals(PackageLayout.WEIGHTS);
    int begin = weights ? Math.min(8, content.length) : 0;
    int end = weights ? headerEnd(content) : content.length;
    String text = new String(content, begin, end - begin, StandardCharsets.UTF_8);
    JsonElement json;
    try {
      json = JsonParser.parseString(text);
    } catch (RuntimeException e) {
      return bytes(content);
    }
    // Numbers beyond all range are written as they were read.
    byte[] changed = change(json).toString().getBytes(StandardCharsets.UTF_8);
    if (!weights) {
      return changed;
    }
    byte[] spliced = splice(content, begin, end, changed);
    for (int i = 0; i < begin; i++) {
      spliced[i] = (byte) ((long) changed.length >>> (8 * i));
    }
    return spliced;
  }

  private static int headerEnd(byte[] weights) {
    long length = 0;
    for (int i = Math.min(7, weights.length - 1); i >= 0; i--) {
      length = (length << 8) | (weights[i] & 0xFF);
    }
    return (int) Math.max(Math.min(8, weights.length), Math.min(weights.length, 8 + length));
  }

  /** Goes down at random and changes what it comes to. */
  private JsonElement change(JsonElement json) {
    boolean deeper = random.nextInt(4) > 0;
    if (json instanceof JsonObject object && !object.isEmpty()) {
      String key = pick(List.copyOf(object.keySet()));
      return deeper ? with(object, key, this::change) : structure(object, key);
    }
    if (json instanceof JsonArray array && !array.isEmpty()) {
      int at = random.nextInt(array.size());
      if (deeper) {
        array.set(at, change(array.get(at)));
      } else if (random.nextBoolean()) {
        array.remove(at);
      } else {
        array.add(array.get(at).deepCopy());
      }
      return array;
    }
    if (json instanceof JsonPrimitive value && value.isNumber() && random.nextBoolean()) {
      return new JsonPrimitive(value.getAsDouble() + random.nextInt(9) - 4);
    }
    return value();
  }

  private static JsonObject with(JsonObject object, String key, UnaryOperator<JsonElement> change) {
    object.add(key, change.apply(object.get(key)));
    return object;
  }

  private JsonElement structure(JsonObject object, String key) {
    switch (random.nextInt(4)) {
      case 0 -> object.remove(key);
      case 1 -> object.add(key, value());
      case 2 -> object.add(key + "x", object.get(key).deepCopy());
      default -> {
        return object.get(key);
      }
    }
    return object;
  }

  private JsonElement value() {
    String text = pick(VALUES);
    try {
      return JsonParser.parseString(text);
    } catch (RuntimeException e) {
      return JsonNull.INSTANCE;
    }
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
