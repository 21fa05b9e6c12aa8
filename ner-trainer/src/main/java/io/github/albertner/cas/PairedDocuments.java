package io.github.albertner.cas;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.EntityChange;
import io.github.albertner.corpus.Misaligned;
import io.github.albertner.corpus.SentenceSource;
import io.github.albertner.corpus.SentenceSource.Candidate;
import io.github.albertner.corpus.WordOrigin;
import io.github.albertner.standoff.AlignedText;
import io.github.albertner.standoff.EntityAligner;
import io.github.albertner.standoff.TextEntity;
import io.github.albertner.standoff.TextSentence;
import io.github.albertner.text.CharRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A document with gold entities and predicted ones, cut into sentences and words that suit both;
 * {@link CasPredictions} says how.
 *
 * @param gold the right ones; sentences that cannot be used are bad
 * @param predicted the predicted ones; sentences that are bad in gold are left out
 */
record PairedDocuments(SentenceSource gold, SentenceSource predicted) {

  /**
   * Pairs two CASes of one text.
   *
   * @throws CorpusFormatException if the texts differ, or for an entity that cannot be compared
   */
  static PairedDocuments of(
      CasDocument gold, CasOptions goldOptions, CasDocument predicted, CasOptions options)
      throws CorpusFormatException {
    checkTexts(gold, predicted);
    String text = gold.text();
    EntityAligner right =
        new EntityAligner(gold.file(), 0, text, gold.sentences(), goldOptions.rule());
    right.place(gold.entities(), goldOptions.skipBadSentences());
    List<EntityAligner.Placed> good =
        right.sentences().stream().filter(placed -> placed.problems().isEmpty()).toList();
    EntityAligner found = alignPredictions(predicted, good, options);
    List<TextEntity> kept = new ArrayList<>();
    List<EntityChange> changes = new ArrayList<>(found.elsewhere());
    List<EntityAligner.Placed> bad =
        right.sentences().stream().filter(placed -> !placed.problems().isEmpty()).toList();
    for (EntityAligner.Placed all : found.sentences()) {
      all.entities().stream()
          .filter(entity -> bad.stream().noneMatch(sentence -> overlaps(entity, sentence)))
          .forEach(kept::add);
      changes.addAll(all.changes());
    }

    List<Candidate> goldCandidates = new ArrayList<>();
    List<Candidate> predictedCandidates = new ArrayList<>();
    goldCandidates.add(told(right.elsewhere()));
    predictedCandidates.add(told(changes));
    for (EntityAligner.Placed placed : right.sentences()) {
      goldCandidates.add(
          new Candidate(Optional.empty(), false, List.of(), placed.problems(), placed.changes()));
    }
    List<CharRange> words = words(text, good, kept);
    TreeMap<Integer, TextEntity> rightOnes = new TreeMap<>();
    good.forEach(p -> p.entities().forEach(entity -> rightOnes.put(entity.begin(), entity)));
    TreeMap<Integer, TextEntity> foundOnes = new TreeMap<>();
    kept.forEach(entity -> foundOnes.put(entity.begin(), entity));
    int next = 0;
    for (CharRange sentence : sentences(good, kept)) {
      int first = next;
      while (next < words.size() && words.get(next).end() <= sentence.end()) {
        next++;
      }
      if (next > first) {
        List<CharRange> inside = words.subList(first, next);
        goldCandidates.add(candidate(text, inside, rightOnes));
        predictedCandidates.add(candidate(text, inside, foundOnes));
      }
    }
    return new PairedDocuments(
        CasSource.of(gold, goldCandidates), CasSource.of(predicted, predictedCandidates));
  }

  private static void checkTexts(CasDocument gold, CasDocument predicted)
      throws CorpusFormatException {
    String right = gold.text();
    String other = predicted.text();
    if (!right.equals(other)) {
      int at = 0;
      while (at < Math.min(right.length(), other.length())
          && right.charAt(at) == other.charAt(at)) {
        at++;
      }
      throw new CorpusFormatException(
          predicted.file(),
          0,
          "another one from character "
              + at
              + " on: "
              + CorpusFormatException.quote(other.substring(at)),
          "the text of "
              + gold.file()
              + ", there "
              + CorpusFormatException.quote(right.substring(at)));
    }
  }

