package io.github.albertner.plugin;

import io.github.albertner.checkpoint.StartingPoint;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A parameters file for OpenNLP's tools that asks for a run of our trainer. */
public final class ParametersFile {
  private static final char LAST_ASCII = 0x7e;

  private ParametersFile() {}

  /**
   * Renders the file.
   *
   * @param comment lines of it, for people
   * @param start what training starts from
   * @param devData file of sentences to judge epochs by; none to split them off
   * @param devMap renames the entity types of that file; may be empty
   * @param settings of training, by the names that the command line gives them
   */
  public static String render(
      List<String> comment,
      StartingPoint start,
      Optional<Path> devData,
      String devMap,
      Map<String, String> settings) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Algorithm", "opennlp.albert.train.AlbertTrainer");
    values.put(ParameterKeys.BASE_MODEL, start.baseModel());
    start.vocabulary().ifPresent(file -> values.put(ParameterKeys.VOCABULARY, file.toString()));
    start.embeddings().ifPresent(file -> values.put(ParameterKeys.EMBEDDINGS, file.toString()));
    devData.ifPresent(file -> values.put(ParameterKeys.DEV_DATA, file.toString()));
    if (devData.isPresent() && !devMap.isEmpty()) {
      values.put(ParameterKeys.DEV_MAP, devMap);
    }
    settings.forEach((name, value) -> values.put(ParameterKeys.keyOf(name), value));
    return lines(comment, values);
  }

  /**
   * Renders a properties file of plain ASCII, which all that read such files read alike.
   *
   * @param comment lines of it, for people
   * @param values in their order; names are ASCII without blanks
   */
  public static String lines(List<String> comment, Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    comment.forEach(line -> text.append("# ").append(escape(line)).append('\n'));
    values.forEach(
        (name, value) -> text.append(name).append('=').append(escape(value)).append('\n'));
    return text.toString();
  }

  private static String escape(String value) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > LAST_ASCII) {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        escaped.append(c == '\\' || (c == ' ' && i == 0) ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }
}
