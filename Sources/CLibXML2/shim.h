// libxml2, as Pond uses it: behind a fence.
//
// Debian builds libxml2 with ICU, whose headers clash with the ICU inside Swift's Foundation in
// clean debug builds: the switch is turned off before any other header is read. Nothing that Pond
// calls depends on it.
#ifndef POND_CLIBXML2_SHIM_H
#define POND_CLIBXML2_SHIM_H

#include <string.h>

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/xmlerror.h>

// One parse: whom the events are for, and room for the one entity that is being replaced.
typedef struct {
  void *owner;
  xmlParserCtxtPtr context;
  xmlEntity entity;
  xmlChar content[8];
} PondXMLParse;

// Declarations of entities have no power: without them there is no bomb, and the loop that
// 2.9.14 falls into (485 bytes, four levels of parameter entities) is never entered.
static inline void pond_xml_ignore_entity(
    void *context, const xmlChar *name, int type, const xmlChar *publicId,
    const xmlChar *systemId, xmlChar *content) {
  (void)context; (void)name; (void)type; (void)publicId; (void)systemId; (void)content;
}

// Nothing outside of the document is ever opened, whatever asks for it.
static inline xmlParserInputPtr pond_xml_refuse_external(
    const char *url, const char *id, xmlParserCtxtPtr context) {
  (void)url; (void)id; (void)context;
  return NULL;
}

// The code point that HTML gives a name; 0 for a name that it does not know.
static inline unsigned int pond_html_entity(const xmlChar *name) {
  const htmlEntityDesc *known = htmlEntityLookup(name);
  return known == NULL ? 0 : known->value;
}

// Where a document declares an entity, libxml2 asks for it and hangs the text of the declaration on
// what it is given.
static inline void pond_xml_forget_declaration(PondXMLParse *parse) {
  if (parse->entity.orig != NULL) xmlFree(parse->entity.orig);
  parse->entity.orig = NULL;
}

// `&nbsp;` and `&eacute;` stand in real feeds without a declaration. In content libxml2 hands over
// the whole text of a predefined entity; in an attribute only its first byte, so there the entity
// is a general one.
static inline xmlEntityPtr pond_xml_entity(void *data, const xmlChar *name) {
  xmlParserCtxtPtr context = (xmlParserCtxtPtr)data;
  xmlEntityPtr predefined = xmlGetPredefinedEntity(name);
  if (predefined != NULL) return predefined;
  PondXMLParse *parse = (PondXMLParse *)context->_private;
  unsigned int value = pond_html_entity(name);
  if (parse == NULL || value == 0) return NULL;
  pond_xml_forget_declaration(parse);
  memset(&parse->entity, 0, sizeof(parse->entity));
  int length = xmlCopyCharMultiByte(parse->content, (int)value);
  if (length < 0 || length > 7) return NULL;
  parse->content[length] = 0;
  parse->entity.type = XML_ENTITY_DECL;
  parse->entity.name = name;
  parse->entity.content = parse->content;
  parse->entity.length = length;
  // Even and not nought: looked at already, holds no '<'.
  parse->entity.checked = 2;
  parse->entity.etype = context->instate == XML_PARSER_ATTRIBUTE_VALUE
      ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY;
  return &parse->entity;
}

// Once for the process, before the first parse.
static inline void pond_xml_prepare(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(pond_xml_refuse_external);
}

