// What a reader of XML says while it reads. Any parser that can say this may take libxml2's place.

/// Where something stands in a text: line and column from 1, as the parser counts them.
package struct XMLPlace: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1; 0 where it is not known.
  package let column: Int

  /// Makes a place of its two numbers.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A name as XML has it: `dc:creator` in the namespace that `dc` was bound to.
package struct XMLName: Hashable, Sendable {
  /// The prefix; nil for a name without one.
  package let prefix: String?
  /// The namespace's URI; nil where none was declared for the prefix.
  package let namespace: String?
  /// The name without its prefix, in the document's spelling.
  package let local: String

  /// Makes a name of its parts.
  package init(prefix: String? = nil, namespace: String? = nil, local: String) {
    self.prefix = prefix
    self.namespace = namespace
    self.local = local
  }
}

/// An attribute, its references resolved.
package struct XMLAttribute: Hashable, Sendable {
  /// Its name.
  package let name: XMLName
  /// Its value, decoded.
  package let value: String

  /// Makes an attribute of its parts.
  package init(name: XMLName, value: String) {
    self.name = name
    self.value = value
  }
}

/// Whom a reader of XML tells what it reads. A class, for the parser calls back into it.
package protocol XMLHandler: AnyObject {
  /// An element begins.
  func startElement(_ name: XMLName, attributes: [XMLAttribute], at place: XMLPlace)
  /// An element ends.
  func endElement(_ name: XMLName)
  /// Text, CDATA included, in pieces of whole or partial UTF-8 sequences that follow on each other.
  /// The bytes are gone when the call returns.
  func characters(_ utf8: UnsafeBufferPointer<UInt8>)
}
