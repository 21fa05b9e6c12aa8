  # A tagger in training: the loss of its head, classify.  W rows read, L labels.

  # From now on a row counts in the loss by its label: weights [L].
  def weigh_labels(self, weights: Tensor) -> Tensor:
    self.label_weights = torch.mul(weights, 1.)
    return torch.mul(weights, 1.)

  # The loss, whose gradients are added: the sum over rows of label weight * cross entropy. labels [W] are those of the rows that read [W] names.
  def accumulate(self, pieces: Tensor, lengths: Tensor, read: Tensor, labels: Tensor, scale: Tensor) -> Tensor:
    self.dropping = True
    weights = self.weights()
    x = torch.to(self.hidden(weights, pieces, lengths, read), 6)  # W H
    x = self.drop(x, self.classifier_dropout)
    self.dropping = False
    loss = torch.cross_entropy_loss(self.classify(weights, x), labels, self.label_weights, 2)
    return self.add_gradients(weights, loss, scale)

  # Logits without dropout, in the training weights: W L.
  def forward(self, pieces: Tensor, lengths: Tensor, read: Tensor) -> Tensor:
    weights = self.weights()
    return self.classify(weights, self.hidden(weights, pieces, lengths, read))
