package io.github.albertner.diagnose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found.
 *
 * @param versions of this project and what it runs on, by name
 * @param machine processors, memory
 * @param engine facts of the loaded engine, by name; without libtorch's where it cannot be loaded
 * @param instructionSets of the processor that matter
 * @param gpus as nvidia-smi lists them; empty without it
 * @param asked device that was asked for
 * @param device that it means here; empty if it cannot be used
 * @param auto name of the precision that {@code auto} means on the device
 * @param checks one for each precision of the device
 * @param remarks that a user should know and that fail nothing
 * @param problems each says what is wrong and what to do
 */
public record Diagnosis(
    Map<String, String> versions,
    Map<String, String> machine,
    Map<String, String> engine,
    List<String> instructionSets,
    Optional<List<GpuFacts>> gpus,
    String asked,
    Optional<String> device,
    Optional<String> auto,
    List<PrecisionCheck> checks,
    List<String> remarks,
    List<String> problems) {

  /** Copies lists and maps. */
  public Diagnosis {
    versions = new LinkedHashMap<>(versions);
    machine = new LinkedHashMap<>(machine);
    engine = new LinkedHashMap<>(engine);
    instructionSets = List.copyOf(instructionSets);
    gpus = gpus.map(List::copyOf);
    checks = List.copyOf(checks);
    remarks = List.copyOf(remarks);
    problems = List.copyOf(problems);
  }

  /** Returns whether all checks passed. */
  public boolean isSound() {
    return problems.isEmpty() && checks.stream().allMatch(PrecisionCheck::passed);
  }
}
