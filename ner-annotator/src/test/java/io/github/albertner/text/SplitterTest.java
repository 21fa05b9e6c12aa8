package io.github.albertner.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.testing.Texts;
import io.github.albertner.tokenize.VisibleText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules make of English text. */
class SplitterTest {

  private static final Splitter ENGLISH = Splitter.english();

  private static List<String> sentences(String text) {
    return ENGLISH.sentences(text).stream().map(sentence -> sentence.of(text)).toList();
  }

  private static String tokens(String text) {
    return ENGLISH.words(text).stream().flatMap(List::stream).collect(Collectors.joining(" "));
  }

  /** A sentence ends at each bar, which stands for a space. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // initials and titles
        "John R. Whitfield met J. K. Rowling in St. Louis.|Mrs. Dalloway left.",
        "Dr. Susan M. Lee joined.|Gen. Lee did not.",
        "ARGUMENT OF GEN. ELIZABETH B. PRELOGAR",
        "The book is by J. R. R. Tolkien.|It sold well.",
        "Robert F. Kennedy spoke in Boston.|Ursula K. Le Guin listened.",
        "He took vitamin C.|The doctor agreed.",
        "Franklin D. Roosevelt died.|A. A. Milne wrote.",
        // times and numbers
        "It starts at 5 p.m. on Monday.|It ends at 9 p.m.|He stays.",
        "No. 5 is alive, see Fig. 3 and pp. 4 to 7.|He said no.|Paris agreed.",
        "She was born on Jan. 5 in Paris.",
        "It costs 3.50 dollars.|25 people came.",
        // abbreviations before a capital
        "Apple Inc. Chief Tim Cook spoke.|He works for Apple Inc.|He likes it.",
        "The U.S. Army moved.|They live in the U.S.|They work.",
        "He holds a Ph.D. in physics.",
        "He lives on Main St.|The shop is near.",
        "It was approx. five miles, i.e. Paris to Rome etc.|The rest is silence.",
        // quotation marks, brackets, references
        "\u201cStop!\u201d he said.|\u201cWe go.\u201d|She stayed.",
        "\"Stop.\"|He went on.",
        "(He left.)|Then she came.",
        "He was born in Rome. [3] [citation needed]|He died there.",
        // marks
        "Who?|He!|Wait...|He left.",
        "See www.example.com.It was there.",
        // small letters
        "tim cook left.|he went to paris, u.s. citizens and dr. lee did not.|why?|no idea... none.",
        // numbers of sections
        "1. Introduction",
        "2.1. Related work"
      })
  void sentencesEndWhereReadersSee(String marked) {
    assertEquals(Arrays.asList(marked.split("\\|")), sentences(marked.replace('|', ' ')));
  }

  @Test
  void aSpaceMayLackBehindAPeriod() {
    assertEquals(
        List.of("He came to Paris.", "The next day he left."),
        sentences("He came to Paris.The next day he left."));
    assertEquals(
        List.of("It runs on Node.Js and version 3.Four"),
        sentences("It runs on Node.Js and version 3.Four"));
  }

  /** A sentence ends at each bar; a line at each slash or bar. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // wrapped lines
        "Later Angela/Merkel and Barack/Obama met Tim/Cook in San/Francisco.",
        "opened by Maria/Duarte of the World Health Organization, who thanked/the city",
        "the newspaper of/The Hague",
        "MARIA/DUARTE SPOKE",
        // lists
        "We met:|\u2022 Tim Cook|\u2022 Angela Merkel",
        "- Apple|- Google/of Mountain View|- Amazon",
        "1. Paris|2. Berlin|3. Rome",
        "in the year/1999. He left",
        // headlines
        "Apple opens office in London|The company said on Monday/that it would grow.",
        "PRESIDENT VISITS PARIS|Emmanuel Macron met her."
      })
  void someLineBreaksEndSentences(String marked) {
    List<String> expected =
        Arrays.stream(marked.split("\\|")).map(s -> s.replace('/', '\n')).toList();
    if (marked.startsWith("in the year")) {
      expected = List.of("in the year\n1999.", "He left");
    }
    for (String lineBreak : List.of("\n", "\r\n", "\r", "\u0085", "\u2028")) {
      String text = marked.replace("/", lineBreak).replace("|", lineBreak);
      List<String> found = sentences(text).stream().map(s -> s.replace(lineBreak, "\n")).toList();
      assertEquals(expected, found, "line break " + (int) lineBreak.charAt(0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\u0085\u0085", "\u2029", "\n\r\n"})
  void aBlankLineEndsASentence(String blankLine) {
    assertEquals(List.of("Los", "Angeles"), sentences("Los" + blankLine + "Angeles"));
  }

  @Test
  void linesThatAreTooLongToHaveBeenWrappedAreParagraphs() {
    String line = "Angela Merkel " + "went to the market and ".repeat(6) + "back";
    assertEquals(List.of(line, "Barack Obama"), sentences(line + "\nBarack Obama"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "I don't know.|I do n't know .",
        "I can’t, she WON'T, we cannot|I ca n’t , she WO N'T , we can not",
        "Paris's, Toyota’s, they've; I'm|Paris 's , Toyota ’s , they 've ; I 'm",
        "Merkel\u02bcs, don\u02bct; O\u02bcNeill|Merkel \u02bcs , do n\u02bct ; O\u02bcNeill",
        "the Nations' envoy|the Nations ' envoy",
        "O'Neill, d’Alembert and L'Enfant at 5 o'clock|O'Neill , d’Alembert and L'Enfant at 5 o'clock",
        "The U.S. and the U.N. met|The U.S. and the U.N. met",
        "J. Smith and J.R.R. Tolkien|J. Smith and J.R.R. Tolkien",
        "1,000.50 at 10:30 on 1/2/2003.|1,000.50 at 10:30 on 1/2/2003 .",
        "Smith-based teams met U.S.-backed forces|Smith - based teams met U.S. - backed forces",
        "the non-avian and pro-Beijing ex-president|the non-avian and pro-Beijing ex-president",
        "Bailey-Ross, a Bose-Einstein well-known Jean-Luc-like one|Bailey-Ross , a Bose-Einstein well - known Jean-Luc - like one",
        "(AT&T), x -|( AT&T ) , x -",
        "wait... no -- so—there!!|wait ... no -- so — there !!",
        "$5 50% €500m \"quoted\" “x”|$ 5 50 % € 500m \" quoted \" “ x ”",
        "Google/Facebook|Google / Facebook",
        "e.g.Paris,Rome and Berlin(Germany) were|e.g. Paris , Rome and Berlin ( Germany ) were",
        "mail tim.cook@apple.com, see https://a.org/x?y=1&z=2.|mail tim.cook@apple.com , see https://a.org/x?y=1&z=2 .",
        "www.apple.com/uk and bbc.co.uk too|www.apple.com/uk and bbc.co.uk too",
        "@TimCook likes #Paris2024 :-)|@TimCook likes #Paris2024 :-)",
        "naïve Ægir Ελλάδα x² ½|naïve Ægir Ελλάδα x² ½",
        "a\u00a0b\u2003c\u3000d|a b c d",
        "蒂姆 Cook在巴黎。|蒂 姆 Cook 在 巴 黎 。",
        "vitamin C.|vitamin C .",
        "Mr.Smith of Apple Inc. left|Mr. Smith of Apple Inc. left",
        "&quot;Tim Cook&quot; in Paris&nbsp;now|&quot; Tim Cook &quot; in Paris &nbsp; now",
        "Tim Cook&rsquo;s AT&amp;T and AT&T; Marks&Spencer|Tim Cook &rsquo; s AT&amp;T and AT&T ; Marks&Spencer",
      })
  void tokensAreThoseOfNamedEntityCorpora(String text, String words) {
    assertEquals(words, tokens(text));
  }

  /** What readers do not see is no border, and no part of a token's edge. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ad", "\u200b", "\u2060", "\ufeff", "\u0000", "\u0007", "\ud83d", "\u200e", "\u200d",
        "\u034f", "\u3164", "\ufe0f"
      })
  void invisibleCharactersAreNotSeen(String invisible) {
    String text = invisible + "Mic" + invisible + "rosoft" + invisible + " left" + invisible + ".";
    List<CharRange> tokens = ENGLISH.tokens(text, new CharRange(0, text.length()));
    int length = invisible.length();
    int end = "Microsoft".length() + 2 * length;
    assertEquals(new CharRange(length, end), tokens.get(0));
    assertEquals(3, tokens.size());
    assertEquals(".", tokens.get(2).of(text));
    assertEquals(1, sentences(text).size());
  }

  @Test
  void joinersStayWhereTheyJoin() {
    String emoji = "\uD83D\uDC69\u200D\uD83D\uDE80";
    assertEquals(emoji, tokens(emoji));
    String persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";
    assertEquals(persian, tokens(persian));
  }

  @Test
  void aLongRunIsOneToken() {
    String base64 = "aGVsbG8gd29ybGQ+/9=".repeat(40);
    assertEquals(
        "The photo " + base64 + " was sent .", tokens("The photo " + base64 + " was sent."));
  }

  @Test
  void otherLanguagesHaveTheirOwnRules() throws Exception {
    assertEquals(
        "Er kam am 3. Mai .", words(Splitter.of("de", SplitterKind.RULES), "Er kam am 3. Mai."));
    assertEquals(
        "L' homme d' État", words(Splitter.of("fr", SplitterKind.RULES), "L'homme d'État"));
    assertEquals("don't", words(Splitter.of("sv", SplitterKind.RULES), "don't"));
  }

  /** OpenNLP's language detector says {@code deu}, and hosts hand on what users wrote. */
  @ParameterizedTest
  @CsvSource({
    "en, do n't d'A 3 .|Mai",
    "EN_us, do n't d'A 3 .|Mai",
    "eng, do n't d'A 3 .|Mai",
    "English, do n't d'A 3 .|Mai",
    "x-unspecified, do n't d'A 3 .|Mai",
    "und, do n't d'A 3 .|Mai",
    "de, don't d'A 3. Mai",
    "deu, don't d'A 3. Mai",
    "ger-AT, don't d'A 3. Mai",
    "fra, don' t d' A 3 .|Mai",
    "fre, don' t d' A 3 .|Mai",
    "ceb, don't d'A 3 .|Mai"
  })
  void aLanguageHasOneSetOfRulesHoweverItIsCalled(String tag, String words) throws Exception {
    assertEquals(words, words(Splitter.of(tag, SplitterKind.RULES), "don't d'A 3. Mai"));
  }

