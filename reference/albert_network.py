"""ALBERT with a token classification or masked-language head, from a dictionary of weights.

Written from Lan et al., "ALBERT: A Lite BERT for Self-supervised Learning of Language
Representations" (arXiv:1909.11942), Vaswani et al. (arXiv:1706.03762) for attention, and the
parameter names and settings of Hugging Face's AlbertForTokenClassification and AlbertForMaskedLM. Nothing here is tuned for
speed: LayerNorm, attention and the activations are spelled out, so that what the project's own
network is compared with can be read in one sitting.

Shapes: B batch, T pieces, E embedding, H hidden, A heads, D = H / A, F intermediate, L labels.

Dropout is left out, as in evaluation. For the record, it would act (a) on the embeddings after
their LayerNorm, (b) on the attention probabilities, (c) on the attention output before its
residual, and (d) on the last hidden states before the classifier. There is none in the
feed-forward part: Hugging Face's AlbertLayer declares one there and never applies it.
"""

import math

import torch

IGNORED = -100  # label of a piece that takes no part in the loss


def gelu(x):
    """x times the normal distribution function, by erf (arXiv:1606.08415, section 2)."""
    return x * 0.5 * (1.0 + torch.erf(x / math.sqrt(2.0)))


def gelu_new(x):
    """The tanh approximation of the same (arXiv:1606.08415, section 2)."""
    return 0.5 * x * (1.0 + torch.tanh(math.sqrt(2.0 / math.pi) * (x + 0.044715 * x**3)))


def relu(x):
    return torch.where(x > 0, x, torch.zeros_like(x))


ACTIVATIONS = {"gelu": gelu, "gelu_new": gelu_new, "relu": relu}


def parameter_shapes(config, labels):
    """Returns the shape of every parameter under its canonical name.

    labels: of the classifier; None for the masked-language head instead, whose decoder's matrix is
    that of the word embeddings.
    """
    embedding, hidden = config["embedding_size"], config["hidden_size"]
    intermediate = config["intermediate_size"]
    shapes = {}

    def linear(name, rows, columns):
        shapes[name + ".weight"] = (rows, columns)
        shapes[name + ".bias"] = (rows,)

    def norm(name, size):
        shapes[name + ".weight"] = (size,)
        shapes[name + ".bias"] = (size,)

    shapes["albert.embeddings.word_embeddings.weight"] = (config["vocab_size"], embedding)
    positions = (config["max_position_embeddings"], embedding)
    shapes["albert.embeddings.position_embeddings.weight"] = positions
    types = (config["type_vocab_size"], embedding)
    shapes["albert.embeddings.token_type_embeddings.weight"] = types
    norm("albert.embeddings.LayerNorm", embedding)
    linear("albert.encoder.embedding_hidden_mapping_in", hidden, embedding)
    for group in range(config["num_hidden_groups"]):
        for inner in range(config["inner_group_num"]):
            layer = layer_prefix(group, inner)
            for projection in ("query", "key", "value", "dense"):
                linear(layer + "attention." + projection, hidden, hidden)
            norm(layer + "attention.LayerNorm", hidden)
            linear(layer + "ffn", intermediate, hidden)
            linear(layer + "ffn_output", hidden, intermediate)
            norm(layer + "full_layer_layer_norm", hidden)
    if labels is None:
        linear("predictions.dense", embedding, hidden)
        norm("predictions.LayerNorm", embedding)
        shapes["predictions.bias"] = (config["vocab_size"],)
    else:
        linear("classifier", labels, hidden)
    return shapes


def layer_prefix(group, inner):
    return f"albert.encoder.albert_layer_groups.{group}.albert_layers.{inner}."


