package io.github.albertner.checkpoint;

import io.github.albertner.weights.DataType;

/**
 * The bytes that one or more tensors of a PyTorch file lie in, before they are read.
 *
 * @param dataType element type
 * @param key names the storage in the file
 * @param elements how many there are
 */
record TorchStorage(DataType dataType, String key, long elements) {}
