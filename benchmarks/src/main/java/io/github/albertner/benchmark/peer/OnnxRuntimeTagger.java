package io.github.albertner.benchmark.peer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.albertner.benchmark.measure.Contender.Work;
import io.github.albertner.checkpoint.OnnxFile;
import io.github.albertner.checkpoint.OnnxPrecision;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * ONNX Runtime called directly, as a careful user of it would: pieces from our tokenizer, sentences
 * sorted by length, padded batches of a fixed number of sentences.
 */
public final class OnnxRuntimeTagger implements Peer {
  private final PaddedBatches batches;
  private final SubwordTokenizer tokenizer;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final int labels;

  /**
   * A session of its own.
   *
   * @param sentences most sentences in a batch; 1 for one at a time
   * @param threads that a call may use
   */
  public OnnxRuntimeTagger(ModelPackage model, OnnxPrecision precision, int sentences, int threads)
      throws IOException, OrtException {
    tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    batches = new PaddedBatches(tokenizer, model.config(), sentences);
    labels = model.labels().size();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      session = environment.createSession(OnnxFile.bytes(model, precision), options);
    }
  }

  @Override
  public Work tagging(List<List<String>> sentences) {
    return () -> {
      for (PaddedBatch batch : batches.of(sentences)) {
        bestLabels(batch);
      }
    };
  }

  /** The index of the best label of every word of a batch. */
  private List<Integer> bestLabels(PaddedBatch batch) throws OrtException {
    long[] shape = {batch.sentences(), batch.length()};
    try (OnnxTensor pieces = tensor(batch.pieces(), shape);
        OnnxTensor mask = tensor(batch.mask(), shape);
        OnnxTensor types = tensor(LongBuffer.allocate(batch.pieces().capacity()), shape);
        OrtSession.Result result =
            session.run(
                Map.of(
                    OnnxFile.INPUT_IDS, pieces,
                    OnnxFile.ATTENTION_MASK, mask,
                    OnnxFile.TOKEN_TYPE_IDS, types))) {
      FloatBuffer logits = ((OnnxTensor) result.get(0)).getFloatBuffer();
      List<Integer> best = new ArrayList<>();
      for (int row : batch.rowsRead()) {
        int label = 0;
        for (int other = 1; other < labels; other++) {
          if (logits.get(row * labels + other) > logits.get(row * labels + label)) {
            label = other;
          }
        }
        best.add(label);
      }
      return best;
    }
  }

  private OnnxTensor tensor(LongBuffer values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, values, shape);
  }

  @Override
  public void close() throws IOException {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IOException("cannot close a session of ONNX Runtime", e);
    }
  }
}
