/**
 * Words to SentencePiece pieces, and back from each piece to its word.
 *
 * <p>A tagger works on words its caller has already split, so the unit here is the word: {@link
 * io.github.albertner.tokenize.SubwordTokenizer} encodes every word alone, exactly as SentencePiece
 * would encode a text of just that word, and {@link io.github.albertner.tokenize.Encoding} says for
 * every piece which word it came from. Nothing is guessed from spaces or offsets afterwards.
 *
 * <p>The road of one word:
 *
 * <pre>
 *   "Z&uuml;rich"  -&gt; sanitised (lone surrogates)    UnicodeText
 *             -&gt; ALBERT's preprocessing          TextNormalizer   "zurich"
 *             -&gt; SentencePiece's character map   CharacterMap     "zurich"
 *             -&gt; spaces escaped, word mark       TextNormalizer   "▁zurich"
 *             -&gt; best path over the unigrams     UnigramModel     [10570]
 * </pre>
 *
 * <p>A vocabulary comes as a {@code tokenizer.json} or as a {@code spiece.model}; the latter is
 * turned into a {@code tokenizer.json} of the layout that Hugging Face publishes for ALBERT, so
 * that there is one way in. The JSON is kept as it came, for packages and for export, and is read
 * with three deliberate differences from Hugging Face's own reader:
 *
 * <ul>
 *   <li>Control pieces never come from text. Entries of {@code added_tokens} are not looked for in
 *       text, and special ones are left out when pieces are looked for.
 *   <li>Normalisation follows SentencePiece. Hugging Face's library applies SentencePiece's
 *       character map by grapheme cluster and takes the shortest match, where SentencePiece takes
 *       the longest match at each character; and it strips all marks where ALBERT strips those of a
 *       non-zero combining class.
 *   <li>The post-processor is not used: {@code [CLS]} and {@code [SEP]} are added once per window,
 *       not per word.
 * </ul>
 *
 * <p>Traps: a word may yield no piece (an empty word, a zero-width space); {@link
 * io.github.albertner.tokenize.SubwordTokenizer#pieces} then gives an empty array, but in an {@link
 * io.github.albertner.tokenize.Encoding} such a word has one unknown piece, so that each word has a
 * tag. A word may also contain spaces; it stays one word.
 */
package io.github.albertner.tokenize;
