package io.github.albertner.uima;

import java.util.List;
import org.apache.uima.analysis_component.CasAnnotator_ImplBase;
import org.apache.uima.fit.descriptor.ConfigurationParameter;
import org.apache.uima.fit.descriptor.ExternalResource;

/**
 * The parameters of {@link NerAnnotator}, all optional.
 *
 * <p>All are Strings, because piper files and other text formats cannot give every type. Those that
 * take several values are arrays; an element may also hold several values with commas between. No
 * value holds an equals sign, which piper files cut at.
 *
 * <p>The fields are there for the annotations, of which the descriptor is made.
 */
@SuppressWarnings("unused")
abstract class NerParameters extends CasAnnotator_ImplBase {
  /**
   * Where the model package is: a path, also one in the data path of UIMA's resource manager or its
   * class path for extensions; a {@code file:} URL; or a {@code classpath:} resource. Default: the
   * small English model inside the jar. Not with a bound {@link #RESOURCE_MODEL}.
   */
  public static final String PARAM_MODEL_LOCATION = "modelLocation";

  /**
   * A named set of defaults for types, features and the map: {@code ner} (the project's own types,
   * the default), {@code opennlp} (opennlp-uima's), {@code dkpro} (DKPro Core's), {@code ctakes}.
   */
  public static final String PARAM_PROFILE = "profile";

  /** Name of the type that sentences have. Default: the profile's, {@value NerTypes#SENTENCE}. */
  public static final String PARAM_SENTENCE_TYPE = "sentenceType";

  /** Name of the type that tokens have. Default: the profile's, {@value NerTypes#TOKEN}. */
  public static final String PARAM_TOKEN_TYPE = "tokenType";

  /**
   * Name of a type; only sentences inside annotations of it are read. Overlapping ones count as
   * one. Default: the whole text.
   */
  public static final String PARAM_WINDOW_TYPE = "windowType";

  /**
   * Types whose annotations hide the text under them: {@code type.Name}, or {@code
   * type.Name:feature:value} for those with this value only. Default: none.
   */
  public static final String PARAM_SKIPPED_TYPES = "skippedTypes";

  /**
   * Name of the type that entities get whose label {@link #PARAM_TYPE_MAP} lacks. Default: the
   * profile's, {@value NerTypes#NAMED_ENTITY}; with a map, none.
   */
  public static final String PARAM_ENTITY_TYPE = "entityType";

  /** Types of labels: {@code person:org.example.Person}. Default: the profile's. */
  public static final String PARAM_TYPE_MAP = "typeMap";

  /**
   * String feature that takes the label; empty for none. Default: the profile's, {@value
   * NerTypes#LABEL}; types of the map need not have the default one.
   */
  public static final String PARAM_LABEL_FEATURE = "labelFeature";

  /**
   * Float or Double feature that takes the probability; empty for none. Default: the profile's,
   * {@value NerTypes#SCORE}; types of the map need not have the default one.
   */
  public static final String PARAM_SCORE_FEATURE = "scoreFeature";

  /**
   * The probability, 0 to 1, that an entity must have: {@code 0.5} for all, {@code person:0.6} for
   * a label. Default: 0.
   */
  public static final String PARAM_MINIMUM_SCORE = "minimumScore";

  /** Labels whose entities are not written. Default: none. */
  public static final String PARAM_IGNORED_LABELS = "ignoredLabels";

  /**
   * {@code yes} removes what the view has of the written types before writing, whoever made it.
   * Default {@code no}: an entity that is there with the same type, range and label is not written
   * again.
   */
  public static final String PARAM_REMOVE_EXISTING = "removeExisting";

  /** Name of the view to work on. Default: the one that the framework gives. */
  public static final String PARAM_VIEW = "view";

  /**
   * Language tag such as {@code de}, instead of the documents' own, for splitting text that has no
   * sentences or tokens; documents of other languages are tagged too. Default: the document's, or
   * the model's where it has none.
   */
  public static final String PARAM_LANGUAGE = "language";

  /**
   * How text without sentences or tokens is split: {@code rules}, our own; {@code opennlp},
   * OpenNLP's models from the class path; {@code auto}, the default: rules for English, else
   * OpenNLP's models where they are.
   */
  public static final String PARAM_SPLITTER = "splitter";

