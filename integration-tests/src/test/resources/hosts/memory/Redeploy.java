import java.io.File;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * Deploys an application again and again in one JVM: {@code Redeploy JARS ROUNDS MODEL}. Each time a
 * class loader of its own has opennlp-tools and our jar, loads the model, finds names with it, and
 * is dropped without a word. Prints memory and how many of the loaders are still there, and of the
 * deployments that find the natives in use by another on standard error.
 */
public class Redeploy {
  private static final String[] SENTENCE = {"Ada", "Lovelace", "lived", "in", "London", "."};

  public static void main(String[] args) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String jar : args[0].split(File.pathSeparator)) {
      urls.add(new File(jar).toURI().toURL());
    }
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    int rounds = Integer.parseInt(args[1]);
    for (int round = 1; round <= rounds; round++) {
      deploy(urls.toArray(new URL[0]), args[2], loaders);
      Memory.collect(); // names found a moment ago are cleaned up by a thread of their own
      Memory.collect();
      Memory.report(round, loaders.stream().filter(loader -> loader.get() != null).count());
    }
  }

  private static void deploy(URL[] jars, String model, List<WeakReference<ClassLoader>> loaders)
      throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader container = thread.getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(jars, container)) {
      loaders.add(new WeakReference<>(application));
      thread.setContextClassLoader(application);
      Class<?> modelClass = application.loadClass("opennlp.tools.namefind.TokenNameFinderModel");
      Class<?> finderClass = application.loadClass("opennlp.tools.namefind.NameFinderME");
      Object finder =
          finderClass
              .getConstructor(modelClass)
              .newInstance(modelClass.getConstructor(File.class).newInstance(new File(model)));
      finderClass.getMethod("find", String[].class).invoke(finder, (Object) SENTENCE);
    } catch (InvocationTargetException e) {
      if (!e.getCause().getMessage().contains("in use by another class loader")) {
        throw e;
      }
      System.err.println("refused");
    } finally {
      thread.setContextClassLoader(container);
    }
  }
}
