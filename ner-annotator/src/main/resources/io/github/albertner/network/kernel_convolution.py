  # Linear layers as 1 x 1 convolutions, which libtorch hands to oneDNN forwards and backwards, where
  # its linear layers go to a library that multiplies f32 half as fast on some x86 CPUs. In f32, and
  # differentiable. I rows of an image, K inputs and O outputs of the layer.

  # Of sizes in a generated list only, by K * 100000 + O: Convolutions.java tells why.
  def linear(self, x: Tensor, w: Tensor, b: Tensor, site: int) -> Tensor:
    if self.convolves(torch.size(w, 1) * 100000 + torch.size(w, 0)):
      y = self.convolve(x, w, b)
    else:
      y = torch.linear(x, w, b)
    return y

  # With one thread, oneDNN is asked only from a batch of 16 on: the rows become 16 images, and rows
  # of zeros fill the last.
  def convolve(self, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    N = torch.size(x, 0)
    K = torch.size(x, 1)
    padding = 15 - (N + 15) % 16
    if padding > 0:
      x = torch.constant_pad_nd(x, [0, 0, 0, padding])  # 16I K
    images = torch.permute(torch.reshape(x, [16, -1, 1, K]), [0, 3, 1, 2])  # 16 K I 1
    y = torch.conv2d(images, torch.view(w, [-1, K, 1, 1]), b)  # 16 O I 1
    rows = torch.reshape(torch.permute(y, [0, 2, 3, 1]), [N + padding, -1])  # 16I O
    if padding > 0:
      rows = torch.narrow(rows, 0, 0, N)
    return rows  # N O
