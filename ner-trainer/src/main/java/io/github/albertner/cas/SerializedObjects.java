package io.github.albertner.cas;

import io.github.albertner.corpus.CorpusFormatException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamConstants;
import java.nio.file.Path;
import java.util.Set;
import org.apache.uima.cas.impl.CASCompleteSerializer;
import org.apache.uima.cas.impl.CASMgrSerializer;
import org.apache.uima.cas.impl.CASSerializer;
import org.apache.uima.cas.impl.CommonSerDes;

/**
 * Java objects in CAS files, checked before UIMA makes them: a serialized CAS is nothing else, and
 * binary forms may hold a type system that is one. UIMA's own stream would make objects of any
 * class that a file names, whose code then runs.
 */
final class SerializedObjects {

  private static final Set<Class<?>> ADMITTED =
      Set.of(
          CASCompleteSerializer.class,
          CASMgrSerializer.class,
          CASSerializer.class,
          String.class,
          Integer.class,
          Number.class);

  private SerializedObjects() {}

  /** Whether a file that begins like this is a stream of Java objects. */
  static boolean isStream(byte[] beginning) {
    return beginning.length >= Short.BYTES
        && beginning[0] == (byte) (ObjectStreamConstants.STREAM_MAGIC >> Byte.SIZE)
        && beginning[1] == (byte) ObjectStreamConstants.STREAM_MAGIC;
  }

  /**
   * Passes over what UIMA would deserialize of a file.
   *
   * @param file where it came from, for messages; its name says whether it may be a serialized CAS
   * @param content all of the file
   * @throws CorpusFormatException if objects are there that a CAS does not have, or the file is
   *     serialized and its name does not say so
   * @throws IOException if the objects are damaged
   */
  static void check(Path file, byte[] content) throws IOException {
    if (isStream(content)) {
      if (!CasFiles.isNamedSerialized(file)) {
        throw new CorpusFormatException(
            file,
            0,
            "serialized Java objects",
            "XMI, XCAS or a binary CAS under this name; a serialized CAS is read if its name ends"
                + " with .scas or .ser");
      }
      read(file, new ByteArrayInputStream(content), content.length);
      return;
    }
    DataInputStream binary = new DataInputStream(new ByteArrayInputStream(content));
    if (CommonSerDes.isBinaryHeader(binary)) {
      CommonSerDes.Header header = CommonSerDes.readHeader(binary);
      if (header.isTypeSystemIncluded() || header.isTypeSystemIndexDefIncluded()) {
        read(file, binary, content.length);
      }
    }
  }

  private static void read(Path file, InputStream in, int length) throws IOException {
    Filter filter = new Filter(length);
    try (ObjectInputStream objects = new ObjectInputStream(in)) {
      objects.setObjectInputFilter(filter);
      objects.readObject();
    } catch (InvalidClassException e) {
      throw filter.refused == null ? e : refusal(file, filter.refused, e);
    } catch (ClassNotFoundException e) {
      throw refusal(file, e.getMessage(), e);
    }
  }

  private static CorpusFormatException refusal(Path file, String what, Exception cause) {
    CorpusFormatException refusal =
        new CorpusFormatException(
            file, 0, "an object of " + what, "no serialized Java objects but those of a CAS");
    refusal.initCause(cause);
    return refusal;
  }

  /** Admits the classes of a CAS, and arrays that a file of this many bytes can fill. */
  private static final class Filter implements ObjectInputFilter {
    private final int length;
    private String refused;

    Filter(int length) {
      this.length = length;
    }

    @Override
    public Status checkInput(FilterInfo info) {
      Class<?> type = info.serialClass();
      if (type == null) {
        return Status.UNDECIDED; // numbers of references and bytes, which the file's length bounds
      }
      while (type.isArray()) {
        type = type.getComponentType();
      }
      if (!type.isPrimitive() && !ADMITTED.contains(type)) {
        refused = type.getName();
        return Status.REJECTED;
      }
      if (info.arrayLength() > length) {
        refused = info.arrayLength() + " elements in " + length + " bytes";
        return Status.REJECTED;
      }
      return Status.ALLOWED;
    }
  }
}
