package io.github.albertner.tokenize;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The unigram model of Hugging Face's native tokenizers library, which ours is compared with. */
final class LibraryUnigram implements AutoCloseable {

  /** Bounds the native memory of one call. */
  private static final int MAX_CHARS_PER_CALL = 1 << 18;

  private static final Map<String, String> OPTIONS =
      Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

  private final Vocabulary vocabulary;
  private final HuggingFaceTokenizer tokenizer;

  LibraryUnigram(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    byte[] json = modelJson(vocabulary).getBytes(StandardCharsets.UTF_8);
    try {
      tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), OPTIONS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the ids of each text, encoded alone. */
  int[][] encode(List<String> texts) {
    int[][] ids = new int[texts.size()][];
    for (int begin = 0; begin < ids.length; ) {
      int end = begin;
      int chars = 0;
      while (end < ids.length && (end == begin || chars < MAX_CHARS_PER_CALL)) {
        chars += 1 + texts.get(end++).length();
      }
      encodeSome(texts.subList(begin, end), begin, ids);
      begin = end;
    }
    return ids;
  }

  private void encodeSome(List<String> texts, int offset, int[][] ids) {
    Encoding encoding = tokenizer.encode(texts, false, false);
    long[] pieces = encoding.getIds();
    long[] textOf = encoding.getWordIds();
    String[] surfaces = encoding.getTokens();
    for (int text = 0, begin = 0; text < texts.size(); text++) {
      int end = begin;
      while (end < pieces.length && textOf[end] == text) {
        end++;
      }
      int[] found = new int[end - begin];
      for (int i = begin; i < end; i++) {
        found[i - begin] = Math.toIntExact(pieces[i]);
      }
      ids[offset + text] =
          vocabulary.hasBytePieces()
              ? withBytes(found, Arrays.asList(surfaces).subList(begin, end))
              : found;
      begin = end;
    }
  }

  /** Every unknown piece replaced by the byte pieces of the text it covers. */
  private int[] withBytes(int[] ids, List<String> surfaces) {
    IntStream.Builder replaced = IntStream.builder();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == vocabulary.unknownId()) {
        for (byte b : surfaces.get(i).getBytes(StandardCharsets.UTF_8)) {
          replaced.add(vocabulary.bytePiece(b));
        }
      } else {
        replaced.add(ids[i]);
      }
    }
    return replaced.build().toArray();
  }

  @Override
  public void close() {
    tokenizer.close();
  }

  /** A {@code tokenizer.json} of the model alone, its unmatchable pieces renamed. */
  private static String modelJson(Vocabulary vocabulary) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject().name("version").value("1.0");
      json.name("added_tokens").beginArray().endArray();
      json.name("model").beginObject();
      json.name("type").value("Unigram");
      json.name("unk_id").value(vocabulary.unknownId());
      json.name("byte_fallback").value(false);
      json.name("vocab").beginArray();
      for (int id = 0; id < vocabulary.modelSize(); id++) {
        // A normalised text has no space, so a name that begins with one is never found in it.
        String name =
            vocabulary.isUnmatchable(id) ? " " + vocabulary.name(id) : vocabulary.name(id);
        json.beginArray().value(name).value(vocabulary.score(id)).endArray();
      }
      json.endArray().endObject().endObject();
    } catch (IOException e) {
      throw new AssertionError("a StringWriter does not fail", e);
    }
    return text.toString();
  }
}
