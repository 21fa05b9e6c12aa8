package io.github.albertner.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheets in the jar, to be set into pages. */
public final class StyleSheets {
  private StyleSheets() {}

  /**
   * Returns the rules for {@code mark} elements, which show entities in a text. {@link MarkColours}
   * gives their classes, and {@code data-type} is shown behind the text. The page must define
   * {@code --ink}.
   */
  public static String marks() {
    return read(StyleSheets.class, "marks.css");
  }

  /**
   * Returns a style sheet beside a class.
   *
   * @throws UncheckedIOException if it is not there
   */
  public static String read(Class<?> neighbour, String name) {
    try (InputStream in = neighbour.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("expected the style sheet " + name + " beside " + neighbour);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
