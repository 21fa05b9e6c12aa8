package io.github.albertner.inference;

import io.github.albertner.network.PieceBatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs the network for any number of threads, joining calls that wait at the same time into one
 * batch. Thread-safe.
 *
 * <p>No thread of its own outlives a call. A caller that finds the network free runs its batch at
 * once; callers that find it busy wait, and the first of them then runs the batches of several. As
 * many batches run at the same time as there are processor threads to use; a caller on its own has
 * them all.
 *
 * <p>Callers whose answers went out a moment ago usually come back with their next sentence. The
 * caller that runs next waits for them, never longer than the limit, and never if nobody is
 * expected: a thread that calls alone waits for nothing.
 *
 * <p>A batch that fails is run again call by call, so that a failure reaches the call that caused
 * it and no other.
 */
public final class CallCombiner implements BatchRunner {

  /** A network. */
  @FunctionalInterface
  public interface Network {
    /**
     * Runs one batch.
     *
     * @param threads processor threads to use
     * @return the logits of the rows read, W x L
     */
    float[] run(PieceBatch batch, int threads);
  }

  private static final class Call {
    private final PieceBatch batch;
    private final int mostThreads;
    private final Condition changed;
    private boolean answered;
    private float[] logits;
    private Throwable failure;

    Call(PieceBatch batch, int mostThreads, Condition changed) {
      this.batch = batch;
      this.mostThreads = mostThreads;
      this.changed = changed;
    }
  }

  private final Network network;
  private final int threads;
  private final int maxPieces;
  private final long maxWaitNanos;

  private final Lock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<Call> waiting = new ArrayDeque<>();
  private int batchesRunning;
  private int callsRunning;

  /** Callers answered lately who have not come back; counts until {@link #returningUntil}. */
  private int returning;

  private long returningUntil = System.nanoTime();

  /**
   * A combiner for a network.
   *
   * @param threads processor threads that all calls together may use, at least 1
   * @param maxPieces most pieces in a batch of several calls, padding of attention included
   * @param maxWaitNanos longest wait for callers that are expected back, 0 for none
   */
  public CallCombiner(Network network, int threads, int maxPieces, long maxWaitNanos) {
    this.network = network;
    this.threads = threads;
    this.maxPieces = maxPieces;
    this.maxWaitNanos = maxWaitNanos;
  }

  @Override
  public int atOnce() {
    return threads;
  }

  /**
   * Runs the batches of one caller: one alone with all threads, several beside each other, which
   * takes less time than one after the other.
   */
  @Override
  public List<float[]> runAll(List<PieceBatch> batches) {
    if (batches.size() == 1) {
      return List.of(apply(batches.get(0)));
    }
    int callers = Math.min(threads, batches.size());
    expect(1, callers);
    try {
      // Not more for the last ones, though others have ended: last digits depend on it.
      return SideBySide.map(batches, callers, batch -> apply(batch, threads / callers));
    } finally {
      expect(callers, 1);
    }
  }

  /** In place of some callers, who were expected, come others. */
  private void expect(int gone, int coming) {
    lock.lock();
    try {
      returning = Math.max(0, expected() - gone) + coming;
      returningUntil = System.nanoTime() + maxWaitNanos;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Runs one batch, maybe together with others.
   *
   * @return the logits of the rows read, W x L
   */
  float[] apply(PieceBatch batch) {
    return apply(batch, threads);
  }

  private float[] apply(PieceBatch batch, int mostThreads) {
    Call call = new Call(batch, mostThreads, lock.newCondition());
    lock.lock();
    try {
      returning = Math.max(0, expected() - 1);
      waiting.addLast(call);
      arrived.signal();
      while (!call.answered) {
        if (waiting.peekFirst() == call && batchesRunning < threads) {
          lead();
        } else {
          call.changed.awaitUninterruptibly();
        }
      }
    } finally {
      lock.unlock();
    }
    if (call.failure != null) {
      throw asUnchecked(call.failure);
    }
    return call.logits;
  }

  /** Returns the number of calls that are neither answered nor running. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Runs the first waiting call, which is the caller's own, and others; holds the lock around. */
  private void lead() {
    awaitShare();
    List<Call> calls = takeShare();
    int together = Math.min(threads, batchesRunning + 1 + waiting.size() + expected());
    int most = calls.stream().mapToInt(call -> call.mostThreads).max().orElse(threads);
    int threadsEach = Math.min(most, threads / together);
    batchesRunning++;
    callsRunning += calls.size();
    wakeFirst(); // for another batch beside this one
    lock.unlock();
    try {
      answer(calls, Math.max(1, threadsEach));
    } finally {
      lock.lock();
      batchesRunning--;
      callsRunning -= calls.size();
      returning = expected() + calls.size();
      returningUntil = System.nanoTime() + maxWaitNanos;
      for (Call call : calls) {
        call.answered = true;
        call.changed.signal();
      }
      wakeFirst();
    }
  }

  private void awaitShare() {
    long until = System.nanoTime() + maxWaitNanos;
    try {
      while (waiting.size() < share() && expected() > 0) {
        long nanos = Math.min(until, returningUntil) - System.nanoTime();
        if (nanos <= 0 || arrived.awaitNanos(nanos) <= 0) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // only the wait is cut short
    }
  }

  /** The calls that one batch should take so that all that may run together get as many. */
  private int share() {
    int all = waiting.size() + callsRunning + expected();
    return (all + threads - 1) / threads;
  }

  private int expected() {
    return returning > 0 && System.nanoTime() < returningUntil ? returning : 0;
  }

  private List<Call> takeShare() {
    int share = share();
    List<Call> taken = new ArrayList<>();
    int sentences = 0;
    int longest = 0;
    for (Iterator<Call> calls = waiting.iterator(); calls.hasNext() && taken.size() < share; ) {
      Call call = calls.next();
      int allSentences = sentences + call.batch.sentences();
      int allLongest = Math.max(longest, call.batch.longest());
      if (taken.isEmpty() || (long) allSentences * allLongest <= maxPieces) {
        taken.add(call);
        calls.remove();
        sentences = allSentences;
        longest = allLongest;
      }
    }
    return taken;
  }

  private void wakeFirst() {
    Call first = waiting.peekFirst();
    if (first != null && batchesRunning < threads) {
      first.changed.signal();
    }
  }

  private void answer(List<Call> calls, int threadsEach) {
    try {
      float[] logits =
          network.run(
              PieceBatch.join(calls.stream().map(call -> call.batch).toList()), threadsEach);
      distribute(logits, calls);
    } catch (RuntimeException | Error e) {
      if (calls.size() == 1) {
        calls.get(0).failure = e;
      } else {
        calls.forEach(call -> answer(List.of(call), threadsEach));
      }
    }
  }

  private static void distribute(float[] logits, List<Call> calls) {
    int rows = calls.stream().mapToInt(call -> call.batch.rows()).sum();
    int labels = rows == 0 ? 0 : logits.length / rows;
    int next = 0;
    for (Call call : calls) {
      float[] own = new float[call.batch.rows() * labels];
      System.arraycopy(logits, next, own, 0, own.length);
      next += own.length;
      call.logits = own;
    }
  }

  /** The failure as the thread that called should see it, with the trace of the one that ran. */
  private static RuntimeException asUnchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }
}
