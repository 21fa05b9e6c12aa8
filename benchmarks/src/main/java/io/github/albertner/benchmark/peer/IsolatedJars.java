package io.github.albertner.benchmark.peer;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Classes of a folder of jars, apart from those of the program that have the same names. */
final class IsolatedJars extends URLClassLoader {
  private static final String ONNX_RUNTIME = "ai.onnxruntime.";

  private final boolean sharesOnnxRuntime;

  private IsolatedJars(URL[] jars, boolean sharesOnnxRuntime) {
    super(jars, ClassLoader.getPlatformClassLoader());
    this.sharesOnnxRuntime = sharesOnnxRuntime;
  }

  /**
   * Opens a folder.
   *
   * @throws IOException if there is no such folder or no jar in it
   */
  static IsolatedJars open(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(f -> f.toString().endsWith(".jar")).toList();
      if (jars.isEmpty()) {
        throw new IOException(folder + ": expected jars, found none");
      }
      URL[] urls = new URL[jars.size()];
      for (int i = 0; i < urls.length; i++) {
        urls[i] = url(jars.get(i));
      }
      boolean brings = jars.stream().anyMatch(j -> j.getFileName().toString().startsWith("onnx"));
      return new IsolatedJars(urls, !brings);
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  /** A process can hold one copy of a native library: where a folder brings none, it is ours. */
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (sharesOnnxRuntime && name.startsWith(ONNX_RUNTIME)) {
      return IsolatedJars.class.getClassLoader().loadClass(name);
    }
    return super.findClass(name);
  }
}
