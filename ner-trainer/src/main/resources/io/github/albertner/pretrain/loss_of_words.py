
  # What is learned where hidden words are all there is to guess.

  # The loss, whose gradients are added: the sum over rows of cross entropy with targets [W], the
  # pieces that stood in the rows that read [W] names. The last argument is of no account.
  def accumulate(self, pieces: Tensor, lengths: Tensor, read: Tensor, targets: Tensor, scale: Tensor, order_weight: Tensor) -> Tensor:
    self.dropping = True
    weights = self.weights()
    x = self.hidden(weights, pieces, lengths, read)  # W H
    self.dropping = False
    loss = torch.cross_entropy_loss(self.predict(weights, x), targets, None, 2)
    return self.add_gradients(weights, loss, scale)

  # Of the rows read, without dropout: the sum of their losses, and how many are right; then 0.
  def judge(self, pieces: Tensor, lengths: Tensor, read: Tensor, targets: Tensor) -> Tensor:
    logits = self.forward(pieces, lengths, read)
    right = torch.sum(torch.to(torch.argmax(logits, 1) == targets, 6))
    loss = torch.cross_entropy_loss(logits, targets, None, 2)
    return torch.stack([loss, right, torch.mul(right, 0.)])
