package io.github.albertner.corpus;

import java.util.List;
import opennlp.tools.formats.ad.ADNameSampleStream;
import opennlp.tools.formats.masc.MascNamedEntitySampleStream;
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
            "masc",
            "MASC: .hdr files, each with its .txt, -seg.xml, -penn.xml, -s.xml and -ne.xml",
            List.of(".hdr"),
            true,
            file ->
                new MascNamedEntitySampleStream(
                    ObjectStreamUtils.createObjectStream(MascFiles.read(file.path())))),
        new SampleFormat(
            "ad",
            "Arvores Deitadas of the Floresta: trees with named entities in their tags",
            List.of(".ad"),
            false,
            file ->
                new ADNameSampleStream(
                    new PlainTextByLineStream(file::bytes, file.charset()), true)));
  }
}
