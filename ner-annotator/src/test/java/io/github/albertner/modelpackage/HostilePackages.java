package io.github.albertner.modelpackage;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made to harm, each with a part of the message that names what is wrong with it. */
final class HostilePackages {
  private static final long GIBIBYTE = 1 << 30;

  /** Its initialiser leaves a mark. */
  static final String FOREIGN_CLASS = "io.github.albertner.modelpackage.Canary";

  private final Path folder;
  private final Map<String, String> messages = new LinkedHashMap<>();
  private final Forgery sound;

  private HostilePackages(Path folder) throws IOException {
    this.folder = folder;
    sound = Forgery.of(TinyPackages.tiny());
  }

  /**
   * Writes files that reach our reader by both ways in, and a list of their names.
   *
   * @return for each name, a part of what the exception must say
   */
  static Map<String, String> write(Path folder) throws IOException {
    HostilePackages made = new HostilePackages(folder);
    made.bombs();
    made.texts();
    made.tensors();
    made.names();
    Files.write(folder.resolve("names"), made.messages.keySet());
    return made.messages;
  }

  private void bombs() throws IOException {
    addEntry("bomb in ner.json", bomb("ner.json", ' ', GIBIBYTE), "less than 4 MiB");
    addEntry("bomb in a name not ours", bomb("a.txt", ' ', GIBIBYTE), "ner.json as the first");
    for (String name : new String[] {"config.json", "README.md", "special_tokens_map.json"}) {
      addEntry("bomb in " + name, bombBehindManifest(name), name + ": expected less than 4 MiB");
    }
    addEntry(
        "bomb in tokenizer.json",
        bombBehindManifest("tokenizer.json"),
        "expected less than 32 MiB");
    addEntry("bomb behind the last file", bombAfter(sound.entry()), "bytes without end follow");
    byte[] weights = new byte[200 << 20];
    Forgery large =
        config(json -> json.addProperty("vocab_size", 20_000_000))
            .with("model.safetensors", weights)
            .withSums();
    addEntry("bomb in the weights", large.entry(), "no room for 200 MiB outside the heap");
    addEntry("weights stated and not there", lyingSize(), "truncated or damaged");
  }

  private void texts() throws IOException {
    for (String name : new String[] {"ner.json", "config.json", "tokenizer.json"}) {
      add("deep lists in " + name, text(name, "[".repeat(1_000_000)), name);
      add("deep objects in " + name, text(name, "{\"a\":".repeat(500_000)), name);
      add("no JSON in " + name, text(name, "\0\uffff"), name);
    }
    add(
        "many values in tokenizer.json",
        text("tokenizer.json", "{\"a\":[" + "[],".repeat(5_000_000) + "[]]}"),
        "expected at most 2000000 values, found 10000003");
    add("language of many parts", manifest("language", "a" + "-a".repeat(400_000)), "language");
    add("language of another form", manifest("language", "../x"), "expected a language tag");
    add("time before all", manifest("created", "-1000000000-01-01T00:00:00Z"), "1970 to 9999");
    add("time after all", manifest("created", "+1000000000-12-31T23:59:59Z"), "1970 to 9999");
    add("forged label count", labels(3), "config.json has 3 labels, but classifier.weight has 5");
    add("a million labels", labels(1_000_000), "config.json");
    add("many labels", labels(100_000), "100000 labels; expected at most 4096");
    add("a label far away", config(json -> label(json, "2147483647")), "id2label has no label 5");
    add("a label below none", config(json -> label(json, "-1")), "id2label has no label 0");
    for (String number : new String[] {"1e999999999", "1e-999999999", "4294967304", "NaN", "-8"}) {
      add("vocab_size " + number, config("vocab_size", number), "vocab_size");
      add("num_hidden_layers " + number, config("num_hidden_layers", number), "num_hidden_layers");
    }
    add("endless layers", config("num_hidden_layers", "2000000000"), "2000000000 layers");
    add("epsilon beyond all", config("layer_norm_eps", "1e999"), "layer_norm_eps is Infinity");
    add("range beyond all", config("initializer_range", "1e999"), "initializer_range is Infinity");
    add("heads that do not divide", config("num_attention_heads", "3"), "not a multiple");
    add(
        "more pieces than embeddings",
        sound.change(
            "tokenizer.json",
            text -> text.replace("[\"b\",-2]", "[\"b\",-2],[\"c\",-2],[\"d\",-2]")),
        "9 pieces, but the network of config.json has a vocab_size of 8");
    add(
        "a pattern that runs away",
        sound.change(
            "tokenizer.json",
            text ->
                text.replace(
                    "{\"type\":\"NFKD\"}",
                    "{\"type\":\"Replace\",\"pattern\":{\"Regex\":\"(a|aa)+$\"},\"content\":\"\"}")),
        "at most one repetition");
  }

