"""Opens a folder of `ner pretrain` with transformers and has it guess hidden words.

Usage: python open_language_model_with_transformers.py FOLDER TEXT

Needs torch and transformers 4.31 or later; nothing is fetched. TEXT has one sentence a line, its words
separated by spaces; words are encoded one by one, as Albert NER does. One word in seven is hidden.
Prints loss and masked accuracy, which should be near what the folder's README.md says of text of
the same kind, and fails if transformers misses or adds a weight, or if the decoder is not tied.
"""

import sys

import torch
from transformers import AlbertForMaskedLM, AutoTokenizer


def main(folder, text):
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    model, loading = AlbertForMaskedLM.from_pretrained(
        folder, local_files_only=True, output_loading_info=True
    )
    for kind in ("missing_keys", "unexpected_keys", "mismatched_keys"):
        assert not loading[kind], f"{kind}: {loading[kind]}"
    words = model.get_input_embeddings().weight
    assert model.get_output_embeddings().weight is words, "the decoder is not tied"
    model.eval()
    generator = torch.Generator().manual_seed(1)
    loss, right, hidden = 0.0, 0, 0
    with open(text, encoding="utf-8") as lines:
        for line in lines:
            pieces, targets = hide(tokenizer, line.split(), generator)
            if not any(target >= 0 for target in targets):
                continue
            rows = torch.tensor(targets) >= 0  # T
            gold = torch.tensor(targets)[rows]  # W
            with torch.no_grad():
                logits = model(input_ids=torch.tensor([pieces])).logits[0, rows]  # W V
            loss += float(torch.nn.functional.cross_entropy(logits, gold, reduction="sum"))
            right += int((logits.argmax(1) == gold).sum())
            hidden += len(gold)
    print(f"{hidden} pieces hidden: loss {loss / hidden:.4f}, accuracy {100 * right / hidden:.2f} %")
    return 0


def hide(tokenizer, words, generator):
    """Returns the pieces of a sentence, and for each what stood there if it is hidden, else -1."""
    pieces, targets = [tokenizer.cls_token_id], [-1]
    for word in words:
        ids = tokenizer(word, add_special_tokens=False)["input_ids"]
        if len(pieces) + len(ids) > 510:
            break
        if torch.rand([], generator=generator) < 1 / 7 and tokenizer.unk_token_id not in ids:
            pieces += [tokenizer.mask_token_id] * len(ids)
            targets += ids
        else:
            pieces += ids
            targets += [-1] * len(ids)
    return pieces + [tokenizer.sep_token_id], targets + [-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
