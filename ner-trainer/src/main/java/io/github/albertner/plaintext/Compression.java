package io.github.albertner.plaintext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** How a file is compressed, by the end of its name. */
enum Compression {
  NONE(""),
  GZIP(".gz"),
  XZ(".xz");

  private static final int BUFFER = 1 << 16;

  private final String ending;

  Compression(String ending) {
    this.ending = ending;
  }

  static Compression of(Path file) {
    String name = file.toString();
    return name.endsWith(GZIP.ending) ? GZIP : name.endsWith(XZ.ending) ? XZ : NONE;
  }

  /** The content of a compressed stream. */
  InputStream decompress(InputStream in) throws IOException {
    return switch (this) {
      case NONE -> in;
      case GZIP -> new GZIPInputStream(in, BUFFER);
      case XZ -> new XZInputStream(in);
    };
  }

  /** What a file of this kind is called, in messages. */
  String kind() {
    return this == NONE ? "text" : ending + " file";
  }
}
