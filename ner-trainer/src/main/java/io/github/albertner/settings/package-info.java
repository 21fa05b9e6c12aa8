/** Settings as text: read by name, checked, refused where unknown. */
package io.github.albertner.settings;
