import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds. */
class Memory {
  private Memory() {}

  static void collect() throws InterruptedException {
    System.gc();
    Thread.sleep(20);
  }

  /** Prints a round, resident memory in MB, and a count of the program's own. */
  static void report(int round, long count) throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS")) {
        long megabytes = Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        System.out.println("round " + round + " " + megabytes + " " + count);
      }
    }
  }
}
