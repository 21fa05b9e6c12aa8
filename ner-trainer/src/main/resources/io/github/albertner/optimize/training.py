  # Training, whatever the head: gradients, clipping and the AdamW update (Loshchilov and Hutter,
  # arXiv:1711.05101), all inside the script. Master weights, gradients and optimizer state are f32.
  # A head adds accumulate(pieces, lengths, read, targets, scale, ...), which calls add_gradients.

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

  # From now on the weights for which frozen [P] is not 0 stay as they are.
  def freeze(self, frozen: Tensor) -> Tensor:
    f = annotate(List[bool], [])
    for i in range(torch.size(frozen, 0)):
      f = f + [bool(torch.select(frozen, 0, i))]
    self.frozen = f
    return torch.mul(frozen, 1.)

  def learns(self, i: int) -> bool:
    frozen = self.frozen
    if torch.__isnot__(frozen, None):
      learns = torch.__not__(unchecked_cast(List[bool], frozen)[i])
    else:
      learns = True
    return learns

  # Those of a list in canonical order whose weights are not frozen.
  def learning(self, tensors: List[Tensor]) -> List[Tensor]:
    chosen = annotate(List[Tensor], [])
    for i in range(len(tensors)):
      if self.learns(i):
        chosen = chosen + [tensors[i]]
    return chosen

  # The last hidden states of the rows that read [W] names: W H.
  def hidden(self, weights: List[Tensor], pieces: Tensor, lengths: Tensor, read: Tensor) -> Tensor:
    states = self.encode(weights, self.compute_weights(weights), pieces, lengths, False)
    return torch.index_select(states[0], 0, read)

  # Adds scale * d(loss)/dw to the gradients; returns the loss.
  def add_gradients(self, weights: List[Tensor], loss: Tensor, scale: Tensor) -> Tensor:
    derivatives = torch.grad([torch.mul(loss, scale)], self.learning(weights), None, None, False, True)
    gradients = self.learning(unchecked_cast(List[Tensor], self.gradients))
    for i in range(len(gradients)):
      derivative = derivatives[i]
      if torch.__isnot__(derivative, None):
        torch.add_(gradients[i], unchecked_cast(Tensor, derivative))
    return torch.detach(loss)

  # Scales the gradients down to a global norm of at most max_norm, updates the weights that are not
  # frozen and clears the gradients. Returns the norm before scaling.
  def update(self, rate: Tensor, max_norm: Tensor, decay: Tensor) -> Tensor:
    gradients = self.learning(unchecked_cast(List[Tensor], self.gradients))
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
      if decayed[i] == decaying and self.learns(i):
        w = w + [torch.detach(weights[i])]
        g = g + [unchecked_cast(List[Tensor], self.gradients)[i]]
        m = m + [unchecked_cast(List[Tensor], self.first_moments)[i]]
        v = v + [unchecked_cast(List[Tensor], self.second_moments)[i]]
        s = s + [unchecked_cast(List[Tensor], self.steps)[i]]
    torch._foreach_add_(s, 1)
    torch._fused_adamw_(w, g, m, v, annotate(List[Tensor], []), s, lr=rate, beta1=0.9, beta2=0.999, weight_decay=decay, eps=1e-8, amsgrad=False, maximize=False)
    return len(w)

  # Replaces weights, first and second moments, each as one row of all their values in canonical
  # order, and the step counts [P].
  def restore(self, w: Tensor, m: Tensor, v: Tensor, s: Tensor) -> Tensor:
    weights = self.weights()
    begin = 0
    for i in range(len(weights)):
      size = torch.numel(weights[i])
      weight = torch.detach(weights[i])
      torch.copy_(weight, torch.view_as(torch.narrow(w, 0, begin, size), weight))
      torch.copy_(unchecked_cast(List[Tensor], self.first_moments)[i], torch.view_as(torch.narrow(m, 0, begin, size), weight))
      torch.copy_(unchecked_cast(List[Tensor], self.second_moments)[i], torch.view_as(torch.narrow(v, 0, begin, size), weight))
      torch.copy_(unchecked_cast(List[Tensor], self.steps)[i], torch.select(s, 0, i))
      begin = begin + size
    return torch.mul(s, 1.)

  # Copies of the optimizer's state, in canonical order.
  def read_first_moments(self, unused: Tensor) -> List[Tensor]:
    return [torch.clone(t) for t in unchecked_cast(List[Tensor], self.first_moments)]

  def read_second_moments(self, unused: Tensor) -> List[Tensor]:
    return [torch.clone(t) for t in unchecked_cast(List[Tensor], self.second_moments)]

  def read_steps(self, unused: Tensor) -> List[Tensor]:
    return [torch.stack(unchecked_cast(List[Tensor], self.steps))]

  # The gradients as accumulated, in canonical order.
  def read_gradients(self, unused: Tensor) -> List[Tensor]:
    return unchecked_cast(List[Tensor], self.gradients)

  # Copies of the weights, in canonical order.
  def read_weights(self, unused: Tensor) -> List[Tensor]:
    return [torch.clone(torch.detach(w)) for w in self.weights()]
