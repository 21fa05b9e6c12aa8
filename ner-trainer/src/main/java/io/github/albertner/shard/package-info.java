/**
 * Plain text as pieces on the disk, for pretraining.
 *
 * <p>{@link io.github.albertner.shard.TextSharder} encodes a text once, each word by itself as a
 * tagger's input is encoded, and keeps the pieces in shards of a fixed size, with the beginnings of
 * words and sentences marked. Neither making nor reading them takes memory that grows with the
 * text. A folder of shards is named by a digest of text and vocabulary, and complete once it has an
 * index.json.
 */
package io.github.albertner.shard;
