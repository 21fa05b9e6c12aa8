package io.github.albertner.modelpackage;

import com.google.gson.JsonObject;
import io.github.albertner.modelpackage.MeasuringChannel.Measure;
import io.github.albertner.network.AlbertConfig;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a package; see the package documentation for its layout. */
final class PackageWriter {
  private PackageWriter() {}

  /**
   * The Hugging Face folder, without ner.json: the casing table, if there is one, and the rest in
   * the order of {@link PackageLayout#LISTED}.
   */
  static List<ModelFile> folder(ModelPackage model) throws IOException {
    AlbertConfig config = model.config();
    JsonObject configJson = ConfigJson.of(config, model.labels(), model.storage());
    List<ModelFile> files = new ArrayList<>();
    model
        .casing()
        .ifPresent(casing -> files.add(HuggingFaceFiles.text(PackageLayout.CASING, casing.text())));
    files.addAll(
        HuggingFaceFiles.of(
            configJson, config, model.tokenizerJson(), model.weights(), model.card()));
    return files;
  }

  static ModelFile manifest(JsonObject json) {
    return HuggingFaceFiles.json(PackageLayout.MANIFEST, json);
  }

  /** Writes the whole file. */
  static void writeFile(ModelPackage model, WritableByteChannel target) throws IOException {
    ContentWriter entry = entry(model);
    ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(target));
    put(
        zip,
        HuggingFaceFiles.text(
            PackageLayout.OPENNLP_MANIFEST, PackageLayout.openNlpManifest(model.manifest())));
    putStored(zip, new ModelFile(PackageLayout.ENTRY, entry), MeasuringChannel.measure(entry));
    zip.finish();
    zip.flush();
  }

  /** The content of the nameFinder.model entry; checksums are computed once, here. */
  static ContentWriter entry(ModelPackage model) throws IOException {
    List<ModelFile> folder = folder(model);
    List<Measure> measures = new ArrayList<>();
    FileSums sums = new FileSums();
    for (ModelFile file : folder) {
      Measure measure = MeasuringChannel.measure(file.content());
      int limit = PackageLayout.maxTextBytes(file.name());
      if (!file.name().equals(PackageLayout.WEIGHTS) && measure.bytes() >= limit) {
        throw new InvalidModelException(
            "%s has %s bytes; a package holds less than %s MiB of it"
                .formatted(file.name(), measure.bytes(), limit >> 20));
      }
      measures.add(measure);
      sums.put(file.name(), measure.bytes(), measure.sha256());
    }
    JsonObject manifest = model.manifest().toJson();
    manifest.add("files", sums.toJson());
    return target -> {
      ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(target));
      put(zip, manifest(manifest));
      for (int i = 0; i < folder.size(); i++) {
        if (folder.get(i).name().equals(PackageLayout.WEIGHTS)) {
          putStored(zip, folder.get(i), measures.get(i)); // weights do not compress
        } else {
          put(zip, folder.get(i));
        }
      }
      zip.finish();
      zip.flush();
    };
  }

  private static void put(ZipOutputStream zip, ModelFile file) throws IOException {
    put(zip, file, new ZipEntry(file.name()));
  }

  private static void putStored(ZipOutputStream zip, ModelFile file, Measure measure)
      throws IOException {
    ZipEntry entry = new ZipEntry(file.name());
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(measure.bytes());
    entry.setCrc(measure.crc32());
    put(zip, file, entry);
  }

  private static void put(ZipOutputStream zip, ModelFile file, ZipEntry entry) throws IOException {
    entry.setTimeLocal(PackageLayout.TIME);
    zip.putNextEntry(entry);
    file.content().writeTo(Channels.newChannel(zip));
    zip.closeEntry();
  }
}
