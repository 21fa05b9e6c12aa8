package io.github.albertner.checkpoint;

import net.razorvine.pickle.PickleException;

/** A pickle names a class or uses an instruction that no checkpoint of weights needs. */
final class RefusedClassException extends PickleException {
  private static final long serialVersionUID = 1L;

  RefusedClassException(String what) {
    super(what);
  }
}
