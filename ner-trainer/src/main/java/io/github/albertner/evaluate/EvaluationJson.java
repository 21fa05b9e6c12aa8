package io.github.albertner.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes an evaluation as JSON for other programs: the scores of every mode, as fractions of 1 in
 * full precision. Keys do not change from version to version; new ones may come.
 */
public final class EvaluationJson {

  private EvaluationJson() {}

  /**
   * Makes an object.
   *
   * <ul>
   *   <li>{@code sentences}, {@code words}: numbers
   *   <li>{@code modes}: by name ({@code strict}, {@code conlleval}, {@code partial}, {@code type})
   *       the {@code definition}; {@code micro}, {@code macro} and, by type, {@code types}: {@code
   *       precision}, {@code recall}, {@code f1}, with intervals {@code f1Low} and {@code f1High},
   *       but for the macro figures with counts {@code gold}, {@code predicted}, {@code
   *       goldCredit}, {@code predictedCredit}; where the training data are known {@code seen} and
   *       {@code unseen}; of {@code conlleval} its {@code accuracy}
   *   <li>{@code tokens}: {@code accuracy} over all words and {@code micro} over BIO tags other
   *       than {@code O}
   *   <li>{@code tokenization}: {@code tokens} ({@code given}, {@code own}, {@code ownTokens},
   *       {@code ownSentences}, {@code gold}, {@code paired}, or {@code mixed}), {@code sentences}
   *       by these names, the number of gold {@code entities}, and of those that own tokens cannot
   *       express: {@code withinTokens}, {@code acrossSentences}
   *   <li>{@code bootstrap}, where there are intervals: {@code level}, {@code resamples}, {@code
   *       unit}, {@code units}, {@code seed}
   * </ul>
   *
   * @param evaluation what to write
   * @return a new object
   */
  public static JsonObject of(Evaluation evaluation) {
    JsonObject json = new JsonObject();
    json.addProperty("sentences", evaluation.strict().sentences());
    json.addProperty("words", evaluation.strict().words());
    JsonObject modes = new JsonObject();
    evaluation.modes().forEach((mode, scores) -> modes.add(mode.toString(), of(scores)));
    modes
        .getAsJsonObject(ScoringMode.CONLLEVAL.toString())
        .addProperty("accuracy", evaluation.conlleval().tokenAccuracy());
    json.add("modes", modes);
    json.add("tokens", tokens(evaluation.strict()));
    json.add("tokenization", of(evaluation.tokens()));
    evaluation.resampling().ifPresent(resampling -> json.add("bootstrap", of(resampling)));
    return json;
  }

  private static JsonObject of(ModeScores scores) {
    Optional<ModeScores.Intervals> intervals = scores.intervals();
    JsonObject json = new JsonObject();
    json.addProperty("definition", scores.mode().definition());
    json.add("micro", of(scores.micro(), intervals.map(ModeScores.Intervals::micro)));
    json.add(
        "macro",
        measures(
            scores.macroPrecision(),
            scores.macroRecall(),
            scores.macroF1(),
            intervals.map(ModeScores.Intervals::macro)));
    JsonObject types = new JsonObject();
    scores
        .types()
        .forEach(
            (type, counts) -> types.add(type, of(counts, intervals.map(i -> i.types().get(type)))));
    json.add("types", types);
    scores
        .surfaces()
        .ifPresent(
            surfaces -> {
              json.add("seen", of(surfaces.seen(), intervals.map(ModeScores.Intervals::seen)));
              json.add(
                  "unseen", of(surfaces.unseen(), intervals.map(ModeScores.Intervals::unseen)));
            });
    return json;
  }

  private static JsonObject of(CreditCounts counts, Optional<Interval> interval) {
    JsonObject json = measures(counts.precision(), counts.recall(), counts.f1(), interval);
    json.addProperty("gold", counts.gold());
    json.addProperty("predicted", counts.predicted());
    json.addProperty("goldCredit", counts.goldCredit());
    json.addProperty("predictedCredit", counts.predictedCredit());
    return json;
  }

  private static JsonObject measures(
      double precision, double recall, double f1, Optional<Interval> interval) {
    JsonObject json = new JsonObject();
    json.addProperty("precision", precision);
    json.addProperty("recall", recall);
    json.addProperty("f1", f1);
    interval.ifPresent(
        ends -> {
          json.addProperty("f1Low", ends.low());
          json.addProperty("f1High", ends.high());
        });
    return json;
  }

  private static JsonObject tokens(EntityScores scores) {
    MatchCounts tags = scores.tags();
    JsonObject micro = measures(tags.precision(), tags.recall(), tags.f1(), Optional.empty());
    micro.addProperty("gold", tags.gold());
    micro.addProperty("predicted", tags.predicted());
    micro.addProperty("correct", tags.correct());
    JsonObject json = new JsonObject();
    json.addProperty("accuracy", scores.tokenAccuracy());
    json.add("micro", micro);
    return json;
  }

