  # Attention by libtorch's fused kernel: every device and type. q, k, v B A T D; mask B 1 1 T.

  def attention(self, q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor]) -> Tensor:
    return torch.scaled_dot_product_attention(q, k, v, mask, 0., False)
