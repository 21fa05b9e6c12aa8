  # Plain linear layers that keep the range of their inputs, from which the scales of 8-bit integers
  # are made.

  def matrix(self, w: Tensor) -> Tensor:
    return w

  def bias(self, w: Tensor, b: Tensor) -> Tensor:
    return b

  def observe(self, x: Tensor) -> Tensor:
    least, greatest = torch.aminmax(x)
    self.ranges = unchecked_cast(List[Tensor], self.ranges) + [torch.stack([least, greatest])]
    return x

  def linear(self, x: Tensor, w: Tensor, b: Tensor, site: int) -> Tensor:
    return torch.linear(self.observe(x), w, b)

  def linear_activate(self, x: Tensor, w: Tensor, b: Tensor, site: int) -> Tensor:
    y = torch.linear(self.observe(x), w, b)
    if self.activation == "relu":
      y = torch.relu(y)
    else:
      y = torch.gelu(y, approximate=self.gelu_approximation)
    return y

  def linear_add(self, x: Tensor, w: Tensor, b: Tensor, site: int, residual: Tensor, dropout: float) -> Tensor:
    return torch.linear(self.observe(x), w, b) + residual

  # The least and greatest input of every linear layer, by site: S 2.
  def measure(self, pieces: Tensor, lengths: Tensor) -> Tensor:
    self.ranges = annotate(List[Tensor], [])
    weights = self.weights()
    self.encode(weights, self.compute_weights(weights), pieces, lengths, False)
    return torch.stack(unchecked_cast(List[Tensor], self.ranges))
