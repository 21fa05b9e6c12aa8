  # Linear layers by oneDNN on x86 CPUs in 8-bit integers: weights in [-127, 127], scaled by output
  # channel; inputs in [0, 255], scaled by the range that was measured at their site, so that what a
  # sentence gets does not depend on its batch. Sums are exact, in 32 bits. The activation's output
  # goes to the next product as it leaves this one. Inference only.

  # Scale [O] of each row of a matrix.
  def row_scales(self, w: Tensor) -> Tensor:
    return torch.div(torch.clamp(torch.amax(torch.abs(torch.detach(w)), [1]), min=1e-12), 127.)

  def matrix(self, w: Tensor) -> Tensor:
    q = torch.to(torch.round(torch.div(torch.detach(w), torch.unsqueeze(self.row_scales(w), 1))), 1)
    return ops.onednn.qlinear_prepack(q, annotate(Optional[List[int]], None))

  # 2 O: the bias, and the scales of the matrix.
  def bias(self, w: Tensor, b: Tensor) -> Tensor:
    return torch.stack([torch.detach(b), self.row_scales(w)])

  # Zero points of the matrix's rows, O.
  def zeros(self, b: Tensor) -> Tensor:
    return torch.zeros([torch.size(b, 1)], dtype=3)

  def scale(self, site: int) -> float:
    return unchecked_cast(List[float], self.scales)[site]

  def zero_point(self, site: int) -> int:
    return unchecked_cast(List[int], self.zero_points)[site]

  # Numbers of a site as integers, if they are not yet.
  def quantize(self, x: Tensor, site: int) -> Tensor:
    if ops.prim.dtype(x) != 0:
      x = torch.int_repr(torch.quantize_per_tensor(torch.to(x, 6), self.scale(site), self.zero_point(site), 13))
    return x

  def linear(self, x: Tensor, w: Tensor, b: Tensor, site: int) -> Tensor:
    return ops.onednn.qlinear_pointwise(self.quantize(x, site), self.scale(site), self.zero_point(site), w, torch.select(b, 0, 1), self.zeros(b), torch.select(b, 0, 0), 1., 0, self.attention_type, "none", annotate(List[Optional[number]], []), "")

  def linear_activate(self, x: Tensor, w: Tensor, b: Tensor, site: int) -> Tensor:
    return ops.onednn.qlinear_pointwise(self.quantize(x, site), self.scale(site), self.zero_point(site), w, torch.select(b, 0, 1), self.zeros(b), torch.select(b, 0, 0), self.scale(site + 1), self.zero_point(site + 1), 0, self.activation, annotate(List[Optional[number]], []), self.gelu_approximation)

  def linear_add(self, x: Tensor, w: Tensor, b: Tensor, site: int, residual: Tensor, dropout: float) -> Tensor:
    return ops.onednn.qlinear_pointwise(self.quantize(x, site), self.scale(site), self.zero_point(site), w, torch.select(b, 0, 1), self.zeros(b), residual, torch.select(b, 0, 0), 1., 0, 6, 1., 0, "add", 1., "none", annotate(List[Optional[number]], []), "")

  # Takes the scales and zero points of ranges [S, 2]: least and greatest input of every site, 0
  # within.
  def set_ranges(self, ranges: Tensor) -> int:
    scales = annotate(List[float], [])
    zero_points = annotate(List[int], [])
    for i in range(torch.size(ranges, 0)):
      least = float(torch.select(torch.select(ranges, 0, i), 0, 0))
      greatest = float(torch.select(torch.select(ranges, 0, i), 0, 1))
      scale = (greatest - least) / 255.
      scales = scales + [scale]
      zero_points = zero_points + [ops.prim.min(255, ops.prim.max(0, int(torch.round((0. - least) / scale))))]
    self.scales = scales
    self.zero_points = zero_points
    return len(scales)
