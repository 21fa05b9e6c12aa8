  # Plain linear layers that keep the range of their inputs, from which the scales of 8-bit integers
  # are made.

  def linear(self, x: Tensor, w: Tensor, b: Tensor, site: int) -> Tensor:
    least, greatest = torch.aminmax(x)
    self.ranges = unchecked_cast(List[Tensor], self.ranges) + [torch.stack([least, greatest])]
    return torch.linear(x, w, b)

  # The least and greatest input of every linear layer, by site: S 2.
  def measure(self, pieces: Tensor, lengths: Tensor) -> Tensor:
    self.ranges = annotate(List[Tensor], [])
    weights = self.weights()
    self.encode(weights, self.compute_weights(weights), pieces, lengths, False)
    return torch.stack(unchecked_cast(List[Tensor], self.ranges))
