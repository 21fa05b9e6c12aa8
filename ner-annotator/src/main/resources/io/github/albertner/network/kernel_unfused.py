  # What kernels share that multiply, and do nothing else, in one call: they add linear().

  def matrix(self, w: Tensor) -> Tensor:
    return torch.to(w, self.compute_type)

  def bias(self, w: Tensor, b: Tensor) -> Tensor:
    return torch.to(b, self.compute_type)

  def linear_activate(self, x: Tensor, w: Tensor, b: Tensor, site: int) -> Tensor:
    y = self.linear(x, w, b, site)
    if self.activation == "relu":
      y = torch.relu(y)
    else:
      y = torch.gelu(y, approximate=self.gelu_approximation)
    return y

  def linear_add(self, x: Tensor, w: Tensor, b: Tensor, site: int, residual: Tensor, dropout: float) -> Tensor:
    return self.drop(self.linear(x, w, b, site), dropout) + residual

  def set_ranges(self, ranges: Tensor) -> int:
    return 0
