package io.github.albertner.tokenize;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Writes small SentencePiece models field by field, for the kinds that no trainer run is worth. */
final class SpieceFile {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A model of pieces {@code <pad> <unk> [CLS] [SEP] [MASK]} and then what is added. */
  static SpieceFile albertLike() {
    return new SpieceFile()
        .piece("<pad>", 0, 3)
        .piece("<unk>", 0, 2)
        .piece("[CLS]", 0, 3)
        .piece("[SEP]", 0, 3)
        .piece("[MASK]", 0, 3);
  }

  SpieceFile normal(String text, float score) {
    return piece(text, score, 1);
  }

  SpieceFile piece(String text, float score, int type) {
    return message(
        1,
        out -> {
          out.text(1, text);
          out.number(2, score);
          out.integer(3, type);
          out.text(200, "a later version's field");
        });
  }

  SpieceFile trainerSpec(int modelType, boolean byteFallback) {
    return message(
        2,
        out -> {
          out.integer(3, modelType);
          out.integer(35, byteFallback ? 1 : 0);
        });
  }

  SpieceFile normalizerSpec(boolean dummyPrefix, boolean removeExtraWhitespaces) {
    return message(
        3,
        out -> {
          out.text(1, "identity");
          out.integer(3, dummyPrefix ? 1 : 0);
          out.integer(4, removeExtraWhitespaces ? 1 : 0);
        });
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  /** A tokenizer of this model, case and accents kept. */
  SubwordTokenizer open() throws InvalidVocabularyException {
    SentencePieceModel model = SentencePieceModel.parse(toByteArray(), "test.model");
    return SubwordTokenizer.ofJson(
        SentencePieceConverter.toTokenizerJson(
            model, new TokenizerSettings(false, true, false), "test.model"));
  }

  private SpieceFile message(int field, Consumer<Fields> content) {
    Fields inner = new Fields();
    content.accept(inner);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.writeByteArray(field, inner.toByteArray());
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static final class Fields {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void text(int field, String value) {
      write(out -> out.writeString(field, value));
    }

    void number(int field, float value) {
      write(out -> out.writeFloat(field, value));
    }

    void integer(int field, int value) {
      write(out -> out.writeInt32(field, value));
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }

    private void write(Writer writer) {
      try {
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        writer.write(out);
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private interface Writer {
      void write(CodedOutputStream out) throws IOException;
    }
  }
}
