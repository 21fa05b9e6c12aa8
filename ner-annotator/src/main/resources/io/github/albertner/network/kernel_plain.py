  # Linear layers by the device's own matrix product: every device and type.

  def matrix(self, w: Tensor) -> Tensor:
    return torch.to(w, self.compute_type)

  def bias(self, w: Tensor, b: Tensor) -> Tensor:
    return torch.to(b, self.compute_type)

  def linear(self, x: Tensor, w: Tensor, b: Tensor, site: int) -> Tensor:
    return torch.linear(x, w, b)

  def linear_activate(self, x: Tensor, w: Tensor, b: Tensor, site: int) -> Tensor:
    y = torch.linear(x, w, b)
    if self.activation == "relu":
      y = torch.relu(y)
    else:
      y = torch.gelu(y, approximate=self.gelu_approximation)
    return y

  def linear_add(self, x: Tensor, w: Tensor, b: Tensor, site: int, residual: Tensor, dropout: float) -> Tensor:
    return self.drop(torch.linear(x, w, b), dropout) + residual

  def set_ranges(self, ranges: Tensor) -> int:
    return 0
