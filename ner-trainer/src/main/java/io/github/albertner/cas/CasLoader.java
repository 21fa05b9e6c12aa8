package io.github.albertner.cas;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.ForeignBytes;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.SerialFormat;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.internal.util.XMLUtils;
import org.apache.uima.util.CasIOUtils;
import org.apache.uima.util.CasLoadMode;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads CAS files, one after the other into the same CAS, in every form that {@link CasIOUtils}
 * knows.
 */
final class CasLoader {

  private static final int HEADER = 1 << 10;
  private static final String XMI = "<xmi:XMI";

  /** What was read; valid until the next file is. */
  record Loaded(CAS view, String format) {}

  private final CAS cas;
  private final CasLoadMode mode;
  private final String view;
  private final boolean described;

  private CasLoader(CAS cas, CasLoadMode mode, String view, boolean described) {
    this.cas = cas;
    this.mode = mode;
    this.view = view;
    this.described = described;
  }

  /**
   * A loader for some files.
   *
   * @param files the first of which decides where a type system is looked for
   * @param options type systems, view, leniency
   * @throws CorpusFormatException if a type system is not sound
   */
  static CasLoader of(List<Path> files, CasOptions options) throws IOException {
    Optional<Path> found =
        options.typeSystems().isEmpty()
            ? CasFiles.typeSystemBeside(files.get(0))
            : Optional.empty();
    boolean described = !options.typeSystems().isEmpty() || found.isPresent();
    // Without a descriptor it can only be a file that says what its types are.
    CasLoadMode mode =
        options.lenient()
            ? CasLoadMode.LENIENT
            : described ? CasLoadMode.DEFAULT : CasLoadMode.REINIT;
    CAS cas =
        found.isPresent()
            ? TypeSystems.ofFound(found.get())
            : TypeSystems.ofNamed(options.typeSystems());
    return new CasLoader(cas, mode, options.view().orElse(CAS.NAME_DEFAULT_SOFA), described);
  }

  /**
   * Reads a file.
   *
   * @throws CorpusFormatException if it is no sound CAS, of another type system, or without the
   *     view
   */
  Loaded load(Path file) throws IOException {
    if (Files.isRegularFile(file) && Files.size(file) == 0) {
      throw new CorpusFormatException(file, 0, "an empty file", "a CAS");
    }
    cas.reset();
    SerialFormat format;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      format = read(file, in);
    } catch (SAXParseException e) {
      throw damaged(file, Math.max(0, e.getLineNumber()), e);
    } catch (NoSuchFileException | CorpusFormatException e) {
      throw e;
    } catch (IOException | SAXException | RuntimeException e) {
      // UIMA's readers let whatever a damaged file provokes through, in many kinds.
      throw damaged(file, 0, e);
    }
    if (!described && format == SerialFormat.XMI) {
      throw new CorpusFormatException(
          file,
          0,
          "XMI without one",
          "a type system: a file TypeSystem.xml beside it, or one that is named (--type-system on"
              + " the command line)");
    }
    return new Loaded(view(file), format.name().toLowerCase(Locale.ROOT));
  }

  private SerialFormat read(Path file, InputStream in) throws IOException, SAXException {
    in.mark(HEADER);
    byte[] beginning = in.readNBytes(HEADER);
    in.reset();
    String header = new String(beginning, StandardCharsets.ISO_8859_1);
    if (SerializedObjects.isStream(beginning) || !header.contains(XMI)) {
      byte[] content = in.readAllBytes();
      SerializedObjects.check(file, content);
      return CasIOUtils.load(new ByteArrayInputStream(content), null, cas, mode);
    }
    // Not through CasIOUtils: its parser prints errors and does not say where they are.
    XMLReader reader = XMLUtils.createXMLReader();
    reader.setErrorHandler(new DefaultHandler());
    reader.setContentHandler(
        new XmiCasDeserializer(cas.getTypeSystem())
            .getXmiCasHandler(cas, mode == CasLoadMode.LENIENT));
    reader.parse(new InputSource(in));
    return SerialFormat.XMI;
  }

  private CorpusFormatException damaged(Path file, int line, Exception cause) throws IOException {
    Optional<CorpusFormatException> other = ForeignBytes.explain(file, "a CAS");
    if (other.isPresent()) {
      other.get().initCause(cause);
      return other.get();
    }
    String found = innermost(cause);
    String hint = "";
    if (found.contains("unknown type")) {
      hint = " (--lenient on the command line passes over types that it lacks)";
    } else if (cause instanceof RuntimeException) {
      hint = "; if UIMA 3 wrote it in binary form 6, which UIMA 2 cannot read, save it as XMI";
    }
    String expected =
        cause instanceof StreamCorruptedException
            ? "a CAS as XMI, XCAS or in one of UIMA's binary forms"
            : described
                ? "a CAS of this type system" + hint
                : "a type system: a file TypeSystem.xml beside it, or one that is named (--type-system"
                    + " on the command line)";
    CorpusFormatException refusal = new CorpusFormatException(file, line, found, expected);
    refusal.initCause(cause);
    return refusal;
  }

  private CAS view(Path file) throws CorpusFormatException {
    List<String> names = new ArrayList<>();
    cas.getViewIterator().forEachRemaining(known -> names.add(known.getViewName()));
    if (!names.contains(view)) {
      throw new CorpusFormatException(
          file, 0, "only " + String.join(", ", names), "a view " + view);
    }
    CAS found = cas.getView(view);
    if (found.getDocumentText() == null) {
      throw new CorpusFormatException(
          file, 0, "none; its views: " + String.join(", ", names), "text in the view " + view);
    }
    return found;
  }

  /** What went wrong in the first place, on one line. */
  static String innermost(Throwable e) {
    Throwable at = e;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    String message = at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
    return "'" + message.strip().replaceAll("\\s+", " ") + "'";
  }
}
