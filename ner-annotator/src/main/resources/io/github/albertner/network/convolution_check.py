  # Relative errors [3] of a convolution of x [N K] by w [O K] and of its gradients by both, where g [N O]
  # is the gradient of the outcome.
  def convolution_errors(self, x: Tensor, w: Tensor, g: Tensor) -> Tensor:
    x = torch.requires_grad_(torch.detach(x))
    w = torch.requires_grad_(torch.detach(w))
    y = self.convolve(x, w, torch.zeros([torch.size(w, 0)]))
    gradients = torch.grad([torch.sum(torch.mul(y, g))], [x, w], None, None, False, False)
    x = torch.detach(x)
    w = torch.detach(w)
    errors = [self.relative_error(torch.detach(y), torch.linear(x, w)), self.relative_error(unchecked_cast(Tensor, gradients[0]), torch.matmul(g, w)), self.relative_error(unchecked_cast(Tensor, gradients[1]), torch.matmul(torch.t(g), x))]
    return torch.stack(errors)

  def relative_error(self, found: Tensor, exact: Tensor) -> Tensor:
    return torch.div(torch.norm(found - exact), torch.norm(exact))
