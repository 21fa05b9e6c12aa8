package io.github.albertner.network;

import ai.djl.Device;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The TorchScript module of a network: its scalar attributes and its source.
 *
 * <p>The source is the resource files {@code albert.torchscript} (the encoder), those of a {@link
 * Kernel} (how linear layers and attention are computed), a head ({@code classifier.torchscript},
 * or others that a caller adds) and the methods that Java calls: {@code inference.torchscript}, or
 * others that a caller adds. They are the same for every configuration: sizes are attributes of the
 * module, and the one generated part lists the parameters.
 */
public final class AlbertProgram {
  /** How linear layers and attention are computed, and the files that say so. */
  enum Kernel {
    /** Plain matrix products: every device, differentiable. */
    PLAIN("kernel_plain.torchscript kernel_unfused.torchscript attention_fused.torchscript"),
    /** oneDNN by way of convolutions: f32 on x86 CPUs, differentiable. */
    CONVOLUTION(
        "kernel_convolution.torchscript kernel_unfused.torchscript attention_fused.torchscript"),
    /** oneDNN with packed weights: x86 CPUs, inference only. */
    ONEDNN("kernel_onednn.torchscript attention_cpu.torchscript"),
    /** oneDNN in 8-bit integers: x86 CPUs, inference only. */
    INT8("kernel_int8.torchscript attention_cpu.torchscript"),
    /** Plain f32 products that keep the ranges of their inputs. */
    MEASURING(
        "kernel_measuring.torchscript kernel_unfused.torchscript attention_fused.torchscript");

    private final String resources;

    Kernel(String resources) {
      this.resources = resources;
    }

    /** The differentiable kernel of a device and precision. */
    static Kernel differentiable(Precision precision, Device device) {
      boolean x86 = Processor.current().x86() && !device.isGpu();
      return x86 && precision == Precision.F32 ? CONVOLUTION : PLAIN;
    }
  }

  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private final List<String> optionalAttributes = new ArrayList<>();
  private final List<String> parameters;
  private final StringBuilder methods = new StringBuilder();

  private AlbertProgram(
      AlbertConfig config, Collection<String> parameters, Precision precision, Kernel kernel) {
    this.parameters = List.copyOf(parameters);
    attributes.put("layer_count", config.layers());
    attributes.put("group_count", config.groups());
    attributes.put("inner_count", config.innerLayers());
    attributes.put("heads", config.heads());
    attributes.put("epsilon", config.layerNormEpsilon());
    attributes.put("activation", config.activation() == Activation.RELU ? "relu" : "gelu");
    attributes.put(
        "gelu_approximation", config.activation() == Activation.GELU_NEW ? "tanh" : "none");
    attributes.put("compute_type", precision.scalarType());
    attributes.put("hidden_dropout", config.hiddenDropout());
    attributes.put("attention_dropout", config.attentionDropout());
    attributes.put("classifier_dropout", config.classifierDropout());
    attributes.put("dropping", false);
    methods.append(resource("albert.torchscript"));
    for (String name : kernel.resources.split(" ", -1)) {
      methods.append(resource(name));
    }
    methods.append(
        "  def weights(self) -> List[Tensor]:\n    return [%s]\n"
            .formatted(list(name -> "self." + attributeName(name))));
  }

  /**
   * The module that tags: methods prepare, forward, activations.
   *
   * @param attention precision of attention where the linear layers compute in integers
   */
  static AlbertProgram inference(
      AlbertConfig config, int labels, Precision precision, Kernel kernel, Precision attention) {
    AlbertProgram program =
        new AlbertProgram(config, config.parameterShapes(labels).keySet(), precision, kernel);
    if (kernel == Kernel.INT8) {
      program.attributes.put("attention_type", attention.scalarType());
      program.withState("scales", "List[float]").withState("zero_points", "List[int]");
    }
    StringBuilder release = new StringBuilder("  def release(self) -> int:\n");
    for (String name : program.parameters) {
      if (isMatrix(name)) {
        release.append("    self.%s = torch.zeros([0])%n".formatted(attributeName(name)));
      }
    }
    return program
        .withState("compute", "List[List[Tensor]]")
        .withMethods(release.append("    return 0\n").toString())
        .withClassifier()
        .withMethods(resource("inference.torchscript"));
  }

