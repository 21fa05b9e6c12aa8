package io.github.albertner.tokenize;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@code spiece.model} says, as far as encoding needs it.
 *
 * <p>The file is one protocol-buffers message (sentencepiece, src/sentencepiece_model.proto); the
 * field numbers below are of that file, unknown fields are skipped.
 *
 * @param pieces in order of their ids
 * @param modelType 1 unigram, 2 BPE, 3 word, 4 character
 * @param byteFallback whether unknown characters become byte pieces
 * @param suffixWordMark whether the word mark ends words instead of beginning them
 * @param characterMap precompiled character map, empty for the identity
 * @param addDummyPrefix whether a word mark is put before the text
 * @param removeExtraWhitespaces whether spaces at the ends go and runs of them become one
 * @param escapeWhitespaces whether a space is written as the word mark
 */
record SentencePieceModel(
    List<Piece> pieces,
    int modelType,
    boolean byteFallback,
    boolean suffixWordMark,
    ByteString characterMap,
    boolean addDummyPrefix,
    boolean removeExtraWhitespaces,
    boolean escapeWhitespaces) {

  static final int UNIGRAM = 1;

  /**
   * @param type one of the constants below
   */
  record Piece(String text, float score, int type) {
    static final int NORMAL = 1;
    static final int UNKNOWN = 2;
    static final int CONTROL = 3;
    static final int USER_DEFINED = 4;
    static final int UNUSED = 5;
    static final int BYTE = 6;
  }

  SentencePieceModel {
    pieces = List.copyOf(pieces);
  }

  /**
   * @param file bytes of the whole file
   * @param source its name, for messages
   * @throws InvalidVocabularyException if this is no SentencePiece model
   */
  static SentencePieceModel parse(byte[] file, String source) throws InvalidVocabularyException {
    try {
      SentencePieceModel model = new Reader().read(CodedInputStream.newInstance(file));
      if (!model.pieces.isEmpty()) {
        return model;
      }
    } catch (IOException e) {
      throw new InvalidVocabularyException(
          "%s is no SentencePiece model (or a damaged one): %s".formatted(source, e.getMessage()),
          e);
    }
    throw new InvalidVocabularyException(source + " is no SentencePiece model: it has no pieces.");
  }

  /** Fields with the defaults of the .proto file, overwritten as they are met. */
  private static final class Reader {
    private final List<Piece> pieces = new ArrayList<>();
    private int modelType = UNIGRAM;
    private boolean byteFallback;
    private boolean suffixWordMark;
    private ByteString characterMap = ByteString.EMPTY;
    private boolean addDummyPrefix = true;
    private boolean removeExtraWhitespaces = true;
    private boolean escapeWhitespaces = true;

    SentencePieceModel read(CodedInputStream in) throws IOException {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        switch (WireFormat.getTagFieldNumber(tag)) {
          case 1 -> readMessage(in, this::readPiece);
          case 2 -> readMessage(in, this::readTrainerSpec);
          case 3 -> readMessage(in, this::readNormalizerSpec);
          default -> in.skipField(tag);
        }
      }
      return new SentencePieceModel(
          pieces,
          modelType,
          byteFallback,
          suffixWordMark,
          characterMap,
          addDummyPrefix,
          removeExtraWhitespaces,
          escapeWhitespaces);
    }

    private void readPiece(CodedInputStream in) throws IOException {
      String text = "";
      float score = 0;
      int type = Piece.NORMAL;
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        switch (WireFormat.getTagFieldNumber(tag)) {
          case 1 -> text = in.readStringRequireUtf8();
          case 2 -> score = in.readFloat();
          case 3 -> type = in.readEnum();
          default -> in.skipField(tag);
        }
      }
      pieces.add(new Piece(text, score, type));
    }

    private void readTrainerSpec(CodedInputStream in) throws IOException {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        switch (WireFormat.getTagFieldNumber(tag)) {
          case 3 -> modelType = in.readEnum();
          case 24 -> suffixWordMark = in.readBool();
          case 35 -> byteFallback = in.readBool();
          default -> in.skipField(tag);
        }
      }
    }

    private void readNormalizerSpec(CodedInputStream in) throws IOException {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        switch (WireFormat.getTagFieldNumber(tag)) {
          case 2 -> characterMap = in.readBytes();
          case 3 -> addDummyPrefix = in.readBool();
          case 4 -> removeExtraWhitespaces = in.readBool();
          case 5 -> escapeWhitespaces = in.readBool();
          default -> in.skipField(tag);
        }
      }
    }

    private static void readMessage(CodedInputStream in, Message message) throws IOException {
      int outer = in.pushLimit(in.readRawVarint32());
      message.read(in);
      in.popLimit(outer);
    }
  }

  /** Reads fields up to the limit that is set. */
  private interface Message {
    void read(CodedInputStream in) throws IOException;
  }
}
