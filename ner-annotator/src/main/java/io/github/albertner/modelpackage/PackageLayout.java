package io.github.albertner.modelpackage;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names, order and limits of the entries of a package file. */
final class PackageLayout {
  static final String OPENNLP_MANIFEST = "manifest.properties";
  static final String ENTRY = "nameFinder.model";

  /** Key and value by which OpenNLP finds the class that reads {@link #ENTRY}. */
  static final String SERIALIZER_KEY = "serializer-class-" + ENTRY;

  static final String SERIALIZER_CLASS = "opennlp.albert.AlbertModelSerializer";

  static final String MANIFEST = "ner.json";
  static final String CONFIG = "config.json";
  static final String TOKENIZER = "tokenizer.json";
  static final String TOKENIZER_CONFIG = "tokenizer_config.json";
  static final String SPECIAL_TOKENS = "special_tokens_map.json";
  static final String CARD = "README.md";
  static final String CASING = "casing.txt";
  static final String WEIGHTS = "model.safetensors";

  /** The files that ner.json must list, in the order they are written. */
  static final List<String> LISTED =
      List.of(CONFIG, TOKENIZER, TOKENIZER_CONFIG, SPECIAL_TOKENS, CARD, WEIGHTS);

  /** The files that ner.json may list as well. */
  static final List<String> OPTIONAL = List.of(CASING);

  /** Twice the largest published SentencePiece vocabularies, of 250,000 pieces. */
  private static final int MAX_TOKENIZER_BYTES = 32 << 20;

  /** Ample for every other text. */
  private static final int MAX_TEXT_BYTES = 4 << 20;

  /** A safetensors header takes about 150 bytes for each tensor, and little else. */
  private static final long HEADER_BYTES_PER_TENSOR = 512;

  private static final long HEADER_BYTES_FOR_ALL = 1 << 16;

  /** Every entry's time: the same content must give the same bytes. */
  static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private PackageLayout() {}

  /** How long a text may be, in bytes, exclusive: a longer one is no honest one. */
  static int maxTextBytes(String name) {
    return name.equals(TOKENIZER) ? MAX_TOKENIZER_BYTES : MAX_TEXT_BYTES;
  }

  /** How much a safetensors file may hold beside the bytes of so many tensors. */
  static long maxWeightsOverhead(int tensors) {
    return HEADER_BYTES_FOR_ALL + HEADER_BYTES_PER_TENSOR * tensors;
  }

  /**
   * The text of manifest.properties. The version stamp is the oldest that has pluggable
   * serializers, because each OpenNLP refuses stamps later than itself.
   */
  static String openNlpManifest(ModelManifest manifest) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("Component-Name", "NameFinderME");
    properties.put("Language", manifest.language());
    properties.put("Manifest-Version", "1.0");
    properties.put("OpenNLP-Version", "1.6.0");
    properties.put("Timestamp", Long.toString(manifest.created().toEpochMilli()));
    properties.put(SERIALIZER_KEY, SERIALIZER_CLASS);
    StringBuilder text = new StringBuilder();
    properties.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return text.toString();
  }
}