// Opens a push parser for UTF-8 text behind the fence. `parse` must outlive it. Events arrive with
// the parser's context as their first argument, whose `_private` is `parse`. Returns 0 when there
// is no memory.
static inline int pond_xml_open(
    PondXMLParse *parse, void *owner, int recovering, startElementNsSAX2Func start,
    endElementNsSAX2Func end, charactersSAXFunc characters, referenceSAXFunc reference,
    xmlStructuredErrorFunc error) {
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof(handler));
  memset(parse, 0, sizeof(*parse));
  handler.initialized = XML_SAX2_MAGIC;
  // Without it libxml2 falls into a mode of compatibility and keeps entities by itself.
  handler.startDocument = xmlSAX2StartDocument;
  handler.entityDecl = pond_xml_ignore_entity;
  handler.getEntity = pond_xml_entity;
  handler.getParameterEntity = NULL;
  handler.startElementNs = start;
  handler.endElementNs = end;
  handler.characters = characters;
  handler.ignorableWhitespace = characters;
  handler.cdataBlock = characters;
  handler.reference = reference;
  handler.serror = error;
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
  if (context == NULL) return 0;
  // NOENT only so that attributes do not arrive with `&#38;`; never DTDLOAD, DTDATTR, DTDVALID,
  // XINCLUDE or HUGE.
  int options = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
      | XML_PARSE_IGNORE_ENC;
  if (recovering) options |= XML_PARSE_RECOVER;
  xmlCtxtUseOptions(context, options);
  // The text was decoded before it came here: what it says of its own encoding is old news.
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
  parse->owner = owner;
  parse->context = context;
  context->_private = parse;
  return 1;
}

// Closes the parser.
static inline void pond_xml_close(PondXMLParse *parse) {
  if (parse->context == NULL) return;
  xmlDocPtr document = parse->context->myDoc;
  parse->context->myDoc = NULL;
  if (document != NULL) xmlFreeDoc(document);
  xmlFreeParserCtxt(parse->context);
  parse->context = NULL;
  pond_xml_forget_declaration(parse);
}

// Whom the events of this context are for.
static inline void *pond_xml_owner(void *context) {
  PondXMLParse *parse = (PondXMLParse *)((xmlParserCtxtPtr)context)->_private;
  return parse == NULL ? NULL : parse->owner;
}

// The line that is being read, from 1; 0 where the parser stands nowhere.
static inline int pond_xml_line(void *context) {
  xmlParserInputPtr input = ((xmlParserCtxtPtr)context)->input;
  return input == NULL ? 0 : input->line;
}

// The column that is being read, from 1; 0 where the parser stands nowhere.
static inline int pond_xml_column(void *context) {
  xmlParserInputPtr input = ((xmlParserCtxtPtr)context)->input;
  return input == NULL ? 0 : input->col;
}

// How many bytes of what was handed over are not read yet.
static inline long pond_xml_waiting(void *context) {
  xmlParserInputPtr input = ((xmlParserCtxtPtr)context)->input;
  return input == NULL ? 0 : (long)(input->end - input->cur);
}

// What goes wrong in a conversion is told by its result, never printed.
static inline void pond_xml_ignore_error(void *data, xmlErrorPtr error) {
  (void)data; (void)error;
}

// Converts text from an encoding that libxml2 knows into UTF-8, piece by piece. NULL for an
// encoding that it does not know and for bytes that are not of the encoding; else a buffer for
// xmlBufferFree.
static inline xmlBufferPtr pond_xml_decode(const char *encoding, const xmlChar *bytes, size_t count) {
  xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler(encoding);
  if (handler == NULL) return NULL;
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *beforeContext = xmlStructuredErrorContext;
  xmlSetStructuredErrorFunc(NULL, pond_xml_ignore_error);
  xmlBufferPtr in = xmlBufferCreate();
  xmlBufferPtr out = xmlBufferCreate();
  int good = in != NULL && out != NULL;
  size_t taken = 0;
  while (good && (taken < count || xmlBufferLength(in) > 0)) {
    size_t piece = count - taken < 32768 ? count - taken : 32768;
    if (piece > 0) good = xmlBufferAdd(in, bytes + taken, (int)piece) == 0;
    taken += piece;
    int waiting = xmlBufferLength(in);
    if (good && xmlCharEncInFunc(handler, out, in) == -2) good = 0;
    // Half a character may wait for its other half, but not for ever.
    if (xmlBufferLength(in) == waiting && (piece == 0 || waiting > 65536)) good = 0;
  }
  if (in != NULL) xmlBufferFree(in);
  if (!good && out != NULL) {
    xmlBufferFree(out);
    out = NULL;
  }
  xmlSetStructuredErrorFunc(beforeContext, before);
  xmlCharEncCloseFunc(handler);
  return out;
}

#endif