class AlbertNetwork:
    """The forward pass. The data type of the weights is that of every result."""

    def __init__(self, config, weights):
        self.config = config
        self.weights = weights

    def forward(self, input_ids, lengths):
        """Runs padded sentences.

        input_ids: B T, piece ids, anything past a sentence's length
        lengths: B, pieces of each sentence
        Returns (embeddings B T E, [hidden B T H after the mapping and after each layer],
        logits B T L, or B T V of the masked-language head); rows past a sentence's length are meaningless.
        """
        config = self.config
        embeddings = self.embed(input_ids)  # B T E
        positions = torch.arange(input_ids.shape[1])  # T
        padding = positions[None, :] >= lengths[:, None]  # B T
        lowest = torch.finfo(embeddings.dtype).min
        mask = padding.to(embeddings.dtype)[:, None, None, :] * lowest  # B 1 1 T, added to scores

        x = self.linear("albert.encoder.embedding_hidden_mapping_in", embeddings)  # B T H
        hidden = [x]
        for layer in range(config["num_hidden_layers"]):
            group = self.group_of(layer)
            for inner in range(config["inner_group_num"]):
                x = self.layer(layer_prefix(group, inner), x, mask)  # B T H
            hidden.append(x)
        return embeddings, hidden, self.head(x)

    def head(self, x):
        if "classifier.weight" in self.weights:
            return self.linear("classifier", x)  # B T L
        x = ACTIVATIONS[self.config["hidden_act"]](self.linear("predictions.dense", x))  # B T E
        x = self.layer_norm("predictions.LayerNorm", x)  # B T E
        words = self.weights["albert.embeddings.word_embeddings.weight"]  # V E
        return x @ words.T + self.weights["predictions.bias"]  # B T V

    def group_of(self, layer):
        return int(layer / (self.config["num_hidden_layers"] / self.config["num_hidden_groups"]))

    def embed(self, input_ids):
        words = self.weights["albert.embeddings.word_embeddings.weight"][input_ids]  # B T E
        types = self.weights["albert.embeddings.token_type_embeddings.weight"][0]  # E
        positions = self.weights["albert.embeddings.position_embeddings.weight"]
        positions = positions[: input_ids.shape[1]]  # T E
        return self.layer_norm("albert.embeddings.LayerNorm", words + types + positions)

    def layer(self, prefix, x, mask):
        attended = self.attention(prefix + "attention.", x, mask)  # B T H
        attended = self.layer_norm(prefix + "attention.LayerNorm", x + attended)  # B T H
        inner = self.linear(prefix + "ffn", attended)  # B T F
        inner = ACTIVATIONS[self.config["hidden_act"]](inner)  # B T F
        output = self.linear(prefix + "ffn_output", inner)  # B T H
        return self.layer_norm(prefix + "full_layer_layer_norm", output + attended)  # B T H

    def attention(self, prefix, x, mask):
        query = self.heads(self.linear(prefix + "query", x))  # B A T D
        key = self.heads(self.linear(prefix + "key", x))  # B A T D
        value = self.heads(self.linear(prefix + "value", x))  # B A T D
        scores = query @ key.transpose(2, 3) / math.sqrt(query.shape[3])  # B A T T
        probabilities = torch.softmax(scores + mask, dim=3)  # B A T T, each row sums to 1
        context = (probabilities @ value).transpose(1, 2)  # B T A D
        return self.linear(prefix + "dense", context.reshape(x.shape))  # B T H

    def heads(self, x):
        batch, pieces, size = x.shape
        count = self.config["num_attention_heads"]
        return x.reshape(batch, pieces, count, size // count).transpose(1, 2)

    def linear(self, name, x):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def layer_norm(self, name, x):
        centred = x - x.mean(dim=-1, keepdim=True)
        variance = (centred**2).mean(dim=-1, keepdim=True)
        normal = centred / torch.sqrt(variance + self.config["layer_norm_eps"])
        return normal * self.weights[name + ".weight"] + self.weights[name + ".bias"]


def mean_cross_entropy(logits, labels):
    """Returns the mean over labelled pieces of -log p(label). logits: B T L, labels: B T."""
    labelled = labels != IGNORED  # B T
    log_probabilities = torch.log_softmax(logits[labelled], dim=1)  # N L
    return -log_probabilities.gather(1, labels[labelled][:, None]).mean()
