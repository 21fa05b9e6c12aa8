package org.example.archive;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import opennlp.tools.namefind.TokenNameFinderModel;

/**
 * Tags articles in eight threads that share a model: {@code TagArticlesInParallel MODEL ARTICLES
 * ...}. A name finder is not safe for threads, so each has its own.
 */
public class TagArticlesInParallel {
  private static final int THREADS = 8;

  private TagArticlesInParallel() {}

  public static void main(String[] args) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < args.length; i += 2) {
      tag(threads, new File(args[i]), Articles.read(new File(args[i + 1])));
    }
    threads.shutdown();
  }

  private static void tag(
      ExecutorService threads, File file, final List<List<String[]>> articles) throws Exception {
    final TokenNameFinderModel model = new TokenNameFinderModel(file);
    List<Future<String>> reports = new ArrayList<Future<String>>();
    for (int i = 0; i < THREADS; i++) {
      reports.add(
          threads.submit(
              new Callable<String>() {
                @Override
                public String call() {
                  return new ArticleTagger(model).tag(articles);
                }
              }));
    }
    for (Future<String> report : reports) {
      System.out.println("run " + file.getName());
      System.out.print(report.get());
    }
  }
}
