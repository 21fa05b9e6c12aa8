package io.github.albertner.standoff;

import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.EntityChange;
import io.github.albertner.corpus.LineReader;
import io.github.albertner.corpus.Misaligned;
import io.github.albertner.corpus.OffsetUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A text of brat with its annotations: one document. */
final class BratDocument implements TextSource.Documents {

  private final CorpusFile file;
  private final Path textFile;
  private final CorpusOptions options;
  private final List<CorpusFormatException> problems = new ArrayList<>();
  private final List<EntityChange> changes = new ArrayList<>();
  private boolean read;

  /** Takes the file of annotations. */
  BratDocument(CorpusFile file, CorpusOptions options) throws IOException {
    this.file = file;
    this.options = options;
    if (!file.path().toString().endsWith(BratFormat.ANNOTATIONS)) {
      throw file.bad(
          0,
          "a file of another name",
          "a file of annotations, " + BratFormat.ANNOTATIONS + ", with its text beside it");
    }
    textFile = BratFormat.sibling(file.path(), BratFormat.TEXT);
    if (!Files.isRegularFile(textFile)) {
      throw new NoSuchFileException(
          textFile.toString(), null, "the text of " + file.path() + " is not beside it");
    }
  }

  @Override
  public TextDocument next() throws IOException {
    if (read) {
      return null;
    }
    read = true;
    List<BratSpan> all = spans();
    List<RawSpan> whole =
        all.stream().filter(span -> !span.isInPieces()).map(BratSpan::bounding).toList();
    List<RawSpan> telling = whole.isEmpty() ? all.stream().map(BratSpan::bounding).toList() : whole;
    SpanFit fit =
        SpanFit.of(file.text(textFile), telling, options.offsets(), OffsetUnit.CODE_POINTS);
    List<TextEntity> entities = new ArrayList<>();
    for (BratSpan span : all) {
      try {
        if (!span.isInPieces() || span.isApartByBlanks(fit)) {
          entities.add(span.bounding().in(fit.text(), fit.offsets()));
        } else if (isMadeWhole(span)) {
          entities.add(span.boundingWithGaps().in(fit.text(), fit.offsets()));
        }
      } catch (JsonRecord.Malformed e) {
        problems.add(file.bad(span.line(), e.found, e.expected));
      }
    }
    changes.addAll(fit.changes(textFile.toString()));
    return problems.isEmpty()
        ? new TextDocument(
            file.path(), 0, fit.text(), List.of(), List.of(), entities, true, List.of(), changes)
        : TextDocument.bad(file.path(), 0, true, problems);
  }

  /** The spans by their lines; those that are the triggers of events are none. */
  private List<BratSpan> spans() throws IOException {
    Map<String, BratSpan> spans = new LinkedHashMap<>();
    Set<String> triggers = new HashSet<>();
    try (LineReader lines = file.lines()) {
      LineReader.Line line;
      while ((line = lines.read()) != null) {
        if (line.isBlank()) {
          continue;
        }
        if (!line.decodable()) {
          problems.add(file.undecodable(line));
        } else if (line.text().startsWith("T")) {
          add(line, spans);
        } else if (line.text().startsWith("E")) {
          BratSpan.trigger(line.text()).ifPresent(triggers::add);
        } else if ("RAMN*#".indexOf(line.text().charAt(0)) < 0) {
          problems.add(
              file.bad(
                  line.number(),
                  CorpusFormatException.quote(line.text()),
                  "a line of brat's standoff, beginning with T, E, R, A, M, N, * or #"));
        }
      }
    }
    for (String trigger : triggers) {
      BratSpan event = spans.remove(trigger);
      if (event != null) {
        changes.add(
            new EntityChange(
                "entities left out: triggers of events",
                file.path() + ":" + event.line() + ": " + event.name() + " names an event"));
      }
    }
    return List.copyOf(spans.values());
  }

  private void add(LineReader.Line line, Map<String, BratSpan> spans) {
    BratSpan span = BratSpan.parse(line);
    if (span == null) {
      problems.add(
          file.bad(
              line.number(),
              CorpusFormatException.quote(line.text()),
              "an entity as id, tab, type, begin and end, tab, text: T1<tab>PER 0 3<tab>Ada"));
    } else if (spans.putIfAbsent(span.id(), span) != null) {
      problems.add(
          file.bad(
              line.number(),
              span.id() + " once more, after line " + spans.get(span.id()).line(),
              "each id once"));
    }
  }

  /** Whether a span in pieces is taken from the first to the last; notes what is done about it. */
  private boolean isMadeWhole(BratSpan span) {
    Misaligned rule = options.misaligned().orElse(Misaligned.OUTERMOST);
    String message = file.path() + ":" + span.line() + ": " + span.name() + ", which is in pieces";
    switch (rule) {
      case SKIP -> changes.add(new EntityChange("entities left out: in pieces", message));
      case SNAP -> changes.add(new EntityChange("entities in pieces made whole", message));
      default ->
          problems.add(
              file.bad(
                  span.line(),
                  span.name() + ", which is in pieces",
                  "entities in one piece (on the command line, --misaligned skip leaves such out,"
                      + " snap takes all from the first piece to the last)"));
    }
    return rule == Misaligned.SNAP;
  }

  @Override
  public void close() {
    // Nothing stays open.
  }
}
