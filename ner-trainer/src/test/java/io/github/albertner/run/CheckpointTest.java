package io.github.albertner.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.Toy;
import io.github.albertner.train.TrainingStep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final Map<String, String> SETTINGS =
      Map.of("epochs", "3", "batch-size", "8", "learning-rate", "2e-3", "threads", "1");

  private final TrainingData data = TrainingData.of(Toy.sentences(32, 1), Toy.sentences(8, 2));
  private final List<String> problems = new ArrayList<>();

  @TempDir private Path folder;

  /** Collects problems, and stops after some updates. */
  private final class Watch implements RunListener {
    private final int stopAfter;
    private int steps;
    private long begin;

    Watch(int stopAfter) {
      this.stopAfter = stopAfter;
    }

    @Override
    public void prepared(FineTuning tuning, long step) {
      begin = step;
    }

    @Override
    public void step(TrainingStep step) {
      steps++;
    }

    @Override
    public void problem(String message) {
      problems.add(message);
    }

    @Override
    public boolean stopRequested() {
      return steps == stopAfter;
    }
  }

  private static TrainingRequest request(String... namesAndValues) {
    Map<String, String> settings = new TreeMap<>(SETTINGS);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return TrainingRequest.of("random:tiny", settings);
  }

  private static TrainedModel train(
      TrainingRequest request, TrainingData data, RunListener listener, RunDirectory directory)
      throws IOException {
    return Trainer.train(request, data, listener, Optional.of(new Checkpointing(directory, 3)));
  }

  private TrainedModel resume(TrainingRequest request, TrainingData data) throws IOException {
    try (RunDirectory directory = RunDirectory.open(folder)) {
      return train(request, data, RunListener.NONE, directory);
    }
  }

  /** Leaves a run of 12 updates after some of them. */
  private void stopAfter(int steps) throws IOException {
    Watch watch = new Watch(steps);
    try (RunDirectory directory = RunDirectory.create(folder, true)) {
      train(request(), data, watch, directory);
    } catch (IOException e) {
      assertEquals("stopped before an epoch found anything right: nothing to keep", e.getMessage());
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void aStoppedRunGoesOnFromItsFilesToTheSameWeights() throws IOException {
    TrainedModel whole = Trainer.train(request(), data, RunListener.NONE);
    for (int steps : new int[] {1, 6, 12}) {
      stopAfter(steps);
      Watch watch = new Watch(-1);
      TrainedModel resumed;
      try (RunDirectory directory = RunDirectory.open(folder)) {
        resumed = train(request(), data, watch, directory);
      }
      assertEquals(steps, watch.begin);
      assertEquals(12 - steps, watch.steps);
      assertEquals(whole.model().weights(), resumed.model().weights());
      assertEquals(whole.best(), resumed.best());
      assertEquals(whole.predictions(), resumed.predictions());
    }
    assertTrue(Files.readString(folder.resolve("settings.properties")).contains("\nepochs=3\n"));
    // The report is made while the run goes on: only the package can say how long it took.
    assertFalse(Files.readString(folder.resolve("report.html")).contains(">minutes<"));
    ModelPackage best = ModelPackage.read(folder.resolve("best.bin"));
    assertTrue(best.manifest().provenance().get("minutes").matches("[0-9]+[.][0-9]"));
    assertEquals(whole.model().weights(), best.weights());
    assertEquals(whole.best().scores().micro().f1(), best.manifest().metrics().get("dev.f1"));
  }

  @Test
  void aFullDiskIsReportedAndTheLastGoodCheckpointStays() throws IOException {
    AtomicInteger writes = new AtomicInteger();
    Watch watch = new Watch(9);
    // Settings, update 3 and update 4 (the first epoch's end) find room; what follows does not.
    try (RunDirectory directory =
        RunDirectory.create(
            folder, false, out -> writes.incrementAndGet() <= 3 ? out : full(out, 100_000))) {
      train(request(), data, watch, directory);
    }
    assertEquals(7, writes.get(), "updates 6, 8 and 9, and the last when stopped");
    assertEquals(9, watch.steps, "the run must go on");
    assertEquals(1, problems.size(), problems.toString());
    String problem = problems.get(0);
    assertTrue(problem.startsWith("cannot save " + folder.resolve("last.ckpt")), problem);
    assertTrue(problem.contains("No space left on device"), problem);
    assertTrue(problem.endsWith("; until then that of update 4 stays"), problem);
    try (Stream<Path> files = Files.list(folder)) {
      assertFalse(files.anyMatch(file -> file.toString().endsWith(".tmp")), "left over");
    }
    assertEquals(4, RunCheckpoint.read(folder.resolve("last.ckpt")).state().step());
    assertEquals(
        Trainer.train(request(), data, RunListener.NONE).model().weights(),
        resume(request(), data).model().weights());
  }

  @Test
  void whenThereIsRoomAgainTheNextCheckpointIsSavedAndThatIsSaid() throws IOException {
    AtomicInteger writes = new AtomicInteger();
    try (RunDirectory directory =
        RunDirectory.create(
            folder,
            false,
            out -> {
              int write = writes.incrementAndGet();
              return write == 2 || write == 3 ? full(out, 100_000) : out;
            })) {
      train(request(), data, new Watch(-1), directory);
    }
    assertEquals(2, problems.size(), problems.toString());
    assertTrue(problems.get(0).endsWith("tried again when it is due"), problems.get(0));
    assertEquals("the checkpoint of update 6 is saved, after 2 that could not be", problems.get(1));
    assertEquals(12, RunCheckpoint.read(folder.resolve("last.ckpt")).state().step());
  }

  private static OutputStream full(OutputStream disk, int room) {
    return new OutputStream() {
      private int left = room;

      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        left -= count;
        if (left < 0) {
          throw new IOException("No space left on device");
        }
        disk.write(bytes, from, count);
      }
    };
  }

  @Test
  void aRunOfSomethingElseIsNotResumed() throws IOException {
    stopAfter(5);
    refuses("seed (was 1, is 2)", request("seed", "2"), data);
    refuses("threads (was 1, is 2)", request("threads", "2"), data);
    refuses("learning-rate (was 0.002, is 0.001)", request("learning-rate", "1e-3"), data);
    refuses(
        "training data (was ",
        request(),
        TrainingData.of(Toy.sentences(32, 3), data.development()));
    refuses(
        "development data (was ", request(), TrainingData.of(data.training(), Toy.sentences(8, 3)));
    TrainingRequest other = TrainingRequest.of("random:small", SETTINGS);
    refuses("base model (was ", other, data);
    // How long it may take is not what it computes.
    assertEquals("all epochs done", resume(request("max-minutes", "60"), data).end());
  }

  private void refuses(String difference, TrainingRequest request, TrainingData other) {
    String message = assertThrows(IOException.class, () -> resume(request, other)).getMessage();
    assertTrue(message.startsWith(folder.resolve("last.ckpt") + " is of another run"), message);
    assertTrue(message.contains(difference), message);
  }

  @Test
  void aRunWhoseTimeIsUpBeforeItFoundAnythingSaysSoAndCanGoOn() throws IOException {
    try (RunDirectory directory = RunDirectory.create(folder, false)) {
      IOException end =
          assertThrows(
              IOException.class,
              () -> train(request("max-minutes", "1e-6"), data, RunListener.NONE, directory));
      assertTrue(end.getMessage().startsWith("the time was up before"), end.getMessage());
      assertTrue(end.getMessage().contains("--max-minutes than 1.0E-6"), end.getMessage());
    }
    assertEquals("all epochs done", resume(request("max-minutes", "60"), data).end());
  }

  @Test
  void aDamagedCheckpointIsNamed() throws IOException {
    stopAfter(4);
    Path last = folder.resolve("last.ckpt");
    byte[] good = Files.readAllBytes(last);
    for (int at : new int[] {0, 2_000, good.length / 2}) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(last, bad);
      assertDamaged(last);
    }
    for (int length : new int[] {0, 100, good.length / 2}) {
      Files.write(last, Arrays.copyOf(good, length));
      assertDamaged(last);
    }
    Files.write(last, good);
    RunCheckpoint checkpoint = RunCheckpoint.read(last);
    assertEquals(4, checkpoint.state().step());
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    checkpoint.writeTo(again);
    assertEquals(good.length, again.size());
  }

  private void assertDamaged(Path last) {
    String message = assertThrows(IOException.class, () -> resume(request(), data)).getMessage();
    assertTrue(message.startsWith(last + ": damaged"), message);
    assertTrue(message.endsWith("remove it to start the run anew"), message);
  }

  @Test
  void aFolderHoldsOneRunAtATimeAndIsNotReplacedUnasked() throws IOException {
    stopAfter(4);
    byte[] before = Files.readAllBytes(folder.resolve("last.ckpt"));
    FileAlreadyExistsException exists =
        assertThrows(
            FileAlreadyExistsException.class, () -> RunDirectory.create(folder, false).close());
    assertTrue(exists.getMessage().contains("--resume"), exists.getMessage());
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("last.ckpt")));
    try (RunDirectory held = RunDirectory.open(folder)) {
      IOException e = assertThrows(IOException.class, () -> RunDirectory.open(folder).close());
      assertTrue(e.getMessage().contains("trains there"), e.getMessage());
      assertTrue(Files.exists(held.last()));
    }
    RunDirectory.create(folder, true).close();
    assertFalse(Files.exists(folder.resolve("last.ckpt")));
    assertFalse(Files.exists(folder.resolve("best.bin")));
  }
}
