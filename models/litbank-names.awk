# Keeps of LitBank's mentions those that are names, and writes a word and its tag a line, for awk -v RS= .
#
# LitBank tags "Mr. Bennet" and "the old man" alike, nested, a level a column. A mention is a name here if, without what
# comes before the name itself (determiners, Mr., Mrs., ...), it begins and ends with a capitalised word and has no other small words than
# those within names: "Duke of York". Of nested names the longest stays.

BEGIN {
  FS = "\t"
  fill(before, "the a an this that these those my thy his her its our your their some any no every each both all such one mr mrs ms miss dr messrs monsieur madame m. mr. mrs. ms. dr. messrs.")
  fill(within, "of the and de la le du d' von van der den di da del ' 's ’s ’ & - . on in upon for")
}

function fill(set, words,   n, i, w) {
  n = split(words, w, " ")
  for (i = 1; i <= n; i++) set[w[i]]
}

function capitalised(word) { return word ~ /^[A-ZÀ-Þ]/ && word != "I" }

# Tags words first..last of the sentence if they are a name, and none of them is tagged yet.
function name(first, last, type,   i) {
  while (first <= last && (tolower(words[first]) in before || words[first] == ".")) first++
  while (first <= last && !capitalised(words[last]) && (tolower(words[last]) in within)) last--
  if (first > last || !capitalised(words[first]) || !capitalised(words[last])) return
  for (i = first; i <= last; i++)
    if (tags[i] != "O" || !capitalised(words[i]) && !(tolower(words[i]) in within)) return
  for (i = first; i <= last; i++) tags[i] = (i == first ? "B-" : "I-") type
}

{
  count = split($0, lines, "\n")
  columns = 0
  for (i = 1; i <= count; i++) {
    n = split(lines[i], cell, "\t")
    words[i] = cell[1]
    tags[i] = "O"
    for (c = 2; c <= n; c++) cells[i, c] = cell[c]
    if (n > columns) columns = n
  }
  # The longest first: the columns hold "Sir" of "Sir Walter Elliot" as a mention of its own, some of them further out than the whole.
  longest = 0
  mentions = 0
  for (c = 2; c <= columns; c++)
    for (i = 1; i <= count; i++)
      if (cells[i, c] ~ /^B-/) {
        type[++mentions] = substr(cells[i, c], 3)
        for (last = i; last < count && cells[last + 1, c] == "I-" type[mentions]; last++);
        first[mentions] = i
        size[mentions] = last - i + 1
        if (size[mentions] > longest) longest = size[mentions]
      }
  for (span = longest; span > 0; span--)
    for (m = 1; m <= mentions; m++)
      if (size[m] == span) name(first[m], first[m] + span - 1, type[m])
  for (i = 1; i <= count; i++) print words[i] "\t" tags[i]
  print ""
  delete cells
}
