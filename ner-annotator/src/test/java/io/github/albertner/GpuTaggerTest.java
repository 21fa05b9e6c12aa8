package io.github.albertner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Precision;
import io.github.albertner.testing.Gpu;
import io.github.albertner.testing.Sentences;
import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A GPU finds what the processor finds. */
@Tag("gpu")
class GpuTaggerTest {
  private final List<List<String>> sentences = Sentences.of(70);

  @BeforeEach
  void assumeGpu() {
    Gpu.assume();
  }

  private static TaggerOptions on(DeviceChoice device, Precision precision) {
    return TaggerOptions.defaults().withDevice(device).withPrecision(precision);
  }

  private List<List<List<Object>>> ranges(ModelPackage model, TaggerOptions options)
      throws IOException {
    try (NerTagger tagger = NerTagger.of(model, options)) {
      return tagger.tagAll(sentences).stream()
          .map(spans -> spans.stream().map(GpuTaggerTest::range).toList())
          .toList();
    }
  }

  private static List<Object> range(EntitySpan span) {
    return List.of(span.begin(), span.end(), span.type());
  }

  @Test
  void spansAreThoseOfTheProcessor() throws IOException {
    ModelPackage model = TinyModels.bio();
    assertEquals(
        ranges(model, on(DeviceChoice.CPU, Precision.F32)),
        ranges(model, on(Gpu.FIRST, Precision.F32)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"BF16", "F16"})
  void sixteenBitsFindNearlyTheSame(Precision precision) throws IOException {
    Path file = Path.of(System.getProperty("ner.root"), "models", "english.bin");
    ModelPackage model = ModelPackage.read(file);
    List<List<List<Object>>> expected = ranges(model, on(DeviceChoice.CPU, Precision.F32));
    List<List<List<Object>>> found = ranges(model, on(Gpu.FIRST, precision));
    long same =
        IntStream.range(0, found.size()).filter(i -> found.get(i).equals(expected.get(i))).count();
    assertTrue(same >= 0.97 * found.size(), same + " of " + found.size());
  }

  @Test
  void autoIsTheGpuInSixteenBits() throws IOException {
    ModelPackage model = TinyModels.bio();
    assertEquals(
        ranges(model, on(Gpu.FIRST, Precision.F16)),
        ranges(model, on(DeviceChoice.AUTO, Precision.AUTO)));
  }
}
