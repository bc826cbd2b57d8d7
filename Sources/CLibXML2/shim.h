// libxml2, as Pond uses it.
//
// Debian builds libxml2 with ICU, whose headers clash with the ICU inside Swift's Foundation in
// clean debug builds: the switch is turned off before any other header is read. Nothing that Pond
// calls depends on it.
#ifndef POND_CLIBXML2_SHIM_H
#define POND_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/xmlerror.h>

#endif
