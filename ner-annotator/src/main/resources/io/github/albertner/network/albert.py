  # ALBERT's encoder (Lan et al., arXiv:1909.11942), as Hugging Face's AlbertModel computes it; what is
  # made of its hidden states is up to a head. TorchScript: the methods of one module class.
  #
  # B sentences, T pieces of the longest, N = sum of lengths, E embedding, H hidden, A heads,
  # D = H / A, F feed-forward.
  #
  # A batch comes as pieces [N] (sentences one after the other, no padding) and lengths [B]. The
  # linear layers run on the N real pieces; only attention sees a padded [B, T] layout. Pieces may
  # also come padded, [B * T]; then everything runs padded, and rows of padding mean nothing.

  # A dropout rate, 0 but while a training step runs.
  def rate(self, dropout: float) -> float:
    if self.dropping:
      rate = dropout
    else:
      rate = 0.
    return rate

  def drop(self, x: Tensor, dropout: float) -> Tensor:
    return torch.dropout(x, self.rate(dropout), self.dropping)

  def embed(self, weights: List[Tensor], pieces: Tensor, positions: Tensor) -> Tensor:
    e = torch.embedding(weights[0], pieces) + torch.embedding(weights[1], positions) + weights[2][0]
    return torch.layer_norm(e, [torch.size(e, 1)], weights[3], weights[4], self.epsilon)  # N E

  # Self-attention of every sentence over its own pieces.
  def attend(self, qkv: Tensor, layout: List[Tensor], B: int, T: int) -> Tensor:
    A = self.heads
    mask = annotate(Optional[Tensor], None)
    if len(layout) > 1:
      mask = torch.to(layout[1], qkv)  # B 1 1 T
    if len(layout) > 2:
      qkv = torch.index_select(qkv, 0, layout[2])  # BT 3H
    q, k, v = torch.unbind(torch.permute(torch.view(qkv, [B, T, 3, A, -1]), [2, 0, 3, 1, 4]), 0)  # B A T D
    if self.dropping:
      # Short sentences are learned from about twice as fast without the fused kernel.
      scores = torch.matmul(q, torch.transpose(k, 2, 3)) * (torch.size(q, 3) ** -0.5)  # B A T T
      if torch.__isnot__(mask, None):
        scores = scores + unchecked_cast(Tensor, mask)
      p = torch.dropout(torch.softmax(scores, -1), self.attention_dropout, True)  # B A T T
      a = torch.matmul(p, v)  # B A T D
    else:
      a = self.attention(q, k, v, mask)  # B A T D
    a = torch.reshape(torch.transpose(a, 1, 2), [B * T, -1])  # BT H
    if len(layout) > 2:
      a = torch.index_select(a, 0, layout[3])  # N H
    return a

  # w: the twelve tensors of one layer, in the order of layer_weights; site: the number of its first
  # linear layer, counting every use of every one. As in Hugging Face's layer, the attention output
  # is dropped out and the feed-forward output is not.
  def layer(self, x: Tensor, w: List[Tensor], site: int, layout: List[Tensor], B: int, T: int) -> Tensor:
    H = [torch.size(x, 1)]
    a = self.attend(self.linear(x, w[0], w[1], site), layout, B, T)  # N H
    y = torch.layer_norm(self.linear_add(a, w[2], w[3], site + 1, x, self.hidden_dropout), H, w[4], w[5], self.epsilon)  # N H
    f = self.linear_activate(y, w[6], w[7], site + 2)  # N F
    return torch.layer_norm(self.linear_add(f, w[8], w[9], site + 3, y, 0.), H, w[10], w[11], self.epsilon)  # N H

  # From the parameters of inner layer i (of all groups, counted on) to what layer() uses: query,
  # key and value become one matrix.
  def layer_weights(self, weights: List[Tensor], i: int) -> List[Tensor]:
    p = 7 + 16 * i
    qkv = torch.cat([weights[p], weights[p + 2], weights[p + 4]], 0)  # 3H H
    qkv_bias = torch.cat([weights[p + 1], weights[p + 3], weights[p + 5]], 0)  # 3H
    return [qkv, qkv_bias] + torch.slice(weights, p + 6, p + 16)

  # Where each piece stands: [positions], then, if lengths differ, [mask], then, if the pieces come
  # unpadded, [pad, unpad].  positions N; mask B 1 1 T: 0 or -inf; pad BT: the row of each place
  # (0 for padding); unpad N: the place of each row. Made where the lengths are, in the processor's
  # memory, so that no number has to be read back from a GPU; then brought to where the pieces are.
  def layout(self, pieces: Tensor, lengths: Tensor, B: int, T: int) -> List[Tensor]:
    N = torch.size(pieces, 0)
    places = torch.arange(T, dtype=4, device=ops.prim.device(lengths))  # T
    if N == B * T:
      layout = [torch.repeat(places, [B])]
    else:
      layout = annotate(List[Tensor], [])
    real = torch.unsqueeze(places, 0) < torch.unsqueeze(lengths, 1)  # B T
    if int(torch.sum(lengths)) != B * T:
      mask = torch.masked_fill(torch.zeros([B, 1, 1, T], device=ops.prim.device(lengths)), torch.view(torch.logical_not(real), [B, 1, 1, T]), -inf)
      if N == B * T:
        layout = layout + [mask]
      else:
        where = torch.nonzero(real)  # N 2
        row = torch.select(where, 1, 0)
        position = torch.select(where, 1, 1)
        pad = torch.clamp(torch.cumsum(torch.view(real, [-1]), 0) - 1, min=0)  # BT
        layout = [position, mask, pad, row * T + position]
    return [torch.to(t, ops.prim.device(pieces)) for t in layout]

  # The longest sentence, or what the pieces were padded to.
  def width(self, pieces: Tensor, lengths: Tensor) -> int:
    B = torch.size(lengths, 0)
    N = torch.size(pieces, 0)
    if int(torch.sum(lengths)) == N:
      T = int(torch.max(lengths))
    else:
      T = N // B
    return T

  # The weights in the form and type that the linear layers compute with: first those of the
  # embedding mapping, then those of every inner layer of every group.
  def compute_weights(self, weights: List[Tensor]) -> List[List[Tensor]]:
    compute = [[self.matrix(weights[5]), self.bias(weights[5], weights[6])]]
    for i in range(self.group_count * self.inner_count):
      w = self.layer_weights(weights, i)
      c = annotate(List[Tensor], [])
      for j in range(len(w)):
        if torch.dim(w[j]) == 2:
          c = c + [self.matrix(w[j]), self.bias(w[j], w[j + 1])]
        elif j % 6 > 3:
          c = c + [torch.to(w[j], self.compute_type)]
      compute = compute + [c]
    return compute

  # With keep: embeddings after LayerNorm, then the hidden states before the first and after every
  # layer. Without: the last hidden states alone.
  def encode(self, weights: List[Tensor], compute: List[List[Tensor]], pieces: Tensor, lengths: Tensor, keep: bool) -> List[Tensor]:
    B = torch.size(lengths, 0)
    T = self.width(pieces, lengths)
    layout = self.layout(pieces, lengths, B, T)
    e = self.drop(self.embed(weights, pieces, layout[0]), self.hidden_dropout)  # N E
    x = torch.to(self.linear(torch.to(e, self.compute_type), compute[0][0], compute[0][1], 0), self.compute_type)  # N H
    states = [e, x]
    for i in range(self.layer_count):
      group = i * self.group_count // self.layer_count
      for inner in range(self.inner_count):
        site = 1 + 4 * (i * self.inner_count + inner)
        x = self.layer(x, compute[1 + group * self.inner_count + inner], site, layout, B, T)
      if keep:
        states = states + [x]
    if not keep:
      states = [x]
    return states
