package io.github.albertner.network;

import ai.djl.Device;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the device that is asked for to one that is there. */
public final class Devices {
  private static final Logger LOG = LoggerFactory.getLogger(Devices.class);
  private static final AtomicBoolean SAID = new AtomicBoolean();

  private Devices() {}

  /**
   * Returns the device that a choice means on this machine, and loads libtorch to find out. What
   * {@code auto} means is logged once per process.
   *
   * @return {@code cpu} or a GPU that computes
   * @throws NoSuchDeviceException if a GPU is asked for that cannot be used; the message says what
   *     was found and what to install
   */
  public static DeviceChoice resolve(DeviceChoice choice) {
    if (choice.kind() == DeviceChoice.Kind.CPU) {
      return choice;
    }
    Optional<String> problem = Gpus.problem(choice.number());
    if (choice.kind() == DeviceChoice.Kind.GPU) {
      if (problem.isPresent()) {
        throw new NoSuchDeviceException(
            "device %s was asked for and cannot be used: %s"
                .formatted(choice.label(), problem.get()));
      }
      return choice;
    }
    DeviceChoice found = problem.isPresent() ? DeviceChoice.CPU : DeviceChoice.gpu(0);
    if (!SAID.getAndSet(true)) {
      if (problem.isEmpty()) {
        LOG.info("Device auto is {}", found);
      } else if (Libtorch.isBuiltForGpus()) {
        LOG.warn("Device auto is the processor: {}", problem.get());
      } else {
        LOG.info("Device auto is the processor: {}", problem.get());
      }
    }
    return found;
  }

  /** As {@link #resolve}, as DJL's device. */
  public static Device device(DeviceChoice choice) {
    DeviceChoice found = resolve(choice);
    return found.kind() == DeviceChoice.Kind.GPU ? Device.gpu(found.number()) : Device.cpu();
  }
}
