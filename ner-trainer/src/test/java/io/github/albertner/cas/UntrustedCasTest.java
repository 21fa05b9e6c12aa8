package io.github.albertner.cas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusOptions;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamConstants;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.uima.cas.SerialFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that someone else made run no code, and lead to no file or server that nobody named. */
class UntrustedCasTest {
  @TempDir private Path folder;

  /** Whoever makes an object of it from a stream writes a file. */
  static final class Witness implements Serializable {
    private static final long serialVersionUID = 1L;
    private final String path;

    Witness(Path path) {
      this.path = path.toString();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      Files.writeString(Path.of(path), "code ran");
    }
  }

  private static byte[] serialized(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static String refusal(Path file) {
    return assertThrows(
            CorpusFormatException.class,
            () -> Corpora.read(List.of(file), CorpusOptions.DEFAULTS.withFormat("xmi")))
        .getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xmi", "a.xcas", "a.bcas", "a.bin", "a.scas", "a.ser"})
  void noCodeOfASerializedObjectRunsWhateverItsFileIsCalled(String name) throws IOException {
    Path written = folder.resolve("written");
    Path file = Files.write(folder.resolve(name), serialized(new Witness(written)));
    for (boolean described : new boolean[] {false, true}) {
      if (described) {
        CasFixture.of(CasFixture.DKPRO, "").typeSystem(folder.resolve("TypeSystem.xml"));
      }
      String message = refusal(file);
      assertFalse(Files.exists(written), message);
      assertTrue(message.startsWith(file.toString()), message);
      assertEquals(
          name.endsWith("ser") || name.endsWith("scas"),
          message.contains("found an object of " + Witness.class.getName()),
          message);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SerialFormat.class,
      names = {"BINARY_TSI", "COMPRESSED_TSI", "COMPRESSED_FILTERED_TS"})
  void norInThePlaceOfAnEmbeddedTypeSystem(SerialFormat format) throws IOException {
    Path written = folder.resolve("written");
    Path file = CasFixture.of(CasFixture.DKPRO, "Ada").save(folder.resolve("a.bcas"), format);
    byte[] sound = Files.readAllBytes(file);
    String magic = new String(new byte[] {(byte) 0xAC, (byte) 0xED}, StandardCharsets.ISO_8859_1);
    int header = new String(sound, StandardCharsets.ISO_8859_1).indexOf(magic);
    ByteArrayOutputStream hostile = new ByteArrayOutputStream();
    hostile.write(sound, 0, header);
    hostile.writeBytes(serialized(new Witness(written)));
    Files.write(file, hostile.toByteArray());
    String message = refusal(file);
    assertFalse(Files.exists(written), message);
    assertTrue(message.contains("found an object of " + Witness.class.getName()), message);
  }

  @Test
  void noArrayIsMadeThatItsFileCannotFill() throws IOException {
    Path file = folder.resolve("a.scas");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      byte[] one = serialized(new int[1]);
      out.write(one, 0, one.length - 2 * Integer.BYTES);
      out.writeInt(Integer.MAX_VALUE);
    }
    String message = refusal(file);
    assertTrue(message.contains("2147483647 elements"), message);
  }

  @Test
  void aSerializedCasUnderAnotherNameIsRefusedWithAdvice() throws IOException {
    CasFixture cas = CasFixture.of(CasFixture.DKPRO, "Ada").entity("Ada", "PER");
    Path named = cas.save(folder.resolve("a.scas"), SerialFormat.SERIALIZED);
    assertEquals(
        List.of("[PER Ada]"), CasFixture.show(CasCorpus.read(List.of(named), CasOptions.DEFAULTS)));
    Path renamed = cas.save(folder.resolve("a.xmi"), SerialFormat.SERIALIZED);
    assertTrue(refusal(renamed).contains(".scas or .ser"), refusal(renamed));
    assertEquals(ObjectStreamConstants.STREAM_MAGIC >> 8, Files.readAllBytes(renamed)[0]);
  }

  private Path beside(String imported) throws IOException {
    Files.writeString(
        folder.resolve("TypeSystem.xml"),
        "<typeSystemDescription xmlns='http://uima.apache.org/resourceSpecifier'><imports><import "
            + imported
            + "/></imports></typeSystemDescription>");
    return folder.resolve("a.xmi");
  }

  private Path sharedTypes(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return CasFixture.of(CasFixture.DKPRO, "").typeSystem(file);
  }

  @Test
  void aTypeSystemThatLiesBesideReachesNoServer() throws Exception {
    CasFixture.of(CasFixture.DKPRO, "Ada").entity("Ada", "PER").save(folder.resolve("a.xmi"));
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(1);
      String host = "127.0.0.1:" + server.getLocalPort();
      for (String imported :
          List.of(
              "location='http://%s/x.xml'",
              "location='ftp://%s/x.xml'",
              "location='jar:http://%s/x.jar!/x.xml'",
              "location='//%s/x.xml'",
              "name='http://%s/x'")) {
        String message = refusal(beside(imported.formatted(host)));
        assertTrue(message.contains("--type-system"), message);
        assertThrows(java.net.SocketTimeoutException.class, server::accept, imported);
      }
    }
  }

  @Test
  void orFilesAboveItsFolder() throws IOException {
    Path outside = sharedTypes(folder.resolve("other/shared.xml"));
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    CasFixture.of(CasFixture.DKPRO, "Ada").entity("Ada", "PER").save(folder.resolve("a.xmi"));
    Files.move(folder.resolve("a.xmi"), corpus.resolve("a.xmi"));
    Files.createSymbolicLink(corpus.resolve("link.xml"), outside);
    for (String imported :
        List.of(
            "location='../other/shared.xml'",
            "location='%2e%2e/other/shared.xml'",
            "location='" + outside.toUri() + "'",
            "location='link.xml'",
            "name='" + outside.toString().replace(".xml", "") + "'")) {
      beside(imported);
      Path descriptor = corpus.resolve("TypeSystem.xml");
      Files.deleteIfExists(descriptor);
      Files.move(folder.resolve("TypeSystem.xml"), descriptor);
      String message = refusal(corpus.resolve("a.xmi"));
      assertTrue(message.startsWith(descriptor + ": expected only imports of files"), message);
      if (!imported.startsWith("name")) {
        CasOptions named = CasOptions.DEFAULTS.withTypeSystems(List.of(descriptor));
        assertEquals(
            List.of("[PER Ada]"),
            CasFixture.show(CasCorpus.read(List.of(corpus.resolve("a.xmi")), named)),
            imported);
      }
    }
  }

  @Test
  void importsOfFilesBelowItAndOfTheClassPathAreFollowed() throws IOException {
    CasOptions dkpro =
        CasOptions.DEFAULTS.withEntityTypes(EntityTypeRule.parse(CasFixture.DKPRO.entity()));
    CasFixture.of(CasFixture.DKPRO, "Ada").entity("Ada", "PER").save(folder.resolve("a.xmi"));
    sharedTypes(folder.resolve("my types/sub/shared.xml"));
    Files.writeString(
        folder.resolve("my types/first.xml"),
        "<typeSystemDescription xmlns='http://uima.apache.org/resourceSpecifier'><imports>"
            + "<import location='sub/shared.xml'/><import location='first.xml'/>"
            + "<import name='io.github.albertner.uima.NerTypeSystem'/>"
            + "</imports></typeSystemDescription>");
    for (String imported :
        List.of("location='my types/first.xml'", "location='my%20types/first.xml'")) {
      assertEquals(
          List.of("[PER Ada]"), CasFixture.show(CasCorpus.read(List.of(beside(imported)), dkpro)));
    }
    sharedTypes(folder.resolve("my/types.xml"));
    assertEquals(
        List.of("[PER Ada]"),
        CasFixture.show(CasCorpus.read(List.of(beside("name='my.types'")), dkpro)));
  }
}
