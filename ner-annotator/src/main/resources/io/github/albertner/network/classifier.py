  # The tagger's head, as in Hugging Face's AlbertForTokenClassification: one linear layer. Its two
  # parameters are the last ones.  W rows, H hidden, L labels.

  def classify(self, weights: List[Tensor], x: Tensor) -> Tensor:
    return torch.linear(torch.to(x, 6), weights[-2], weights[-1])  # W L
