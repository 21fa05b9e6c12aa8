package io.github.albertner.diagnose;

import io.github.albertner.dependency.DependencyException;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.ActivationRange;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Devices;
import io.github.albertner.network.EngineFacts;
import io.github.albertner.network.NoSuchDeviceException;
import io.github.albertner.network.Precision;
import io.github.albertner.network.SelfCheck;
import io.github.albertner.network.Throughput;
import io.github.albertner.report.Machine;
import io.github.albertner.report.Versions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Looks at this machine. */
public final class Doctor {
  private static final int MIB = 1 << 20;

  private final DeviceChoice asked;
  private final Optional<ModelPackage> model;
  private final int threads;
  private final List<String> remarks = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private Doctor(DeviceChoice asked, Optional<ModelPackage> model, int threads) {
    this.asked = asked;
    this.model = model;
    this.threads = threads;
  }

  /**
   * Examines the engine and a device: about a second for each precision.
   *
   * @param asked the device
   * @param model whose speed is measured; empty for no speed
   * @param threads processor threads to use
   */
  public static Diagnosis examine(DeviceChoice asked, Optional<ModelPackage> model, int threads) {
    return new Doctor(asked, model, threads).examine();
  }

  private Diagnosis examine() {
    Optional<List<GpuFacts>> gpus = GpuFacts.ask();
    Map<String, String> engine = new LinkedHashMap<>(Map.of("engine", "PyTorch"));
    Optional<DeviceChoice> device = Optional.empty();
    List<PrecisionCheck> checks = new ArrayList<>();
    Optional<EngineFacts> loaded = loadEngine();
    if (loaded.isPresent()) {
      EngineFacts facts = loaded.get();
      engine.put("libtorch", facts.libtorch());
      engine.put("folder", facts.folder().toString());
      engine.put("built for", facts.builtForGpus() ? "GPUs and processors" : "processors only");
      engine.put("features", String.join(", ", facts.features().stream().sorted().toList()));
      device = device(facts, gpus);
    }
    device.ifPresent(found -> freeMemory(found, engine));
    device.ifPresent(
        found -> EngineFacts.precisions(found).forEach(p -> checks.add(check(found, p))));
    return new Diagnosis(
        Versions.all(),
        Machine.facts(),
        engine,
        EngineFacts.instructionSets(),
        gpus,
        asked.label(),
        device.map(DeviceChoice::label),
        device.map(found -> Precision.AUTO.on(Devices.device(found)).label()),
        checks,
        remarks,
        problems);
  }

  private Optional<EngineFacts> loadEngine() {
    try {
      return Optional.of(EngineFacts.load());
    } catch (DependencyException e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<DeviceChoice> device(EngineFacts facts, Optional<List<GpuFacts>> gpus) {
    try {
      DeviceChoice found = Devices.resolve(asked);
      boolean unused =
          found.kind() == DeviceChoice.Kind.CPU && asked.kind() == DeviceChoice.Kind.AUTO;
      if (unused && (facts.builtForGpus() || gpus.filter(list -> !list.isEmpty()).isPresent())) {
        EngineFacts.problemOf(DeviceChoice.gpu(0)).ifPresent(remarks::add);
      }
      return Optional.of(found);
    } catch (NoSuchDeviceException e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
  }

  private static void freeMemory(DeviceChoice device, Map<String, String> engine) {
    if (device.kind() == DeviceChoice.Kind.GPU) {
      OptionalLong free = EngineFacts.freeBytes(device);
      engine.put(
          "free on " + device,
          free.isPresent()
              ? free.getAsLong() / MIB + " MiB"
              : "unknown: CUDA's runtime library (libcudart) is not on the library path");
    }
  }

  private PrecisionCheck check(DeviceChoice device, Precision precision) {
    SelfCheck.Outcome outcome;
    try {
      outcome = SelfCheck.load().run(device, precision);
    } catch (RuntimeException e) {
      return failed(precision, OptionalDouble.empty(), 0, "does not run: " + rootMessage(e));
    }
    OptionalDouble error = OptionalDouble.of(outcome.error());
    if (!outcome.passes()) {
      return failed(precision, error, outcome.tolerance(), "computes wrong numbers");
    }
    try {
      Optional<String> remark = withoutSpeed(precision);
      OptionalDouble speed =
          remark.isPresent() ? OptionalDouble.empty() : OptionalDouble.of(speed(device, precision));
      return new PrecisionCheck(precision.label(), error, outcome.tolerance(), speed, remark, true);
    } catch (RuntimeException e) {
      return failed(
          precision, error, outcome.tolerance(), "does not run the model: " + rootMessage(e));
    }
  }

  private static PrecisionCheck failed(
      Precision precision, OptionalDouble error, double tolerance, String remark) {
    return new PrecisionCheck(
        precision.label(), error, tolerance, OptionalDouble.empty(), Optional.of(remark), false);
  }

  private Optional<String> withoutSpeed(Precision precision) {
    if (model.isEmpty()) {
      return Optional.of("no model to measure");
    }
    return precision == Precision.INT8 && ranges().isEmpty()
        ? Optional.of("the model has no activation ranges; ner package calibrate adds them")
        : Optional.empty();
  }

  private List<ActivationRange> ranges() {
    return model.orElseThrow().manifest().activationRanges();
  }

  private double speed(DeviceChoice device, Precision precision) {
    ModelPackage measured = model.orElseThrow();
    return Throughput.measure(
        measured.config(),
        measured.labels().size(),
        measured.weights(),
        precision,
        ranges(),
        device,
        threads);
  }

  private static String rootMessage(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
