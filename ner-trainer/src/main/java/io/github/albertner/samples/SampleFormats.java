package io.github.albertner.samples;

import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusFormatProvider;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.formats.ad.ADNameSampleStream;
import opennlp.tools.formats.masc.MascNamedEntitySampleStream;
import opennlp.tools.formats.muc.MucNameContentHandler;
import opennlp.tools.formats.muc.SgmlParser;
import opennlp.tools.formats.ontonotes.OntoNotesNameSampleStream;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.PlainTextByLineStream;

/** The formats of this package. */
public final class SampleFormats implements CorpusFormatProvider {

  /** For {@link java.util.ServiceLoader}. */
  public SampleFormats() {}

  @Override
  public List<CorpusFormat> formats() {
    return List.of(
        new SampleFormat(
            "muc6",
            "MUC-6: SGML with ENAMEX, NUMEX, TIMEX, sentences between s tags",
            List.of(".sgm", ".sgml"),
            SampleFormats::muc),
        new SampleFormat(
            "ontonotes",
            "OntoNotes 4: .name files, a sentence a line with ENAMEX",
            List.of(".name"),
            file ->
                new OntoNotesNameSampleStream(
                    ObjectStreamUtils.createObjectStream(file.text(file.path())))),
        new SampleFormat(
            "masc",
            "MASC: .hdr files, each with its .txt, -seg.xml, -penn.xml, -s.xml and -ne.xml",
            List.of(".hdr"),
            file ->
                new MascNamedEntitySampleStream(
                    ObjectStreamUtils.createObjectStream(MascFiles.read(file.path())))),
        new SampleFormat(
            "ad",
            "Arvores Deitadas of the Floresta: trees with named entities in their tags",
            List.of(".ad"),
            file ->
                new ADNameSampleStream(
                    new PlainTextByLineStream(file::bytes, file.charset()), true)));
  }

  private static ObjectStream<NameSample> muc(CorpusFile file) throws IOException {
    List<NameSample> samples = new ArrayList<>();
    new SgmlParser()
        .parse(
            new StringReader(file.text(file.path())),
            new MucNameContentHandler(SplitterTokenizer.english(), samples));
    return new CollectionObjectStream<>(samples);
  }
}
