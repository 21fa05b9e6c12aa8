import java.io.File;
import java.io.PrintStream;
import org.apache.uima.pear.tools.PackageBrowser;
import org.apache.uima.pear.tools.PackageInstaller;

/** Installs a PEAR as an application does; verification makes an engine of it in this JVM. */
public class InstallPear {
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err); // UIMA 2 says there what it does
    PackageBrowser installed =
        PackageInstaller.installPackage(
            new File(args[1]), new File(args[0]), Boolean.parseBoolean(args[2]));
    out.print(installed.getComponentPearDescPath());
  }
}
