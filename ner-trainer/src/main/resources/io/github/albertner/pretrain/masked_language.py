  # The masked-language head, as in Hugging Face's AlbertForMaskedLM: hidden states back to embedding
  # size, an activation, LayerNorm, and a decoder whose matrix is that of the word embeddings.
  # W rows, H hidden, E embedding, V pieces of the vocabulary.

  # The number of layers from here on; all share their parameters.
  def set_layers(self, layers: Tensor) -> Tensor:
    self.layer_count = int(layers)
    return torch.mul(layers, 1.)

  # x W H -> logits W V, in f32. Sites are of no account here: no kernel of 8-bit integers learns.
  def predict(self, weights: List[Tensor], x: Tensor) -> Tensor:
    e = self.linear_activate(x, self.matrix(weights[-5]), self.bias(weights[-5], weights[-4]), 0)
    e = torch.to(e, 6)  # W E
    e = torch.layer_norm(e, [torch.size(e, 1)], weights[-3], weights[-2], self.epsilon)
    words = weights[0]  # V E
    logits = self.linear(torch.to(e, self.compute_type), self.matrix(words), self.bias(words, weights[-1]), 0)
    return torch.to(logits, 6)

  # Logits without dropout, in the training weights: W V.
  def forward(self, pieces: Tensor, lengths: Tensor, read: Tensor) -> Tensor:
    weights = self.weights()
    return self.predict(weights, self.hidden(weights, pieces, lengths, read))

  # The loss, whose gradients are added: the sum over rows of cross entropy with targets [W], the
  # pieces that stood in the rows that read [W] names.
  def accumulate(self, pieces: Tensor, lengths: Tensor, read: Tensor, targets: Tensor, scale: Tensor) -> Tensor:
    self.dropping = True
    weights = self.weights()
    x = self.hidden(weights, pieces, lengths, read)  # W H
    self.dropping = False
    loss = torch.cross_entropy_loss(self.predict(weights, x), targets, None, 2)
    return self.add_gradients(weights, loss, scale)

  # Of the rows read, without dropout: the sum of their losses, and how many are right.
  def judge(self, pieces: Tensor, lengths: Tensor, read: Tensor, targets: Tensor) -> Tensor:
    logits = self.forward(pieces, lengths, read)
    right = torch.sum(torch.to(torch.argmax(logits, 1) == targets, 6))
    loss = torch.cross_entropy_loss(logits, targets, None, 2)
    return torch.stack([loss, right])
