package org.example.archive;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads articles that were split into sentences and tokens by an earlier step. */
public class Articles {
  private Articles() {}

  /** Returns the sentences of each article. */
  public static List<List<String[]>> read(File file) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(file)));
    try {
      List<List<String[]>> articles = new ArrayList<List<String[]>>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        articles.add(readArticle(in));
      }
      return articles;
    } finally {
      in.close();
    }
  }

  private static List<String[]> readArticle(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<String[]> sentences = new ArrayList<String[]>();
    for (int i = 0; i < count; i++) {
      String[] tokens = new String[in.readInt()];
      for (int j = 0; j < tokens.length; j++) {
        tokens[j] = in.readUTF();
      }
      sentences.add(tokens);
    }
    return sentences;
  }
}
