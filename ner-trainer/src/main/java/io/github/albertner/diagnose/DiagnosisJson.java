package io.github.albertner.diagnose;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** A diagnosis for programs. */
public final class DiagnosisJson {
  private DiagnosisJson() {}

  /** Returns the object; what is unknown is left out. */
  public static JsonObject of(Diagnosis diagnosis) {
    JsonObject json = new JsonObject();
    json.addProperty("sound", diagnosis.isSound());
    json.add("versions", object(diagnosis.versions()));
    json.add("machine", object(diagnosis.machine()));
    json.add("instructionSets", array(diagnosis.instructionSets()));
    diagnosis.gpus().ifPresent(gpus -> json.add("gpus", gpus(gpus)));
    json.add("engine", object(diagnosis.engine()));
    json.addProperty("asked", diagnosis.asked());
    diagnosis.device().ifPresent(device -> json.addProperty("device", device));
    diagnosis.auto().ifPresent(auto -> json.addProperty("auto", auto));
    JsonArray checks = new JsonArray();
    diagnosis.checks().forEach(check -> checks.add(check(check)));
    json.add("checks", checks);
    json.add("remarks", array(diagnosis.remarks()));
    json.add("problems", array(diagnosis.problems()));
    return json;
  }

  private static JsonObject check(PrecisionCheck check) {
    JsonObject json = new JsonObject();
    json.addProperty("precision", check.precision());
    json.addProperty("passed", check.passed());
    check.error().ifPresent(error -> json.addProperty("error", number(error)));
    json.addProperty("tolerance", check.tolerance());
    check.piecesPerSecond().ifPresent(speed -> json.addProperty("piecesPerSecond", speed));
    check.remark().ifPresent(remark -> json.addProperty("remark", remark));
    return json;
  }

  /** JSON has no NaN. */
  private static Number number(double value) {
    return Double.isFinite(value) ? value : Double.MAX_VALUE;
  }

  private static JsonArray gpus(List<GpuFacts> gpus) {
    JsonArray array = new JsonArray();
    for (GpuFacts gpu : gpus) {
      JsonObject json = new JsonObject();
      json.addProperty("number", gpu.number());
      json.addProperty("name", gpu.name());
      json.addProperty("driver", gpu.driver());
      json.addProperty("memoryMib", gpu.memoryMib());
      json.addProperty("freeMib", gpu.freeMib());
      json.addProperty("capability", gpu.capability());
      array.add(json);
    }
    return array;
  }

  private static JsonObject object(Map<String, String> map) {
    JsonObject json = new JsonObject();
    map.forEach(json::addProperty);
    return json;
  }

  private static JsonArray array(List<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }
}
