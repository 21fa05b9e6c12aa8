package io.github.albertner.page;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Markup read by an XML parser, which stops at anything that is not well-formed. */
record Svg(Document document) {
  static Svg parse(Markup markup) {
    return parse(markup.toString());
  }

  static Svg parse(String xml) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)));
      assertNotNull(document.getDocumentElement());
      return new Svg(document);
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + xml, e);
    }
  }

  List<Element> elements(String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  List<String> texts(String name) {
    return elements(name).stream().map(Element::getTextContent).toList();
  }

  List<String> attributes(String element, String attribute) {
    return elements(element).stream().map(e -> e.getAttribute(attribute)).toList();
  }
}
