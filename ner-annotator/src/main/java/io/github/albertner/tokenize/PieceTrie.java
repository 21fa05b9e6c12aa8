package io.github.albertner.tokenize;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The names of pieces, char by char: all pieces that begin a text are found in one walk over it.
 *
 * <p>A hash table of edges in two flat arrays. A node is the number of the slot that holds the edge
 * to it; so an edge needs no value, and a step is one look into the table. Twelve bytes a slot, at
 * most three slots for each char of all names. Immutable.
 */
final class PieceTrie {

  /** No such node, no such piece. */
  static final int NONE = -1;

  private static final long EMPTY = -1;

  private final long[] edges; // node it leaves << 16 | char; EMPTY where there is none
  private final int[] pieces; // of the node that a slot is; NONE where no name ends
  private final int shift; // leaves as many bits of a product as slots have

  /** Odd and by chance, so that no file can choose names that collide. */
  private final long multiplier = new SplittableRandom().nextLong() | 1;

  /**
   * @param names by id; null where a piece is not to be found
   */
  PieceTrie(List<String> names) {
    long chars = names.stream().filter(name -> name != null).mapToLong(String::length).sum();
    edges = new long[Math.toIntExact(2 * Long.highestOneBit(chars + chars / 2 + 1))];
    pieces = new int[edges.length];
    shift = Long.numberOfLeadingZeros(edges.length) + 1;
    Arrays.fill(edges, EMPTY);
    Arrays.fill(pieces, NONE);
    for (int id = 0; id < names.size(); id++) {
      if (names.get(id) != null) {
        pieces[add(names.get(id))] = id;
      }
    }
  }

  private int add(String name) {
    int node = root();
    for (int i = 0; i < name.length(); i++) {
      int slot = slot(node, name.charAt(i));
      edges[slot] = edge(node, name.charAt(i));
      node = slot;
    }
    return node;
  }

  /** Returns the node where every text begins. */
  int root() {
    return edges.length;
  }

  /** Returns the node that a char leads to, {@link #NONE} if no name goes on so. */
  int child(int node, char c) {
    int slot = slot(node, c);
    return edges[slot] == EMPTY ? NONE : slot;
  }

  /**
   * Returns the piece whose name ends at a node other than the root, {@link #NONE} if none does.
   */
  int piece(int node) {
    return pieces[node];
  }

  /** The slot of an edge, or the empty one where it would be. */
  private int slot(int node, char c) {
    long edge = edge(node, c);
    int mask = edges.length - 1;
    int slot = (int) ((edge * multiplier) >>> shift);
    while (edges[slot] != edge && edges[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long edge(int node, char c) {
    return (long) node << Character.SIZE | c;
  }
}
