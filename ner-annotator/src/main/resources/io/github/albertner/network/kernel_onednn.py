  # Linear layers by oneDNN on x86 CPUs: weights packed once into the layout the processor likes, the
  # activation or the residual sum fused into the product. Inference only.

  # oneDNN 3.7.1 may pack in columns of 64 what is no multiple of that, and then gives wrong numbers (seen
  # on one Zen 5 and not on another: the layout depends on the caches that the processor reports). All sizes of
  # ALBERT are multiples; others are packed at each call.
  def matrix(self, w: Tensor) -> Tensor:
    w = torch.contiguous(torch.detach(torch.to(w, self.compute_type)))
    if torch.size(w, 0) % 64 == 0:
      w = ops.mkldnn._reorder_linear_weight(w, 512)
    return w

  def bias(self, w: Tensor, b: Tensor) -> Tensor:
    return torch.to(b, self.compute_type)

  def linear(self, x: Tensor, w: Tensor, b: Tensor, site: int) -> Tensor:
    return ops.mkldnn._linear_pointwise(x, w, b, "none", annotate(List[Optional[number]], []), "")

  def linear_activate(self, x: Tensor, w: Tensor, b: Tensor, site: int) -> Tensor:
    return ops.mkldnn._linear_pointwise(x, w, b, self.activation, annotate(List[Optional[number]], []), self.gelu_approximation)

  def linear_add(self, x: Tensor, w: Tensor, b: Tensor, site: int, residual: Tensor, dropout: float) -> Tensor:
    return ops.mkldnn._linear_pointwise(x, residual, w, b, "add")

  def set_ranges(self, ranges: Tensor) -> int:
    return 0