  private static JsonObject of(ScoredTokens tokens) {
    JsonObject sentences = new JsonObject();
    tokens.sentences().forEach((kind, number) -> sentences.addProperty(kind.toString(), number));
    JsonObject json = new JsonObject();
    json.addProperty("tokens", tokens.name());
    json.add("sentences", sentences);
    json.addProperty("entities", tokens.entities());
    json.addProperty("withinTokens", tokens.withinTokens());
    json.addProperty("acrossSentences", tokens.acrossSentences());
    return json;
  }

  private static JsonObject of(Resampling resampling) {
    JsonObject json = new JsonObject();
    json.addProperty("level", Bootstrap.LEVEL);
    json.addProperty("resamples", resampling.bootstrap().resamples());
    json.addProperty("unit", resampling.unit().name().toLowerCase(Locale.ROOT));
    json.addProperty("units", resampling.units());
    json.addProperty("seed", resampling.bootstrap().seed());
    return json;
  }

  /**
   * Makes an object with {@code baseline} and {@code model}, each as {@link #of(Evaluation)} writes
   * them, {@code differences} and {@code bootstrap}. The differences are by mode {@code micro},
   * {@code macro}, {@code types} and, where the training data are known, {@code seen} and {@code
   * unseen}: {@code f1}, {@code low}, {@code high}, {@code modelBetter}.
   *
   * @param scores what to write
   * @return a new object
   */
  public static JsonObject of(ComparedScores scores) {
    JsonObject differences = new JsonObject();
    scores.differences().forEach((mode, values) -> differences.add(mode.toString(), of(values)));
    JsonObject json = new JsonObject();
    json.add("baseline", of(scores.baseline()));
    json.add("model", of(scores.model()));
    json.add("differences", differences);
    json.add("bootstrap", of(scores.resampling()));
    return json;
  }

  private static JsonObject of(ModeDifferences differences) {
    JsonObject types = new JsonObject();
    differences.types().forEach((type, difference) -> types.add(type, of(difference)));
    JsonObject json = new JsonObject();
    json.add("micro", of(differences.micro()));
    json.add("macro", of(differences.macro()));
    json.add("types", types);
    differences
        .surfaces()
        .ifPresent(
            surfaces -> {
              json.add("seen", of(surfaces.seen()));
              json.add("unseen", of(surfaces.unseen()));
            });
    return json;
  }

  private static JsonObject of(F1Difference difference) {
    JsonObject json = new JsonObject();
    json.addProperty("f1", difference.difference());
    json.addProperty("low", difference.low());
    json.addProperty("high", difference.high());
    json.addProperty("modelBetter", difference.modelBetter());
    return json;
  }

  /**
   * Makes an object with the {@code counts} of each kind of error ({@code boundary}, {@code type},
   * {@code typeAndBoundary}, {@code missed}, {@code spurious}) and the first of each as {@code
   * examples}: {@code sentence} (from 0), {@code words}, and {@code gold} or {@code predicted} or
   * both, with {@code begin}, {@code end} and {@code type}.
   *
   * @param errors what is wrong
   * @param gold the gold sentences that were analysed
   * @param examples how many of each kind at most
   * @return a new object
   */
  public static JsonObject of(ErrorAnalysis errors, List<Sentence> gold, int examples) {
    JsonObject counts = new JsonObject();
    JsonObject first = new JsonObject();
    for (EntityPair.Kind kind : ErrorTable.KINDS) {
      List<EntityPair> pairs = errors.of(kind);
      counts.addProperty(key(kind), pairs.size());
      JsonArray array = new JsonArray();
      pairs.stream()
          .limit(examples)
          .forEach(pair -> array.add(of(pair, gold.get(pair.sentence()))));
      first.add(key(kind), array);
    }
    JsonObject json = new JsonObject();
    json.add("counts", counts);
    json.add("examples", first);
    return json;
  }

  private static String key(EntityPair.Kind kind) {
    return switch (kind) {
      case RIGHT -> "right";
      case TYPE -> "type";
      case BOUNDARY -> "boundary";
      case TYPE_AND_BOUNDARY -> "typeAndBoundary";
      case MISSED -> "missed";
      case SPURIOUS -> "spurious";
    };
  }

  private static JsonObject of(EntityPair pair, Sentence sentence) {
    JsonObject json = new JsonObject();
    json.addProperty("sentence", pair.sentence());
    JsonArray words = new JsonArray();
    sentence.words().forEach(words::add);
    json.add("words", words);
    pair.gold().ifPresent(span -> json.add("gold", of(span)));
    pair.predicted().ifPresent(span -> json.add("predicted", of(span)));
    return json;
  }

  private static JsonObject of(EntitySpan span) {
    JsonObject json = new JsonObject();
    json.addProperty("begin", span.begin());
    json.addProperty("end", span.end());
    json.addProperty("type", span.type());
    return json;
  }
}
