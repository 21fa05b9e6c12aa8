  # Inference: weights are prepared once, batches go through forward.

  # ranges S 2, for kernels of 8-bit integers: the least and greatest input of every site.
  def prepare(self, ranges: Tensor) -> Tensor:
    self.set_ranges(ranges)
    self.compute = self.compute_weights(self.weights())
    self.release()
    return torch.mul(ranges, 1.)

  # Logits of the rows that read [W] names, W L.
  def forward(self, pieces: Tensor, lengths: Tensor, read: Tensor) -> Tensor:
    weights = self.weights()
    states = self.encode(weights, unchecked_cast(List[List[Tensor]], self.compute), pieces, lengths, False)
    return self.classify(weights, torch.index_select(states[0], 0, read))

  # What forward computes on the way, for comparison with other implementations: embeddings (N E),
  # hidden states before and after every layer (N H), logits (N L).
  def activations(self, pieces: Tensor, lengths: Tensor) -> List[Tensor]:
    weights = self.weights()
    states = self.encode(weights, unchecked_cast(List[List[Tensor]], self.compute), pieces, lengths, True)
    return states + [self.classify(weights, states[-1])]
