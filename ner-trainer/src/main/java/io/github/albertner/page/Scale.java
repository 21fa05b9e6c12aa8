package io.github.albertner.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** An axis fitted to data: from values to shares of its length, and where its marks stand. */
final class Scale {
  private static final int MOST_MARKS = 6;

  private final boolean logarithmic;
  private final double low;
  private final double high;
  private final List<Double> marks;

  private Scale(boolean logarithmic, double low, double high, List<Double> marks) {
    this.logarithmic = logarithmic;
    this.low = low;
    this.high = high;
    this.marks = List.copyOf(marks);
  }

  /** Fits an axis to values, all of which it can show; there may be none. It ends on marks. */
  static Scale rounded(Axis axis, double... values) {
    return of(axis, false, values);
  }

  /** Fits an axis to values; it ends where they do. */
  static Scale tight(Axis axis, double... values) {
    return of(axis, true, values);
  }

  private static Scale of(Axis axis, boolean tight, double... values) {
    double low = axis.low().orElse(Double.POSITIVE_INFINITY);
    double high = axis.high().orElse(Double.NEGATIVE_INFINITY);
    low = Math.min(low, DoubleStream.of(values).min().orElse(low));
    high = Math.max(high, DoubleStream.of(values).max().orElse(high));
    boolean begins = Double.isFinite(low);
    boolean ends = Double.isFinite(high);
    if (!begins && !ends) {
      low = axis.logarithmic() ? 1 : 0;
    } else if (!begins) {
      low = high;
    }
    high = ends ? Math.max(low, high) : low;
    Scale scale = axis.logarithmic() ? logarithmic(low, high) : linear(axis, low, high);
    return tight && low < high ? scale.between(low, high) : scale;
  }

  private Scale between(double begin, double end) {
    return new Scale(
        logarithmic,
        begin,
        end,
        marks.stream().filter(mark -> mark >= begin && mark <= end).toList());
  }

  /** Whether an axis can show a value. */
  static boolean shows(Axis axis, double value) {
    return Double.isFinite(value) && (!axis.logarithmic() || value > 0);
  }

  private static Scale linear(Axis axis, double low, double high) {
    double span = high > low ? high - low : Math.max(Math.abs(high), 1) / 10;
    double step = round(span / (MOST_MARKS - 1));
    if (axis.whole()) {
      step = Math.max(1, step);
    }
    long first = (long) Math.floor(low / step + 1e-9);
    long last = (long) Math.ceil(high / step - 1e-9);
    if (first == last) {
      last++;
    }
    List<Double> marks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      marks.add(i * step);
    }
    return new Scale(false, first * step, last * step, marks);
  }

  /** The least of 1, 2 and 5 times a power of ten that is not below a value. */
  private static double round(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= value * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static Scale logarithmic(double low, double high) {
    List<Double> marks = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(low) + 1e-9);
    int last = (int) Math.ceil(Math.log10(high) - 1e-9);
    for (int power = first; power <= last; power++) {
      for (int factor : last - first > 2 ? new int[] {1} : new int[] {1, 2, 5}) {
        marks.add(factor * Math.pow(10, power));
      }
    }
    double begin = marks.stream().filter(mark -> mark <= low * 1.001).max(Double::compare).get();
    double end =
        marks.stream()
            .filter(mark -> mark >= high * 0.999 && mark > begin)
            .findFirst()
            .orElse(begin * 10);
    List<Double> inside = marks.stream().filter(mark -> mark >= begin && mark <= end).toList();
    return new Scale(true, begin, end, inside);
  }

  /** Where marks stand, rising. */
  List<Double> marks() {
    return marks;
  }

  /** Where a value stands: 0 at the beginning, 1 at the end. */
  double share(double value) {
    return logarithmic
        ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
        : (value - low) / (high - low);
  }
}