  private static String words(Splitter splitter, String text) {
    return splitter.words(text).stream()
        .map(s -> String.join(" ", s))
        .collect(Collectors.joining("|"));
  }

  @Provide
  Arbitrary<String> texts() {
    return Texts.any();
  }

  @Property
  void allThatReadersSeeIsInATokenAndRangesAreInOrder(@ForAll("texts") String text) {
    StringBuilder seen = new StringBuilder();
    int free = 0;
    for (SentenceRange sentence : ENGLISH.split(text)) {
      assertTrue(sentence.characters().begin() >= free);
      free = sentence.characters().end();
      sentence.tokens().forEach(token -> seen.append(token.of(text)));
    }
    assertEquals(visible(text), visible(seen.toString()));
  }

  private static String visible(String text) {
    return VisibleText.of(text)
        .replaceAll("[\\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]", "");
  }

  @Property
  void sentencesAndTokensAreTheSameTogetherAndApart(@ForAll("texts") String text) {
    List<SentenceRange> apart = new ArrayList<>();
    for (CharRange sentence : ENGLISH.sentences(text)) {
      apart.add(new SentenceRange(sentence, ENGLISH.tokens(text, sentence)));
    }
    assertEquals(apart, ENGLISH.split(text));
  }

  /** Time grows with the length, and the stack does not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-",
        "a.",
        "1,",
        "a",
        "n't",
        "-",
        "'s",
        "a&b-",
        "a. ",
        "x@",
        "A.",
        "[1] ",
        "a_",
        ".",
        "a/",
        "\u4e2d",
        "(",
        "w\n",
        "\u200d",
        "\u0645\u200c",
        "\u00c9-",
        "\ud83d\udc4d\ud83d\udc4d\u200d"
      })
  void longRunsNeitherOverflowTheStackNorTakeLong(String part) {
    String run = part.repeat(200_000);
    assertTimeout(
        Duration.ofSeconds(20), () -> assertEquals(visible(run), visible(tokens(run))), part);
  }
}
