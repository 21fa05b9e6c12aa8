package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written for elsewhere loads as any TorchScript file does, and computes the same. */
class TorchScriptTest {
  @Test
  void theFileComputesWhatTheNetworkDoes() throws IOException {
    Golden golden = Golden.load("two_groups_gelu");
    PieceBatch batch =
        PieceBatch.of(
            List.of(new int[] {2, 7, 8, 9, 3}, new int[] {2, 11, 3}),
            List.of(new int[] {1, 3}, new int[] {1}));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    TorchScript.write(golden.config(), golden.labels(), golden.tensors(), file);
    try (TaggerNetwork network =
            TaggerNetwork.load(
                golden.config(),
                golden.labels(),
                golden.tensors(),
                Precision.F32,
                Device.cpu(),
                1);
        NDManager manager = Libtorch.engine().newBaseManager(Device.cpu());
        PtSymbolBlock block =
            JniUtils.loadModule(
                (PtNDManager) manager, new ByteArrayInputStream(file.toByteArray()), true, false)) {
      NDArray method = manager.create(0f);
      method.setName("module_method:prepare");
      IValueUtils.forward(block, new NDList(manager.create(0f), method), false);
      NDList logits = IValueUtils.forward(block, batch.arrays(manager), false);
      assertArrayEquals(
          network.logits(batch), logits.singletonOrThrow().toFloatArray(), 1e-5f, "logits");
    }
  }
}
