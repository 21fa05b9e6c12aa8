import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs an application as a container does, with class loaders of its own: {@code Container CONTEXT
 * SHARED_JARS APPLICATION_JARS COUNT MAIN ARGUMENT...}. CONTEXT says whether threads know the
 * application's loader ("application") or only the container's ("container"). COUNT says how many
 * such applications are deployed, one after the other.
 */
public class Container {
  public static void main(String[] args) throws Exception {
    ClassLoader container = Container.class.getClassLoader();
    ClassLoader shared = new URLClassLoader(urls(args[1]), container);
    String[] arguments = Arrays.copyOfRange(args, 5, args.length);
    for (int i = 0; i < Integer.parseInt(args[3]); i++) {
      ClassLoader application = new URLClassLoader(urls(args[2]), shared);
      Thread.currentThread()
          .setContextClassLoader(args[0].equals("application") ? application : container);
      application
          .loadClass(args[4])
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    }
  }

  private static URL[] urls(String path) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String jar : path.split(File.pathSeparator)) {
      if (!jar.isEmpty()) {
        urls.add(new File(jar).toURI().toURL());
      }
    }
    return urls.toArray(new URL[0]);
  }
}