  /** Of predictions any border will do; that they are somewhere and do not overlap is asked. */
  private static EntityAligner alignPredictions(
      CasDocument predicted, List<EntityAligner.Placed> good, CasOptions options)
      throws CorpusFormatException {
    String text = predicted.text();
    List<TextEntity> trimmed =
        predicted.entities().stream().map(e -> EntityAligner.trimmed(text, e)).toList();
    List<TextEntity> real =
        trimmed.stream()
            .filter(e -> e.begin() >= 0 && e.begin() < e.end() && e.end() <= text.length())
            .toList();
    List<TextSentence> all =
        text.isBlank()
            ? List.of()
            : List.of(TextSentence.good(0, text.length(), words(text, good, real)));
    EntityAligner aligner =
        new EntityAligner(
            predicted.file(),
            0,
            text,
            all,
            options.skipBadSentences() ? Misaligned.SKIP : options.rule());
    aligner.place(predicted.entities(), options.skipBadSentences());
    for (EntityAligner.Placed placed : aligner.sentences()) {
      if (!placed.problems().isEmpty()) {
        throw placed.problems().get(0);
      }
    }
    return aligner;
  }

  /** What tokens or predictions cover, cut at all their borders. */
  private static List<CharRange> words(
      String text, List<EntityAligner.Placed> sentences, List<TextEntity> predictions) {
    TreeSet<Integer> borders = new TreeSet<>();
    BitSet covered = new BitSet(text.length());
    for (EntityAligner.Placed sentence : sentences) {
      for (CharRange token : sentence.sentence().tokens()) {
        borders.add(token.begin());
        borders.add(token.end());
        covered.set(token.begin(), token.end());
      }
    }
    for (TextEntity entity : predictions) {
      borders.add(entity.begin());
      borders.add(entity.end());
      covered.set(entity.begin(), entity.end());
    }
    List<CharRange> words = new ArrayList<>();
    int begin = 0;
    for (int end : borders) {
      if (end > begin && covered.get(begin) && !text.substring(begin, end).isBlank()) {
        words.add(new CharRange(begin, end));
      }
      begin = end;
    }
    return words;
  }

  /** The sentences; those that a prediction spans are joined, and one in none is one itself. */
  private static List<CharRange> sentences(
      List<EntityAligner.Placed> sentences, List<TextEntity> predictions) {
    List<CharRange> ranges = new ArrayList<>();
    sentences.forEach(s -> ranges.add(new CharRange(s.sentence().begin(), s.sentence().end())));
    predictions.forEach(entity -> ranges.add(new CharRange(entity.begin(), entity.end())));
    ranges.sort(Comparator.comparingInt(CharRange::begin).thenComparingInt(CharRange::end));
    List<CharRange> joined = new ArrayList<>();
    for (CharRange range : ranges) {
      int last = joined.size() - 1;
      if (last >= 0 && range.begin() < joined.get(last).end()) {
        CharRange before = joined.get(last);
        joined.set(last, new CharRange(before.begin(), Math.max(before.end(), range.end())));
      } else {
        joined.add(range);
      }
    }
    return joined;
  }

  private static boolean overlaps(TextEntity entity, EntityAligner.Placed placed) {
    return entity.begin() < placed.sentence().end() && entity.end() > placed.sentence().begin();
  }

  private static Candidate told(List<EntityChange> changes) {
    return new Candidate(Optional.empty(), true, List.of(), List.of(), changes);
  }

  private static Candidate candidate(
      String text, List<CharRange> words, SortedMap<Integer, TextEntity> entities) {
    int begin = words.get(0).begin();
    int end = words.get(words.size() - 1).end();
    List<TextEntity> inside = List.copyOf(entities.subMap(begin, end).values());
    return Candidate.good(
        AlignedText.sentence(text, words, inside).withOrigin(WordOrigin.PAIRED), List.of());
  }
}
