package io.github.albertner.optimize;

/** How the learning rate goes on after warm-up. */
public enum Schedule {
  /** Falls in a straight line to 0, as in BERT's fine-tuning (arXiv:1810.04805, appendix A.2). */
  LINEAR,
  /** Falls to 0 along half a cosine (Loshchilov and Hutter, arXiv:1608.03983, without restarts). */
  COSINE,
  /** Stays. */
  CONSTANT,
  /** Falls to 0 as a power of the share of updates that is left. */
  POLYNOMIAL
}
