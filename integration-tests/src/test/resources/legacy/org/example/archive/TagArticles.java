package org.example.archive;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.util.List;
import opennlp.tools.namefind.TokenNameFinderModel;

/** Tags articles with a model file, once for every way to load it: {@code TagArticles MODEL ARTICLES}. */
public class TagArticles {
  private TagArticles() {}

  public static void main(String[] args) throws Exception {
    File file = new File(args[0]);
    List<List<String[]>> articles = Articles.read(new File(args[1]));
    print("InputStream", fromStream(file), articles);
    print("File", new TokenNameFinderModel(file), articles);
    print("URL", new TokenNameFinderModel(file.toURI().toURL()), articles);
    for (Constructor<?> constructor : TokenNameFinderModel.class.getConstructors()) {
      if (constructor.getParameterTypes().length == 1) {
        reflectively(constructor, file, articles);
      }
    }
  }

  private static TokenNameFinderModel fromStream(File file) throws IOException {
    InputStream in = new FileInputStream(file);
    try {
      return new TokenNameFinderModel(in);
    } finally {
      in.close();
    }
  }

  /** So that a constructor which only some versions have is tried as well. */
  private static void reflectively(
      Constructor<?> constructor, File file, List<List<String[]>> articles) throws Exception {
    Class<?> type = constructor.getParameterTypes()[0];
    if (type == InputStream.class || type == File.class || type == URL.class) {
      return; // plainly called above
    }
    if (!type.isInstance(file.toPath())) {
      throw new IllegalStateException("no value for " + constructor);
    }
    Object model = constructor.newInstance(file.toPath());
    print(type.getSimpleName(), (TokenNameFinderModel) model, articles);
  }

  private static void print(
      String title, TokenNameFinderModel model, List<List<String[]>> articles) {
    System.out.println("run " + title);
    System.out.print(new ArticleTagger(model).tag(articles));
  }
}
