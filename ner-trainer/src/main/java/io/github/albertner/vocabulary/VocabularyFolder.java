package io.github.albertner.vocabulary;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.albertner.checkpoint.CasingFile;
import io.github.albertner.checkpoint.StagedFolder;
import io.github.albertner.modelpackage.ModelFile;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a vocabulary, as Hugging Face's {@code AlbertTokenizer} and this project read them.
 */
final class VocabularyFolder {

  private static final String MODEL = "spiece.model";
  private static final String CONFIG = "tokenizer_config.json";
  private static final String TOKENIZER = "tokenizer.json";

  private VocabularyFolder() {}

  /**
   * Adds the settings to a model.
   *
   * @param folder with spiece.model; tokenizer_config.json and tokenizer.json are added
   */
  static void complete(Path folder, boolean cased) throws IOException {
    Files.writeString(folder.resolve(CONFIG), config(cased));
    SubwordTokenizer tokenizer = SubwordTokenizer.fromFile(folder.resolve(MODEL));
    Files.writeString(folder.resolve(TOKENIZER), tokenizer.json());
  }

  /** Copies the files, all or none. */
  static void copy(Path from, Path to, boolean overwrite) throws IOException {
    List<ModelFile> files = new ArrayList<>();
    for (String name : List.of(MODEL, CONFIG, TOKENIZER, CasingFile.NAME)) {
      if (Files.exists(from.resolve(name))) {
        files.add(file(from, name));
      }
    }
    StagedFolder.write(to, overwrite, files);
  }

  private static ModelFile file(Path folder, String name) throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve(name));
    return new ModelFile(name, target -> writeFully(target, ByteBuffer.wrap(content)));
  }

  private static void writeFully(WritableByteChannel target, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      target.write(bytes);
    }
  }

  private static String config(boolean cased) {
    JsonObject config = new JsonObject();
    config.addProperty("tokenizer_class", "AlbertTokenizer");
    config.addProperty("do_lower_case", !cased);
    config.addProperty("keep_accents", true);
    config.addProperty("remove_space", true);
    config.addProperty("model_max_length", 512);
    config.addProperty("cls_token", "[CLS]");
    config.addProperty("sep_token", "[SEP]");
    config.addProperty("pad_token", "<pad>");
    config.addProperty("unk_token", "<unk>");
    config.addProperty("mask_token", "[MASK]");
    return new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(config)
        + "\n";
  }
}