  private void tensors() throws IOException {
    add("a header without end", header(Long.MAX_VALUE), "not a safetensors file");
    add("a negative header", header(-1), "not a safetensors file");
    add("a header longer than the file", header(90_000_000), "truncated");
    String bias = "\"classifier.bias\":{\"dtype\":\"F32\",\"shape\":[5],\"data_offsets\":[";
    add("overlap", tensor(bias, "0,20"), "must neither overlap nor leave gaps");
    add("beyond the end", tensor(bias, "9000,9020"), "must neither overlap nor leave gaps");
    add("before the begin", tensor(bias, "-20,0"), "needs 20 bytes");
    add("overflow", tensor(bias, "9223372036854775800,-9223372036854775796"), "neither overlap");
    add("no whole number", tensor(bias, "0.5,20.5"), "expected {dtype, shape, data_offsets}");
    add(
        "a shape that overflows",
        header(text -> text.replace("\"shape\":[5]", "\"shape\":[4294967296,4294967296]")),
        "expected {dtype, shape, data_offsets}");
    add("deep header", deepHeader(), "safetensors header is not a JSON object");
  }

  private void names() throws IOException {
    for (String name : new String[] {"../config.json", "/etc/passwd", "C:\\x", "a/../../b"}) {
      byte[] entry = sound.change("config.json", name, text -> text).entry();
      addEntry("inner " + name, entry, name + ": unexpected or repeated inner file");
    }
    byte[] maxent = "not a zip at all, as a maxent model is none".getBytes(StandardCharsets.UTF_8);
    addEntry("entry of another kind", maxent, "it lacks ner.json");
    addEntry("empty entry", new byte[0], "it lacks ner.json");
  }

  private void add(String name, Forgery forgery, String message) throws IOException {
    addEntry(name, forgery.withSums().entry(), message);
  }

  private void addEntry(String name, byte[] entry, String message) throws IOException {
    messages.put(name, message);
    Files.write(file(folder, name), Forgery.file(entry));
  }

  static Path file(Path folder, String name) {
    return folder.resolve(name.replaceAll("\\W", "_") + ".bin");
  }

  private Forgery text(String name, String text) {
    return sound.with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Forgery json(String name, Consumer<JsonObject> change) {
    JsonObject json =
        JsonParser.parseString(new String(sound.content(name), StandardCharsets.UTF_8))
            .getAsJsonObject();
    change.accept(json);
    return text(name, json.toString());
  }

  private Forgery manifest(String key, String value) {
    return json("ner.json", json -> json.addProperty(key, value));
  }

  private Forgery config(Consumer<JsonObject> change) {
    return json("config.json", change);
  }

  private Forgery config(String key, String number) {
    Forgery marked = config(json -> json.addProperty(key, "@"));
    return marked.change("config.json", text -> text.replace("\"@\"", number));
  }

  private Forgery labels(int count) {
    return config(
        json -> {
          JsonObject labels = new JsonObject();
          for (int i = 0; i < count; i++) {
            labels.addProperty(Integer.toString(i), i == 0 ? "O" : "B-" + i);
          }
          json.add("id2label", labels);
        });
  }

  private static void label(JsonObject config, String index) {
    config.getAsJsonObject("id2label").addProperty(index, "B-x");
  }

  private Forgery header(long length) {
    byte[] weights = sound.content("model.safetensors").clone();
    ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
    return sound.with("model.safetensors", weights);
  }

  private Forgery tensor(String prefix, String offsets) {
    return header(
        text -> {
          int at = text.indexOf(prefix) + prefix.length();
          return text.substring(0, at) + offsets + text.substring(text.indexOf(']', at));
        });
  }

  private Forgery header(UnaryOperator<String> change) {
    byte[] weights = sound.content("model.safetensors");
    int length = (int) ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String text = new String(weights, 8, length, StandardCharsets.UTF_8);
    byte[] header = change.apply(text).getBytes(StandardCharsets.UTF_8);
    int data = weights.length - 8 - length;
    ByteBuffer file = ByteBuffer.allocate(8 + header.length + data).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header).put(weights, 8 + length, data);
    return sound.with("model.safetensors", file.array());
  }

  private Forgery deepHeader() {
    byte[] json = "[".repeat(60_000).getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    return sound.with("model.safetensors", file.array());
  }

  /** A zip of one file that is far larger than the zip. */
  private static byte[] bomb(String name, char filling, long bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      fill(zip, filling, bytes);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private byte[] bombBehindManifest(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("ner.json"));
      zip.write(sound.content("ner.json"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry(name));
      fill(zip, ' ', GIBIBYTE);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  /** Compresses again in the outer zip. */
  private static byte[] bombAfter(byte[] entry) {
    byte[] padded = new byte[entry.length + (64 << 20)];
    System.arraycopy(entry, 0, padded, 0, entry.length);
    return padded;
  }

  /** Headers that agree on two billion bytes of weights, of which there are a few. */
  private byte[] lyingSize() throws IOException {
    int stated = 2_000_000_000;
    Forgery large = config(json -> json.addProperty("vocab_size", 120_000_000)).withSums();
    int real = sound.content("model.safetensors").length;
    byte[] entry =
        large
            .change(
                "ner.json",
                text -> text.replace("\"bytes\":" + real + ",", "\"bytes\":" + stated + ","))
            .entry();
    ByteBuffer bytes = ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN);
    int header = indexOf(entry, "model.safetensors") - 30;
    bytes.putInt(header + 18, stated).putInt(header + 22, stated);
    return entry;
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  static void fill(OutputStream out, char filling, long bytes) throws IOException {
    byte[] block = String.valueOf(filling).repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    for (long left = bytes; left > 0; left -= block.length) {
      out.write(block);
    }
  }
}
