package io.github.albertner.report;

/**
 * What only its maker knows of a model, for its card; any of it may be empty.
 *
 * @param language a language tag, {@code und} where unknown
 * @param description what the model is, in Markdown
 * @param intendedUse what it is for and what not, in Markdown
 * @param license of the model: an SPDX identifier, or a name
 * @param dataLicense of the data it was trained on, in words
 */
public record CardNotes(
    String language, String description, String intendedUse, String license, String dataLicense) {

  /** Returns notes that say nothing but language and description. */
  public static CardNotes of(String language, String description) {
    return new CardNotes(language, description, "", "", "");
  }
}