  /** The module that measures what goes into its linear layers: method measure. */
  static AlbertProgram measuring(AlbertConfig config, int labels) {
    return new AlbertProgram(
            config, config.parameterShapes(labels).keySet(), Precision.F32, Kernel.MEASURING)
        .withState("ranges", "List[Tensor]");
  }

  /**
   * Returns a differentiable module with the encoder's methods, {@code weights()} (all parameters
   * in the order given) and {@code decayed()} (for each, whether weight decay applies), to which
   * the caller adds a head and its own methods.
   *
   * @param parameters names of the encoder's, in canonical order, then those of the head
   * @param precision of the linear layers and attention; parameters stay f32
   * @param device that it is to run on
   */
  public static AlbertProgram differentiable(
      AlbertConfig config, Collection<String> parameters, Precision precision, Device device) {
    AlbertProgram program =
        Kernel.differentiable(precision, device) == Kernel.CONVOLUTION
            ? convolving(config, parameters, Convolutions.sound(config))
            : new AlbertProgram(config, parameters, precision, Kernel.PLAIN);
    return program.withMethods(
        "  def decayed(self) -> List[bool]:\n    return [%s]\n"
            .formatted(program.list(name -> decays(name) ? "True" : "False")));
  }

  /**
   * An encoder with kernel CONVOLUTION.
   *
   * @param sizes of the linear layers that are to be convolved
   */
  private static AlbertProgram convolving(
      AlbertConfig config, Collection<String> parameters, List<Convolutions.Size> sizes) {
    String codes = sizes.stream().map(Convolutions.Size::code).collect(Collectors.joining(", "));
    return new AlbertProgram(config, parameters, Precision.F32, Kernel.CONVOLUTION)
        .withMethods(
            "  def convolves(self, size: int) -> bool:\n    return torch.__contains__(%s, size)\n"
                .formatted(codes.isEmpty() ? "annotate(List[int], [])" : "[" + codes + "]"));
  }

  /** The module that compares convolutions with plain products, without parameters. */
  static AlbertProgram convolutionCheck(AlbertConfig config) {
    return convolving(config, List.of(), List.of())
        .withMethods(resource("convolution_check.torchscript"));
  }

  /** Adds an attribute that starts as None and returns this program. */
  public AlbertProgram withState(String name, String type) {
    optionalAttributes.add("%s : Optional[%s]".formatted(name, type));
    return this;
  }

  /** Adds the tagger's head, method classify, and returns this program. */
  public AlbertProgram withClassifier() {
    return withMethods(resource("classifier.torchscript"));
  }

  /** Adds methods, indented by two as in the body of a class, and returns this program. */
  public AlbertProgram withMethods(String source) {
    methods.append(source);
    return this;
  }

  /** Returns the names of the parameters, in canonical order. */
  public List<String> parameters() {
    return parameters;
  }

  /** Attributes with their values: int, double, boolean or String. */
  Map<String, Object> attributes() {
    return attributes;
  }

  /** Attributes that start as None, as {@code name : type}. */
  List<String> optionalAttributes() {
    return optionalAttributes;
  }

  /** The methods, indented as the body of a class. */
  String methods() {
    return methods.toString();
  }

  /** The attribute that holds a parameter. */
  static String attributeName(String parameter) {
    return parameter.replace('.', '_');
  }

  /** Weight decay pulls on everything but biases and LayerNorms, as in BERT's own optimizer. */
  static boolean decays(String parameter) {
    return !parameter.endsWith(".bias")
        && !parameter.contains("LayerNorm")
        && !parameter.contains("layer_norm");
  }

  /** True for the matrices that compute_weights replaces. */
  private static boolean isMatrix(String parameter) {
    return parameter.startsWith(AlbertConfig.PREFIX + "encoder.")
        && parameter.endsWith(".weight")
        && decays(parameter);
  }

  private String list(Function<String, String> element) {
    return parameters.stream().map(element).collect(Collectors.joining(", "));
  }

  private static String resource(String name) {
    try (InputStream in = AlbertProgram.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " from the jar", e);
    }
  }
}
