package io.github.albertner;

import ai.djl.Device;
import io.github.albertner.casing.Recaser;
import io.github.albertner.inference.CallCombiner;
import io.github.albertner.inference.HalvingNetwork;
import io.github.albertner.inference.RecentSentences;
import io.github.albertner.inference.SentenceEncoder;
import io.github.albertner.inference.SentenceInContext;
import io.github.albertner.inference.TokenClassifier;
import io.github.albertner.label.LabelScores;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Devices;
import io.github.albertner.network.NativeLoading;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.network.Precision;
import io.github.albertner.network.SelfCheck;
import io.github.albertner.network.TaggerNetwork;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The networks loaded in this process: one for each content and options, counted by its users.
 *
 * <p>What two packages share is decided by the digest of configuration, vocabulary and weights, not
 * by where they were read from.
 */
final class SharedModels {
  /** A long document; about 10 MB with nine labels. */
  private static final int RECENT_WORDS = 1 << 16;

  private record Key(String digest, TaggerOptions options) {}

  private static final Map<Key, Loaded> LOADED = new HashMap<>();

  private static boolean prepared;

  private SharedModels() {}

  /** A loaded model in use; close it once. */
  static final class Lease implements AutoCloseable {
    private final Key key;
    private final Loaded loaded;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    private Lease(Key key, Loaded loaded) {
      this.key = key;
      this.loaded = loaded;
    }

    /**
     * Scores sentences; freeing waits for it.
     *
     * @param remembering whether the scores are shared with others who ask for the same sentences
     *     soon
     * @throws IllegalStateException if the lease is closed
     */
    List<LabelScores> score(List<SentenceInContext> sentences, boolean remembering) {
      lock.readLock().lock();
      try {
        if (closed) {
          throw new IllegalStateException("the tagger is closed");
        }
        return remembering
            ? loaded.recent.score(sentences, loaded.classifier::score)
            : loaded.classifier.score(sentences);
      } finally {
        lock.readLock().unlock();
      }
    }

    @Override
    public void close() {
      lock.writeLock().lock();
      try {
        if (!closed) {
          closed = true;
          release(key, loaded);
        }
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  private static final class Loaded {
    private final TaggerNetwork network;
    private final TokenClassifier classifier;
    private final RecentSentences recent = new RecentSentences(RECENT_WORDS);
    private int users;

    Loaded(TaggerNetwork network, TokenClassifier classifier) {
      this.network = network;
      this.classifier = classifier;
    }

    void free() {
      network.close();
    }
  }

  /**
   * Loads libtorch and computes something known, unless this process has a network: what is missing
   * or does not fit together shows now, and a second call does nothing.
   */
  static void prepare() {
    synchronized (LOADED) {
      if (!prepared && LOADED.isEmpty()) {
        NativeLoading.run(() -> SelfCheck.load().run(DeviceChoice.CPU, Precision.F32));
      }
      prepared = true;
    }
  }

  /** Returns a lease on the package's network, loading it if nobody has. */
  static Lease acquire(ModelPackage model, TaggerOptions options) throws IOException {
    TaggerOptions resolved = NativeLoading.run(() -> resolve(options));
    Key key = new Key(model.networkDigest(), resolved);
    synchronized (LOADED) {
      Loaded loaded = LOADED.get(key);
      if (loaded == null) {
        loaded = NativeLoading.run(() -> load(model, resolved));
        LOADED.put(key, loaded);
      }
      loaded.users++;
      return new Lease(key, loaded);
    }
  }

  /** What the options mean on this machine; 8-bit integers are the processor's. */
  private static TaggerOptions resolve(TaggerOptions options) {
    boolean anywhere = options.device().kind() == DeviceChoice.Kind.AUTO;
    DeviceChoice device =
        anywhere && options.precision() == Precision.INT8
            ? DeviceChoice.CPU
            : Devices.resolve(options.device());
    return options.withDevice(device).withPrecision(options.precision().on(Devices.device(device)));
  }

  private static void release(Key key, Loaded loaded) {
    synchronized (LOADED) {
      loaded.users--;
      if (loaded.users == 0) {
        LOADED.remove(key);
        loaded.free();
      }
    }
  }

  /** Returns the number of networks in memory. */
  static int count() {
    synchronized (LOADED) {
      return LOADED.size();
    }
  }

  /** What does not fit together is to fail now, and not when the first sentence comes. */
  private static void tryOut(TaggerNetwork network) {
    try {
      network.logits(PieceBatch.of(List.of(new int[1]), List.of(new int[1])));
    } catch (RuntimeException | Error e) {
      network.close();
      throw e;
    }
  }

  private static Loaded load(ModelPackage model, TaggerOptions options) throws IOException {
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    int labels = model.labels().size();
    Device device = Devices.device(options.device());
    TaggerNetwork network =
        TaggerNetwork.load(
            model.config(),
            labels,
            model.weights(),
            options.precision(),
            model.manifest().activationRanges(),
            device,
            options.threads());
    tryOut(network);
    int batchPieces = options.batchPieces() > 0 ? options.batchPieces() : network.suitablePieces();
    // One batch at a time keeps a GPU busy, and those who wait share the next.
    int together = device.isGpu() ? 1 : options.threads();
    CallCombiner combiner =
        new CallCombiner(
            new HalvingNetwork(network::logits),
            together,
            batchPieces,
            options.maxWait().toNanos());
    Optional<Recaser> recaser =
        options.recasing() ? model.casing().map(Recaser::new) : Optional.empty();
    TokenClassifier classifier =
        new TokenClassifier(
            new SentenceEncoder(tokenizer, recaser), model.config(), labels, batchPieces, combiner);
    return new Loaded(network, classifier);
  }
}
