package io.github.albertner.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.albertner.checkpoint.StartingPoint;
import io.github.albertner.train.TrainingDefaults;
import io.github.albertner.train.TrainingSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;

class ParametersFileTest {
  @Test
  void theTrainerReadsWhatWasWritten() throws IOException {
    TrainingSettings settings =
        TrainingDefaults.PRETRAINED.with(Map.of("learning-rate", "1e-4", "dropout", "0.2"));
    StartingPoint start =
        new StartingPoint(
            "folder", Optional.of(Path.of("v.model")), Optional.of(Path.of("e.safetensors")));
    String file =
        ParametersFile.render(
            List.of("for people"),
            start,
            Optional.of(Path.of("dev.txt")),
            "PER=person",
            settings.toMap());
    TrainingParameters read =
        new TrainingParameters(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)));
    TrainerParameters asked =
        TrainerParameters.of(WrittenParameters.ours(read.getObjectSettings()));
    assertEquals(settings, asked.settings());
    assertEquals(start, asked.start());
    assertEquals(Optional.of(Path.of("dev.txt")), asked.devData());
  }
}
