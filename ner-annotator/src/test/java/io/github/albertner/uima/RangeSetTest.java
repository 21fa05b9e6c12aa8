package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.albertner.text.CharRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RangeSetTest {
  @Provide
  Arbitrary<CharRange> ranges() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 30), Arbitraries.integers().between(0, 10))
        .as((begin, length) -> new CharRange(begin, begin + length));
  }

  private static BitSet bits(List<CharRange> ranges) {
    BitSet bits = new BitSet();
    ranges.forEach(range -> bits.set(range.begin(), range.end()));
    return bits;
  }

  @Property
  void cuttingLeavesTheOtherCharactersInOrder(
      @ForAll List<@From("ranges") CharRange> cut, @ForAll("ranges") CharRange range) {
    BitSet expected = bits(List.of(range));
    expected.andNot(bits(cut));
    List<CharRange> left = new RangeSet(cut).cutFrom(range);
    assertEquals(expected, bits(left));
    for (int i = 0; i < left.size(); i++) {
      assertEquals(true, left.get(i).begin() < left.get(i).end(), "empty part");
      assertEquals(true, i == 0 || left.get(i - 1).end() <= left.get(i).begin(), "order");
    }
  }

  @Property
  void overlappingIsHavingACharacterInCommon(
      @ForAll List<@From("ranges") CharRange> parts, @ForAll("ranges") CharRange range) {
    boolean common = bits(parts).intersects(bits(List.of(range)));
    if (range.begin() < range.end()) {
      assertEquals(common, new RangeSet(parts).overlaps(range));
    }
  }

  @Test
  void rangesThatTouchStayApartAndThoseThatOverlapDoNot() {
    List<CharRange> parts = new ArrayList<>();
    parts.add(new CharRange(10, 20));
    parts.add(new CharRange(0, 10));
    parts.add(new CharRange(15, 25));
    parts.add(new CharRange(30, 30));
    RangeSet set = new RangeSet(parts);
    assertEquals(List.of(new CharRange(0, 10), new CharRange(10, 25)), set.parts());
    assertEquals(true, set.contains(new CharRange(12, 25)));
    assertEquals(false, set.contains(new CharRange(8, 12)));
    assertEquals(false, set.contains(new CharRange(24, 26)));
  }
}