  /**
   * {@code model}, the default: each sentence is seen among its neighbours if the model was trained
   * so, otherwise on its own. {@code on} and {@code off} decide it whatever the model was trained
   * for.
   */
  public static final String PARAM_CONTEXT = "context";

  /**
   * Where the network runs: {@code auto}, the default, a GPU if there is one that works, else the
   * processor; {@code cpu}; {@code gpu} or {@code gpu:N}, which fails without it.
   */
  public static final String PARAM_DEVICE = "device";

  /**
   * {@code auto}, the default: {@code f16} on a GPU, {@code bf16} where the processor multiplies
   * it, else {@code f32}; or one of these, or {@code int8} for packages with activation ranges.
   */
  public static final String PARAM_PRECISION = "precision";

  /**
   * {@code on}, the default: sentences that are all in capitals, all in small letters or headlines
   * are tagged as they are usually written, if the package says how; or {@code off}. The text stays
   * as it is.
   */
  public static final String PARAM_RECASE = "recase";

  /**
   * What happens to a document that cannot be tagged: {@code fail}, the default, ends with an
   * exception that names it; {@code skip} logs it and leaves it as it is.
   */
  public static final String PARAM_ON_ERROR = "onError";

  /** Key of an external resource, a {@link NerModelResource}, instead of a model location. */
  public static final String RESOURCE_MODEL = "model";

  /** All of them. */
  static final List<String> NAMES =
      List.of(
          PARAM_MODEL_LOCATION,
          PARAM_PROFILE,
          PARAM_SENTENCE_TYPE,
          PARAM_TOKEN_TYPE,
          PARAM_WINDOW_TYPE,
          PARAM_SKIPPED_TYPES,
          PARAM_ENTITY_TYPE,
          PARAM_TYPE_MAP,
          PARAM_LABEL_FEATURE,
          PARAM_SCORE_FEATURE,
          PARAM_MINIMUM_SCORE,
          PARAM_IGNORED_LABELS,
          PARAM_REMOVE_EXISTING,
          PARAM_VIEW,
          PARAM_LANGUAGE,
          PARAM_SPLITTER,
          PARAM_CONTEXT,
          PARAM_DEVICE,
          PARAM_PRECISION,
          PARAM_RECASE,
          PARAM_ON_ERROR);

  @ConfigurationParameter(
      name = PARAM_MODEL_LOCATION,
      mandatory = false,
      description =
          "Model package: a path, also one in UIMA's data path or its class path for extensions; a"
              + " file: URL; or a classpath: resource. Default: the small English model inside the jar. Not with an external resource. Example: /models/notes.bin")
  private String modelLocation;

  @ConfigurationParameter(
      name = PARAM_PROFILE,
      mandatory = false,
      description =
          "Defaults for types, features and the map: ner (default), opennlp, dkpro or ctakes.")
  private String profile;

  @ConfigurationParameter(
      name = PARAM_SENTENCE_TYPE,
      mandatory = false,
      description =
          "Type of the sentences; where a document has none, its text is split. Default: the"
              + " profile's, io.github.albertner.uima.type.Sentence")
  private String sentenceType;

  @ConfigurationParameter(
      name = PARAM_TOKEN_TYPE,
      mandatory = false,
      description =
          "Type of the tokens; where a document has none, its sentences are split. Default: the"
              + " profile's, io.github.albertner.uima.type.Token")
  private String tokenType;

  @ConfigurationParameter(
      name = PARAM_WINDOW_TYPE,
      mandatory = false,
      description =
          "Only sentences inside annotations of this type are read. Default: all. Example:"
              + " org.apache.ctakes.typesystem.type.textspan.Segment")
  private String windowType;

  @ConfigurationParameter(
      name = PARAM_SKIPPED_TYPES,
      mandatory = false,
      description =
          "Nothing under annotations of these types is read: type.Name, or type.Name:feature:value"
              + " for those with this value only. Default: none. Example:"
              + " org.apache.ctakes.typesystem.type.textspan.Segment:id:20104")
  private String[] skippedTypes;

