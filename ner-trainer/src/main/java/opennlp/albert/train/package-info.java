/**
 * The class whose name stands in params files of OpenNLP's own tools, and nothing else.
 *
 * <p>It is below {@code opennlp.} for the reason that {@link opennlp.albert} gives.
 */
package opennlp.albert.train;
