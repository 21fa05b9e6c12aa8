/**
 * Pages for people: one file each, with its style sheet and its drawings in it, and neither scripts
 * nor anything fetched.
 *
 * <p>{@link io.github.albertner.page.HtmlPage} collects sections; {@link
 * io.github.albertner.page.Charts} draws what they show, and {@link
 * io.github.albertner.page.HtmlTable} sets tables. All of them deal in {@link
 * io.github.albertner.page.Markup}, which text enters escaped and in no other way. The same input
 * gives the same bytes everywhere.
 *
 * <p>Drawings are written as SVG here rather than by a plotting library, since those measure text
 * with AWT: on a machine without fonts, such as a small container, that ends in an {@code
 * InternalError}, and on others the output depends on the fonts there are. What is written here
 * also follows the page's colours, light and dark.
 */
package io.github.albertner.page;
