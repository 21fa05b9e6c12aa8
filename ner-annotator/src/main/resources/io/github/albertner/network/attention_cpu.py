  # Attention of x86 CPUs. q, k, v B A T D; mask B 1 1 T.

  # In bf16 two plain products and a softmax take about half the time of libtorch's fused kernel. So
  # many sentences at once that their scores stay near the processor: 2 MiB.
  def attention(self, q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor]) -> Tensor:
    if ops.prim.dtype(q) != 15:
      a = torch.scaled_dot_product_attention(q, k, v, mask, 0., False)
    else:
      B = torch.size(q, 0)
      T = torch.size(q, 2)
      at_once = ops.prim.max(1, 1048576 // (torch.size(q, 1) * T * T))
      q = torch.mul(q, torch.size(q, 3) ** -0.5)
      k = torch.transpose(k, 2, 3)
      parts = annotate(List[Tensor], [])
      for i in range((B + at_once - 1) // at_once):
        begin = i * at_once
        size = ops.prim.min(at_once, B - begin)
        scores = torch.matmul(torch.narrow(q, 0, begin, size), torch.narrow(k, 0, begin, size))  # size A T T
        if torch.__isnot__(mask, None):
          scores = torch.add_(scores, torch.narrow(unchecked_cast(Tensor, mask), 0, begin, size))
        parts = parts + [torch.matmul(torch.softmax(scores, -1), torch.narrow(v, 0, begin, size))]
      if len(parts) == 1:
        a = parts[0]
      else:
        a = torch.cat(parts, 0)
    return a
