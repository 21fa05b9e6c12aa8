package opennlp.albert;

import io.github.albertner.opennlp.AlbertSequenceModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import opennlp.tools.util.model.ArtifactSerializer;

/**
 * Reads and writes the {@code nameFinder.model} entry of a package file for OpenNLP, which makes an
 * instance by the class name in the file's manifest.
 *
 * <p>The entry is data only; nothing in it is executed or deserialised into classes.
 */
public final class AlbertModelSerializer implements ArtifactSerializer<AlbertSequenceModel> {

  /** For OpenNLP. */
  public AlbertModelSerializer() {}

  /**
   * Reads and verifies an entry, and loads what its network needs, but not the network.
   *
   * @param in the entry's content; not closed, because OpenNLP goes on reading its zip
   * @throws io.github.albertner.modelpackage.InvalidModelException if the content is damaged
   * @throws IOException if it cannot be read
   * @throws io.github.albertner.dependency.DependencyException if a library beneath is missing, of
   *     another version, or does not load on this machine
   */
  @Override
  public AlbertSequenceModel create(InputStream in) throws IOException {
    return AlbertSequenceModel.read(in, AlbertModelSerializer.class);
  }

  /**
   * Writes what {@link #create} reads.
   *
   * @param out not closed
   * @throws IOException if it cannot be written
   */
  @Override
  public void serialize(AlbertSequenceModel artifact, OutputStream out) throws IOException {
    artifact.model().write(out);
  }
}