  @ConfigurationParameter(
      name = PARAM_ENTITY_TYPE,
      mandatory = false,
      description =
          "Type of the entities whose label typeMap lacks; a subtype of uima.tcas.Annotation."
              + " Default: the profile's, io.github.albertner.uima.type.NamedEntity; with a typeMap,"
              + " none.")
  private String entityType;

  @ConfigurationParameter(
      name = PARAM_TYPE_MAP,
      mandatory = false,
      description =
          "Types of the entities by label, each label:type.Name. Default: the profile's. Example:"
              + " person:org.example.Person,location:org.example.Place")
  private String[] typeMap;

  @ConfigurationParameter(
      name = PARAM_LABEL_FEATURE,
      mandatory = false,
      description =
          "String feature of the entities that takes the label; empty for none. Default: the"
              + " profile's, label, where a type of the map has it.")
  private String labelFeature;

  @ConfigurationParameter(
      name = PARAM_SCORE_FEATURE,
      mandatory = false,
      description =
          "Float or Double feature of the entities that takes the probability; empty for none."
              + " Default: the profile's, score, where a type of the map has it.")
  private String scoreFeature;

  @ConfigurationParameter(
      name = PARAM_MINIMUM_SCORE,
      mandatory = false,
      description =
          "Least probability, 0.0 to 1.0, of the entities written: a number for all, label:number"
              + " for one label. Default: 0.0. Example: 0.3,person:0.6")
  private String[] minimumScore;

  @ConfigurationParameter(
      name = PARAM_IGNORED_LABELS,
      mandatory = false,
      description = "Labels whose entities are not written. Default: none. Example: date,time")
  private String[] ignoredLabels;

  @ConfigurationParameter(
      name = PARAM_REMOVE_EXISTING,
      mandatory = false,
      description =
          "yes: annotations of the written types are removed from the view first, whoever made"
              + " them. no (default): an entity that is there already is not written again.")
  private String removeExisting;

  @ConfigurationParameter(
      name = PARAM_VIEW,
      mandatory = false,
      description =
          "Name of the view to work on. Default: the view that the framework gives, which a sofa"
              + " mapping may choose.")
  private String view;

  @ConfigurationParameter(
      name = PARAM_LANGUAGE,
      mandatory = false,
      description =
          "Language tag for splitting text that has no sentences or tokens, instead of the"
              + " document's. Default: the document's, else the model's. Example: de")
  private String language;

  @ConfigurationParameter(
      name = PARAM_SPLITTER,
      mandatory = false,
      description =
          "How text without sentences or tokens is split: rules (built in), opennlp (OpenNLP's"
              + " models from the class path), or auto (default: rules for English; for other"
              + " languages OpenNLP's models where they are, else rules).")
  private String splitter;

  @ConfigurationParameter(
      name = PARAM_CONTEXT,
      mandatory = false,
      description =
          "model (default): each sentence is seen among its neighbours in the document if the model"
              + " was trained so. on, off: whatever the model; one that was trained otherwise finds"
              + " less.")
  private String context;

  @ConfigurationParameter(
      name = PARAM_DEVICE,
      mandatory = false,
      description =
          "Where the network runs: auto (default: a GPU if one works, else the processor), cpu, gpu"
              + " or gpu:N.")
  private String device;

  @ConfigurationParameter(
      name = PARAM_PRECISION,
      mandatory = false,
      description =
          "Number format of the network's products: auto (default: f16 on a GPU, bf16 where the"
              + " processor multiplies it, else f32), f32, bf16, f16 on a GPU, or int8 for packages"
              + " with activation ranges.")
  private String precision;

  @ConfigurationParameter(
      name = PARAM_RECASE,
      mandatory = false,
      description =
          "on (default): sentences that are all in capitals, all in small letters or headlines are"
              + " tagged as they are usually written, if the package says how; or off.")
  private String recase;

  @ConfigurationParameter(
      name = PARAM_ON_ERROR,
      mandatory = false,
      description =
          "A document that cannot be tagged: fail (default) ends with an exception that names it,"
              + " skip logs it and leaves it as it is.")
  private String onError;

  @ExternalResource(
      key = RESOURCE_MODEL,
      mandatory = false,
      description = "Model that several engines share, instead of modelLocation.")
  private NerModelResource model;

  NerParameters() {}
}
