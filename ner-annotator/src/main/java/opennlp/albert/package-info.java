/**
 * The classes whose names stand in model files, and nothing else.
 *
 * <p>A package file says which class reads it. Since 2.5.9 OpenNLP makes such a class only if its
 * name begins with {@code opennlp.}, unless the application sets {@code
 * OPENNLP_EXT_ALLOWED_PACKAGES}; so that a model file can be swapped with no flag, the class is
 * here. It only passes data on to {@link io.github.albertner.opennlp}. OpenNLP looks for it with
 * its own class loader: this library must lie beside opennlp-tools.
 */
package opennlp.albert;
