package org.example.clinic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.ctakes.typesystem.type.structured.DocumentID;
import org.apache.ctakes.typesystem.type.syntax.BaseToken;
import org.apache.ctakes.typesystem.type.textsem.EntityMention;
import org.apache.ctakes.typesystem.type.textsem.EventMention;
import org.apache.ctakes.typesystem.type.textsem.IdentifiedAnnotation;
import org.apache.ctakes.typesystem.type.textspan.Segment;
import org.apache.ctakes.typesystem.type.textspan.Sentence;
import org.apache.uima.analysis_engine.AnalysisEngineProcessException;
import org.apache.uima.fit.component.JCasAnnotator_ImplBase;
import org.apache.uima.fit.descriptor.ConfigurationParameter;
import org.apache.uima.fit.util.JCasUtil;
import org.apache.uima.jcas.JCas;
import org.apache.uima.jcas.tcas.Annotation;

/** A consumer, as a user of cTAKES writes one: lists what a note has, in a file for each note. */
public class ListMentions extends JCasAnnotator_ImplBase {
  @ConfigurationParameter(name = "listsIn")
  private String folder;

  @Override
  public void process(JCas note) throws AnalysisEngineProcessException {
    List<String> lines = new ArrayList<>();
    for (Sentence sentence : JCasUtil.select(note, Sentence.class)) {
      lines.add(line("sentence", sentence));
    }
    for (BaseToken token : JCasUtil.select(note, BaseToken.class)) {
      lines.add(line("token", token));
    }
    List<IdentifiedAnnotation> mentions = new ArrayList<>();
    mentions.addAll(JCasUtil.select(note, EventMention.class));
    mentions.addAll(JCasUtil.select(note, EntityMention.class));
    for (IdentifiedAnnotation mention : mentions) {
      lines.add(line(mention.getType().getShortName(), mention) + features(mention, note));
    }
    String id = JCasUtil.selectSingle(note, DocumentID.class).getDocumentID();
    Path list = Path.of(folder, id.replace(".txt", ""));
    try {
      Files.write(list, lines);
      Files.writeString(list.resolveSibling(list.getFileName() + ".text"), note.getDocumentText());
    } catch (IOException e) {
      throw new AnalysisEngineProcessException(e);
    }
  }

  private static String line(String what, Annotation annotation) {
    return what + " " + annotation.getBegin() + " " + annotation.getEnd();
  }

  private static String features(IdentifiedAnnotation mention, JCas note) {
    List<String> segments = new ArrayList<>();
    for (Segment segment : JCasUtil.select(note, Segment.class)) {
      if (segment.getBegin() <= mention.getBegin() && mention.getEnd() <= segment.getEnd()) {
        segments.add(segment.getId());
      }
    }
    return " " + mention.getConfidence() + " typeID=" + mention.getTypeID()
        + " discoveryTechnique=" + mention.getDiscoveryTechnique()
        + " subject=" + mention.getSubject()
        + " polarity=" + mention.getPolarity()
        + " segments=" + segments;
  }
}
