  # Training: loss, gradients, clipping and the AdamW update (Loshchilov and Hutter,
  # arXiv:1711.05101), all inside the script. Master weights, gradients and optimizer state are f32.

  # Makes gradients g, first moments m, second moments v and the step count of every weight.  Each
  # comes from an expression of its own: equal expressions would become one tensor.
  def begin(self, unused: Tensor) -> Tensor:
    g = annotate(List[Tensor], [])
    m = annotate(List[Tensor], [])
    v = annotate(List[Tensor], [])
    s = annotate(List[Tensor], [])
    for w in self.weights():
      g = g + [torch.zeros_like(torch.detach(w))]
      m = m + [torch.mul(torch.detach(w), 0.)]
      v = v + [torch.sub(torch.detach(w), torch.detach(w))]
      s = s + [torch.zeros([], device=ops.prim.device(w))]
    self.gradients = g
    self.first_moments = m
    self.second_moments = v
    self.steps = s
    return torch.mul(unused, 1.)

  # Adds scale * d(sum of cross entropies)/dw to the gradients; returns that sum. labels [W] are
  # those of the rows that read [W] names.
  def accumulate(self, pieces: Tensor, lengths: Tensor, read: Tensor, labels: Tensor, scale: Tensor) -> Tensor:
    self.dropping = True
    weights = self.weights()
    states = self.encode(weights, self.compute_weights(weights), pieces, lengths, False)
    x = torch.to(torch.index_select(states[0], 0, read), 6)  # W H
    x = self.drop(x, self.classifier_dropout)
    self.dropping = False
    loss = torch.cross_entropy_loss(self.classify(weights, x), labels, None, 2)
    derivatives = torch.grad([torch.mul(loss, scale)], weights, None, None, False, True)
    gradients = unchecked_cast(List[Tensor], self.gradients)
    for i in range(len(weights)):
      derivative = derivatives[i]
      if torch.__isnot__(derivative, None):
        torch.add_(gradients[i], unchecked_cast(Tensor, derivative))
    return torch.detach(loss)

  # Scales the gradients down to a global norm of at most max_norm, updates the weights and clears
  # the gradients. Returns the norm before scaling.
  def update(self, rate: Tensor, max_norm: Tensor, decay: Tensor) -> Tensor:
    weights = self.weights()
    gradients = unchecked_cast(List[Tensor], self.gradients)
    norm = torch.norm(torch.stack(torch._foreach_norm(gradients)))
    torch._foreach_mul_(gradients, torch.clamp(max_norm / (norm + 1e-6), max=1.))
    self.adamw(True, float(rate), float(decay))
    self.adamw(False, float(rate), 0.)
    torch._foreach_zero_(gradients)
    return norm

  # The update of the weights that decay, or of those that do not.
  def adamw(self, decaying: bool, rate: float, decay: float) -> int:
    weights = self.weights()
    decayed = self.decayed()
    w = annotate(List[Tensor], [])
    g = annotate(List[Tensor], [])
    m = annotate(List[Tensor], [])
    v = annotate(List[Tensor], [])
    s = annotate(List[Tensor], [])
    for i in range(len(weights)):
      if decayed[i] == decaying:
        w = w + [torch.detach(weights[i])]
        g = g + [unchecked_cast(List[Tensor], self.gradients)[i]]
        m = m + [unchecked_cast(List[Tensor], self.first_moments)[i]]
        v = v + [unchecked_cast(List[Tensor], self.second_moments)[i]]
        s = s + [unchecked_cast(List[Tensor], self.steps)[i]]
    torch._foreach_add_(s, 1)
    torch._fused_adamw_(w, g, m, v, annotate(List[Tensor], []), s, lr=rate, beta1=0.9, beta2=0.999, weight_decay=decay, eps=1e-8, amsgrad=False, maximize=False)
    return len(w)

  # Logits without dropout, in the training weights.
  def forward(self, pieces: Tensor, lengths: Tensor, read: Tensor) -> Tensor:
    weights = self.weights()
    states = self.encode(weights, self.compute_weights(weights), pieces, lengths, False)
    return self.classify(weights, torch.index_select(states[0], 0, read))

  # The gradients as accumulated, in canonical order.
  def read_gradients(self, unused: Tensor) -> List[Tensor]:
    return unchecked_cast(List[Tensor], self.gradients)

  # Copies of the weights, in canonical order.
  def read_weights(self, unused: Tensor) -> List[Tensor]:
    return [torch.clone(torch.detach(w)) for w in self.weights()]
