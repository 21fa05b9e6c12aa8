  # Linear layers as 1 x 1 convolutions, which libtorch hands to oneDNN forwards and backwards, where
  # its linear layers go to a library that multiplies f32 half as fast on some x86 CPUs. In f32, and
  # differentiable.

  def matrix(self, w: Tensor) -> Tensor:
    return w

  def bias(self, w: Tensor, b: Tensor) -> Tensor:
    return b

  # With one thread, oneDNN is asked only from a batch of 16 on: the rows become 16 images, and rows
  # of zeros fill the last.
  def linear(self, x: Tensor, w: Tensor, b: Tensor, site: int) -> Tensor:
    N = torch.size(x, 0)
    padding = 15 - (N + 15) % 16
    if padding > 0:
      x = torch.constant_pad_nd(x, [0, 0, 0, padding])
    images = torch.permute(torch.reshape(x, [16, -1, 1, torch.size(x, 1)]), [0, 3, 1, 2])  # 16 I . 1
    y = torch.conv2d(images, torch.view(w, [torch.size(w, 0), torch.size(w, 1), 1, 1]), b)
    return torch.narrow(torch.reshape(torch.permute(y, [0, 2, 3, 1]), [N + padding, -1]), 0, 0, N)

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
