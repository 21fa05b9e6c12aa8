
  # What is learned where windows have two segments as well, whose order is to be guessed (Lan et al.,
  # arXiv:1909.11942, section 3.1). A piece of a second segment comes as its id + V, and a row read
  # whose target is V or V + 1 is a [CLS] that is to tell 0, in order, or 1, swapped.

  # The weights with embeddings for the pieces of second segments: those of the pieces, moved by what
  # sets the second type of segments apart from the first, which every piece is given.
  def segmented(self, weights: List[Tensor]) -> List[Tensor]:
    words = weights[0]  # V E
    types = weights[2]  # 2 E
    return [torch.cat([words, words + (types[1] - types[0])], 0)] + torch.slice(weights, 1)

  # Of rows with targets [W]: the indices of those that something else than a piece is to be told of.
  def order_rows(self, weights: List[Tensor], targets: Tensor, orders: bool) -> Tensor:
    return torch.select(torch.nonzero((targets >= torch.size(weights[0], 0)) == orders), 1, 0)

  # x B H, hidden states of [CLS] -> logits B 2, in f32. Hugging Face's pooler and sop_classifier.
  def tell_order(self, weights: List[Tensor], x: Tensor) -> Tensor:
    pooled = torch.tanh(self.linear(x, self.matrix(weights[-9]), self.bias(weights[-9], weights[-8]), 0))  # B H
    logits = self.linear(torch.to(pooled, self.compute_type), self.matrix(weights[-7]), self.bias(weights[-7], weights[-6]), 0)
    return torch.to(logits, 6)

  # [logits of pieces, their targets, logits of orders, their targets].
  def guess(self, pieces: Tensor, lengths: Tensor, read: Tensor, targets: Tensor) -> List[Tensor]:
    weights = self.weights()
    x = self.hidden(self.segmented(weights), pieces, lengths, read)  # W H
    words = self.order_rows(weights, targets, False)
    orders = self.order_rows(weights, targets, True)
    logits = self.predict(weights, torch.index_select(x, 0, words))
    order_logits = self.tell_order(weights, torch.index_select(x, 0, orders))
    order_targets = torch.index_select(targets, 0, orders) - torch.size(weights[0], 0)
    return [logits, torch.index_select(targets, 0, words), order_logits, order_targets]

  # The loss, whose gradients are added: the sum over the rows of pieces of their cross entropy, and
  # order_weight times that over the rows of orders.
  def accumulate(self, pieces: Tensor, lengths: Tensor, read: Tensor, targets: Tensor, scale: Tensor, order_weight: Tensor) -> Tensor:
    self.dropping = True
    guess = self.guess(pieces, lengths, read, targets)
    self.dropping = False
    loss = torch.cross_entropy_loss(guess[0], guess[1], None, 2)
    order_loss = torch.cross_entropy_loss(guess[2], guess[3], None, 2)
    return self.add_gradients(self.weights(), loss + torch.mul(order_loss, order_weight), scale)

  # Without dropout: of the rows of pieces the sum of their losses, and how many are right; of the rows
  # of orders how many are right.
  def judge(self, pieces: Tensor, lengths: Tensor, read: Tensor, targets: Tensor) -> Tensor:
    guess = self.guess(pieces, lengths, read, targets)
    loss = torch.cross_entropy_loss(guess[0], guess[1], None, 2)
    right = torch.sum(torch.to(torch.argmax(guess[0], 1) == guess[1], 6))
    orders_right = torch.sum(torch.to(torch.argmax(guess[2], 1) == guess[3], 6))
    return torch.stack([loss, right, orders_right])
