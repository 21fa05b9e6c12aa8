package io.github.albertner.cas;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.ForeignBytes;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.resource.ResourceManager;
import org.apache.uima.resource.metadata.Import;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.resource.metadata.impl.Import_impl;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.InvalidXMLException;
import org.apache.uima.util.XMLInputSource;

/** Type system descriptors with what they import. */
final class TypeSystems {

  private TypeSystems() {}

  /**
   * Makes a CAS of the types of descriptors that a user named. Their imports are followed wherever
   * they lead; those by name also lead to files beside the descriptor.
   *
   * @throws CorpusFormatException if one is not sound
   */
  static CAS ofNamed(List<Path> descriptors) throws IOException {
    List<TypeSystemDescription> parsed = new ArrayList<>();
    ResourceManager resources = UIMAFramework.newDefaultResourceManager();
    for (Path file : descriptors) {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString(), null, "no such type system descriptor");
      }
      try {
        resources.setDataPath(file.toAbsolutePath().getParent().toString());
        TypeSystemDescription description = parse(new XMLInputSource(file.toFile()));
        description.resolveImports(resources);
        parsed.add(description);
      } catch (UIMAException e) {
        throw unusable(file, e);
      }
    }
    return create(parsed, resources, descriptors.isEmpty() ? Path.of("") : descriptors.get(0));
  }

  /**
   * Makes a CAS of the types of a descriptor that merely lies beside other files, so that nobody
   * has vouched for it: it and what it imports are files below its folder, or lie on the class
   * path.
   *
   * @throws CorpusFormatException if it is not sound, or imports anything else
   */
  static CAS ofFound(Path descriptor) throws IOException {
    List<TypeSystemDescription> parsed = new ArrayList<>();
    new Found(descriptor).read(descriptor.toAbsolutePath(), parsed);
    return create(parsed, UIMAFramework.newDefaultResourceManager(), descriptor);
  }

  private static CAS create(
      List<TypeSystemDescription> parsed, ResourceManager resources, Path first)
      throws IOException {
    try {
      return CasCreationUtils.createCas(
          CasCreationUtils.mergeTypeSystems(parsed, resources), null, null);
    } catch (UIMAException e) {
      throw unusable(first, e);
    }
  }

  private static TypeSystemDescription parse(XMLInputSource source) throws InvalidXMLException {
    return UIMAFramework.getXMLParser().parseTypeSystemDescription(source);
  }

  private static CorpusFormatException unusable(Path file, Exception cause) throws IOException {
    String expected = "a UIMA type system descriptor";
    CorpusFormatException refusal =
        (Files.isRegularFile(file)
                ? ForeignBytes.explain(file, expected)
                : Optional.<CorpusFormatException>empty())
            .orElseGet(
                () -> new CorpusFormatException(file, 0, CasLoader.innermost(cause), expected));
    refusal.initCause(cause);
    return refusal;
  }

  /** Follows imports. UIMA opens whatever URL a name or location gives, so it is not asked. */
  private static final class Found {
    private final Path shown;
    private final Path folder;
    private final Set<Path> seen = new HashSet<>();

    Found(Path descriptor) {
      shown = descriptor;
      folder = descriptor.toAbsolutePath().normalize().getParent();
    }

    void read(Path file, List<TypeSystemDescription> into) throws IOException {
      if (!seen.add(file.normalize())) {
        return;
      }
      try {
        TypeSystemDescription description = parse(new XMLInputSource(file.toFile()));
        Import[] imports = description.getImports();
        description.setImports(new Import[0]);
        into.add(description);
        for (Import next : imports) {
          if (next.getLocation() == null) {
            byName(next, into);
          } else {
            read(below(next, base(next, file)), into);
          }
        }
      } catch (UIMAException e) {
        throw unusable(seen.size() == 1 ? shown : file, e);
      }
    }

    /** Files first, as UIMA has it. */
    private void byName(Import next, List<TypeSystemDescription> into)
        throws IOException, InvalidXMLException {
      String name = next.getName().replace('.', '/') + ".xml";
      Path file = folder.resolve(name).normalize();
      if (Files.isRegularFile(file)) {
        read(inside(next, file), into);
        return;
      }
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      URL resource =
          (loader == null ? TypeSystems.class.getClassLoader() : loader).getResource(name);
      if (resource == null) {
        throw refusal(next, "nothing on the class path");
      }
      TypeSystemDescription description = parse(new XMLInputSource(resource));
      description.resolveImports(UIMAFramework.newDefaultResourceManager());
      into.add(description);
    }

    private static URL base(Import next, Path file) throws MalformedURLException {
      return next instanceof Import_impl known && known.getSourceUrl() != null
          ? known.getSourceUrl()
          : file.toUri().toURL();
    }

    private Path below(Import next, URL base) throws IOException {
      try {
        URI uri = new URI(new URL(base, next.getLocation()).toString().replace(" ", "%20"));
        return inside(next, Path.of(uri).toAbsolutePath().normalize());
      } catch (MalformedURLException
          | URISyntaxException
          | IllegalArgumentException
          | FileSystemNotFoundException e) {
        throw refusal(next, "no file");
      }
    }

    private Path inside(Import next, Path file) throws IOException {
      if (!file.startsWith(folder)) {
        throw refusal(next, "outside");
      }
      if (!Files.isRegularFile(file)) {
        throw refusal(next, "no file");
      }
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        throw refusal(next, "a link that leads outside");
      }
      return file;
    }

    private CorpusFormatException refusal(Import next, String what) {
      String target = next.getLocation() == null ? next.getName() : next.getLocation();
      return new CorpusFormatException(
          shown,
          0,
          "an import of " + CorpusFormatException.quote(target) + " (" + what + ")",
          "only imports of files below its folder, because it was not named; all imports are"
              + " followed of a type system that is named (--type-system on the command line)");
    }
  }
}
