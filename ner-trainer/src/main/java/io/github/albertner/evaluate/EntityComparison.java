package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.ComparedScores.Unit;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges a baseline and a model on the same sentences, by the rules of {@link EntityEvaluator}.
 *
 * <p>The bootstrap draws whole documents where at least {@value #FEWEST_DOCUMENTS} are known: their
 * sentences are not independent of each other, the less so for a name finder that remembers what it
 * found before, and drawing them one by one would make intervals too narrow. Otherwise it draws
 * sentences. Not thread-safe.
 */
public final class EntityComparison {

  /** With fewer documents, an interval from documents would be too rough. */
  public static final int FEWEST_DOCUMENTS = 20;

  private final EntityEvaluator baseline = new EntityEvaluator();
  private final EntityEvaluator model = new EntityEvaluator();
  private final List<SortedMap<String, MatchCounts>> baselineMatches = new ArrayList<>();
  private final List<SortedMap<String, MatchCounts>> modelMatches = new ArrayList<>();

  /** Index of the first sentence of each document. */
  private final List<Integer> documents = new ArrayList<>();

  /** Starts with nothing compared. */
  public EntityComparison() {}

  /**
   * Judges one sentence.
   *
   * @param gold the sentence with the entities that are there
   * @param baselineFound entities that the baseline found, in any order, without overlaps
   * @param modelFound entities that the model found, likewise
   * @throws IllegalArgumentException if entities of one side overlap or end after the sentence
   */
  public void add(Sentence gold, List<EntitySpan> baselineFound, List<EntitySpan> modelFound) {
    int length = gold.words().size();
    baseline.add(gold.entities(), baselineFound, length);
    model.add(gold.entities(), modelFound, length);
    if (gold.startsDocument() || baselineMatches.isEmpty()) {
      documents.add(baselineMatches.size());
    }
    baselineMatches.add(EntityEvaluator.matches(gold.entities(), baselineFound));
    modelMatches.add(EntityEvaluator.matches(gold.entities(), modelFound));
  }

  /**
   * Compares all sentences so far.
   *
   * @param bootstrap how intervals are made
   * @return a value that later sentences do not change
   */
  public ComparedScores scores(PairedBootstrap bootstrap) {
    boolean byDocument = documents.size() >= FEWEST_DOCUMENTS;
    List<SortedMap<String, MatchCounts>> before =
        byDocument ? sumsOfDocuments(baselineMatches) : baselineMatches;
    List<SortedMap<String, MatchCounts>> after =
        byDocument ? sumsOfDocuments(modelMatches) : modelMatches;
    PairedBootstrap.Differences differences = bootstrap.compare(before, after);
    return new ComparedScores(
        baseline.scores(),
        model.scores(),
        differences.micro(),
        differences.types(),
        bootstrap,
        byDocument ? Unit.DOCUMENT : Unit.SENTENCE,
        before.size());
  }

  private List<SortedMap<String, MatchCounts>> sumsOfDocuments(
      List<SortedMap<String, MatchCounts>> sentences) {
    List<SortedMap<String, MatchCounts>> sums = new ArrayList<>();
    for (int document = 0; document < documents.size(); document++) {
      int end = document + 1 < documents.size() ? documents.get(document + 1) : sentences.size();
      SortedMap<String, MatchCounts> sum = new TreeMap<>();
      for (SortedMap<String, MatchCounts> sentence :
          sentences.subList(documents.get(document), end)) {
        sentence.forEach((type, counts) -> sum.merge(type, counts, MatchCounts::plus));
      }
      sums.add(sum);
    }
    return sums;
  }
}
