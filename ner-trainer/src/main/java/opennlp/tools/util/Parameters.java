package opennlp.tools.util;

/**
 * Stands for the interface of this name in OpenNLP 3, so that {@code AlbertTrainer} can name it
 * while it is compiled against OpenNLP 2, which has none. Not packed into the jar: OpenNLP 3 brings
 * its own.
 */
public interface Parameters {}
