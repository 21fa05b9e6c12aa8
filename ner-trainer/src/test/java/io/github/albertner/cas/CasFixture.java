package io.github.albertner.cas;

import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.SerialFormat;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeDescription;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.CasIOUtils;

/** A CAS made for a test, by other software's types. */
public final class CasFixture {

  /** Names of types; a label is a feature, or if there is none the entity's type. */
  public record Types(String sentence, String token, String entity, String label) {}

  public static final Types DKPRO =
      new Types(
          "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence",
          "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token",
          "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity",
          "value");

  public static final Types CTAKES =
      new Types(
          "org.apache.ctakes.typesystem.type.textspan.Sentence",
          "org.apache.ctakes.typesystem.type.syntax.BaseToken",
          "org.apache.ctakes.typesystem.type.textsem.DiseaseDisorderMention",
          null);

  public static final Types OPENNLP =
      new Types("opennlp.uima.Sentence", "opennlp.uima.Token", "opennlp.uima.Person", null);

  private final TypeSystemDescription description;
  private final Types types;
  private final CAS cas;

  private CasFixture(TypeSystemDescription description, Types types, CAS cas) {
    this.description = description;
    this.types = types;
    this.cas = cas;
  }

  /** A CAS of a text; more types are annotations without features. */
  public static CasFixture of(Types types, String text, String... more) {
    try {
      TypeSystemDescription description =
          UIMAFramework.getResourceSpecifierFactory().createTypeSystemDescription();
      description.addType(types.sentence, "", "uima.tcas.Annotation");
      description.addType(types.token, "", "uima.tcas.Annotation");
      TypeDescription entity = description.addType(types.entity, "", "uima.tcas.Annotation");
      if (types.label != null) {
        entity.addFeature(types.label, "", "uima.cas.String");
      }
      for (String type : more) {
        String[] parts = type.split("<", -1);
        description.addType(parts[0], "", parts.length > 1 ? parts[1] : "uima.tcas.Annotation");
      }
      CAS cas = CasCreationUtils.createCas(description, null, null);
      cas.setDocumentText(text);
      return new CasFixture(description, types, cas);
    } catch (org.apache.uima.UIMAException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Annotates sentences, tokens and entities; their words are separated by single spaces. */
  public static CasFixture of(Types types, List<Sentence> sentences) {
    StringBuilder text = new StringBuilder();
    List<int[]> tokens = new ArrayList<>();
    List<int[]> ends = new ArrayList<>();
    for (Sentence sentence : sentences) {
      int begin = text.length();
      for (String word : sentence.words()) {
        tokens.add(new int[] {text.length(), text.length() + word.length()});
        text.append(word).append(' ');
      }
      ends.add(new int[] {begin, text.length() - 1});
      text.append("\n");
    }
    CasFixture fixture = of(types, text.toString());
    ends.forEach(range -> fixture.add(types.sentence, range[0], range[1]));
    tokens.forEach(range -> fixture.add(types.token, range[0], range[1]));
    int first = 0;
    for (Sentence sentence : sentences) {
      for (EntitySpan span : sentence.entities()) {
        fixture.entity(
            tokens.get(first + span.begin())[0],
            tokens.get(first + span.end() - 1)[1],
            span.type());
      }
      first += sentence.words().size();
    }
    return fixture;
  }

  public CasFixture add(String type, int begin, int end) {
    Type known = cas.getTypeSystem().getType(type);
    cas.addFsToIndexes(cas.createAnnotation(known, begin, end));
    return this;
  }

  /** Annotates the first occurrence of each. */
  public CasFixture addAll(String type, String... covered) {
    int from = 0;
    for (String part : covered) {
      int begin = cas.getDocumentText().indexOf(part, from);
      add(type, begin, begin + part.length());
      from = begin + part.length();
    }
    return this;
  }

  public CasFixture sentences(String... covered) {
    return addAll(types.sentence, covered);
  }

  public CasFixture tokens(String... covered) {
    return addAll(types.token, covered);
  }

  public CasFixture entity(int begin, int end, String label) {
    Type type = cas.getTypeSystem().getType(types.entity);
    AnnotationFS entity = cas.createAnnotation(type, begin, end);
    if (types.label != null && label != null) {
      entity.setStringValue(type.getFeatureByBaseName(types.label), label);
    }
    cas.addFsToIndexes(entity);
    return this;
  }

  public CasFixture entity(String covered, String label) {
    int begin = cas.getDocumentText().indexOf(covered);
    return entity(begin, begin + covered.length(), label);
  }

  public CAS cas() {
    return cas;
  }

  /** Writes the CAS, and TypeSystem.xml beside it. */
  public Path save(Path file) {
    return save(file, SerialFormat.XMI);
  }

  public Path save(Path file, SerialFormat format) {
    try (OutputStream out = Files.newOutputStream(file)) {
      CasIOUtils.save(cas, out, format);
      typeSystem(file.resolveSibling("TypeSystem.xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  public Path typeSystem(Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      description.toXML(out);
    } catch (IOException | org.xml.sax.SAXException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }

  /** Sentences as {@code [LOC New York] is big}. */
  static List<String> show(Corpus corpus) {
    return corpus.sentences().stream().map(CasFixture::show).toList();
  }

  private static String show(Sentence sentence) {
    List<String> shown = new ArrayList<>(sentence.words());
    for (EntitySpan entity : sentence.entities()) {
      shown.set(entity.begin(), "[" + entity.type() + " " + shown.get(entity.begin()));
      shown.set(entity.end() - 1, shown.get(entity.end() - 1) + "]");
    }
    return String.join(" ", shown);
  }
}
