package io.github.albertner.document;

import io.github.albertner.text.AnnotatedPassage;
import io.github.albertner.text.AnnotatedSentence;
import io.github.albertner.text.CharRange;
import io.github.albertner.text.Entity;
import io.github.albertner.text.SentenceRange;
import io.github.albertner.uima.NerTypes;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.transform.OutputKeys;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasSerializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.internal.util.XMLUtils;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;
import org.apache.uima.util.XMLSerializer;
import org.xml.sax.SAXException;

/**
 * Writes one input as XMI of a UIMA CAS: its text as it is, sentences, tokens and entities of this
 * project's type system. All of it is kept in memory and written at the end.
 *
 * <p>XML 1.0 cannot hold most control characters; text with these is written as XML 1.1.
 */
final class XmiWriter implements AnnotationWriter {

  private static final String TYPE_SYSTEM = "io/github/albertner/uima/NerTypeSystem.xml";
  private static final String UNKNOWN_LANGUAGE = "und";

  private final Writer out;
  private final String language;
  private final StringBuilder text = new StringBuilder();
  private final List<AnnotatedPassage> passages = new ArrayList<>();
  private String source;

  /**
   * Writes to {@code out}.
   *
   * @param language of the text; blank or {@code und} if it is not known
   */
  XmiWriter(Writer out, String language) {
    this.out = out;
    this.language = language;
  }

  /** The descriptor of the types that are written. */
  static byte[] typeSystem() throws IOException {
    try (InputStream in = descriptor().openStream()) {
      return in.readAllBytes();
    }
  }

  private static URL descriptor() throws IOException {
    URL found = NerTypes.class.getClassLoader().getResource(TYPE_SYSTEM);
    if (found == null) {
      throw new IOException("expected " + TYPE_SYSTEM + " on the class path, found nothing");
    }
    return found;
  }

  @Override
  public void startInput(String name) {
    if (source != null) {
      throw new IllegalStateException("XMI holds one text, not " + source + " and " + name);
    }
    source = name;
  }

  @Override
  public void write(AnnotatedPassage passage) {
    text.append(passage.passage().text());
    passages.add(passage);
  }

  @Override
  public void flush() {
    // There is nothing to see before the end.
  }

  @Override
  public void close() throws IOException {
    try (out) {
      if (source != null) {
        serialize(cas());
      }
    }
  }

  private CAS cas() throws IOException {
    CAS cas;
    try {
      TypeSystemDescription types =
          UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(descriptor()));
      cas = CasCreationUtils.createCas(types, null, null);
    } catch (UIMAException e) {
      throw new IOException("the type system " + TYPE_SYSTEM + " cannot be used", e);
    }
    cas.setDocumentText(text.toString());
    if (!language.isBlank() && !language.equals(UNKNOWN_LANGUAGE)) {
      cas.setDocumentLanguage(language);
    }
    passages.forEach(passage -> annotate(cas, passage));
    return cas;
  }

  private static void annotate(CAS cas, AnnotatedPassage passage) {
    Type sentenceType = cas.getTypeSystem().getType(NerTypes.SENTENCE);
    Type tokenType = cas.getTypeSystem().getType(NerTypes.TOKEN);
    Type entityType = cas.getTypeSystem().getType(NerTypes.NAMED_ENTITY);
    Feature label = entityType.getFeatureByBaseName(NerTypes.LABEL);
    Feature score = entityType.getFeatureByBaseName(NerTypes.SCORE);
    int offset = (int) passage.passage().begin().characters();
    for (SentenceRange sentence : passage.passage().sentences()) {
      add(cas, sentenceType, sentence.characters().shifted(offset));
      sentence.tokens().forEach(token -> add(cas, tokenType, token.shifted(offset)));
    }
    for (AnnotatedSentence sentence : passage.sentences()) {
      for (Entity entity : sentence.entities()) {
        int begin = (int) entity.begin().characters();
        int end = (int) entity.end().characters();
        AnnotationFS annotation = cas.createAnnotation(entityType, begin, end);
        annotation.setStringValue(label, entity.type());
        annotation.setDoubleValue(score, entity.probability());
        cas.addFsToIndexes(annotation);
      }
    }
  }

  private static void add(CAS cas, Type type, CharRange range) {
    cas.addFsToIndexes(cas.createAnnotation(type, range.begin(), range.end()));
  }

  private void serialize(CAS cas) throws IOException {
    String whole = cas.getDocumentText();
    int impossible = XMLUtils.checkForNonXmlCharacters(whole, true);
    if (impossible >= 0) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: expected characters that XML can hold, found U+%04X at character %d; write json instead",
              source,
              (int) whole.charAt(impossible),
              impossible));
    }
    boolean later = XMLUtils.checkForNonXmlCharacters(whole, false) >= 0;
    XMLSerializer serializer = new XMLSerializer(later ? new Xml11Writer(out) : out, true);
    if (later) {
      serializer.setOutputProperty(OutputKeys.VERSION, "1.1");
    }
    try {
      new XmiCasSerializer(cas.getTypeSystem()).serialize(cas, serializer.getContentHandler());
    } catch (SAXException e) {
      throw e.getCause() instanceof IOException cause
          ? cause
          : new IOException(source + ": cannot be written as XMI: " + e.getMessage(), e);
    }
    out.write('\n');
  }

  /**
   * Writes references for what XML 1.1 does not allow as it stands, or would read as line ends, and
   * the JDK's serializer leaves. It all stands in the text or in labels: in values of attributes.
   */
  private static final class Xml11Writer extends FilterWriter {
    Xml11Writer(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      if ((c >= 0x7F && c <= 0x9F) || c == 0x2028) {
        out.write("&#" + c + ";");
      } else {
        out.write(c);
      }
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        write(characters[i]);
      }
    }

    @Override
    public void write(String string, int offset, int length) throws IOException {
      write(string.toCharArray(), offset, length);
    }
  }
}
