# A man page in roff from the help of a command. `name` is the page's, `commands` all there are.

function roff(text) {
  gsub(/\\/, "\\e", text)
  gsub(/-/, "\\-", text)
  if (text ~ /^[.']/) text = "\\&" text
  return text
}

# A paragraph; one that is laid out by hand, as lists and examples are, keeps its lines.
function end_paragraph(   i, by_hand) {
  if (!lines) return
  for (i = 1; i <= lines; i++) if (line[i] ~ /  /) by_hand = 1
  print ".PP"
  if (by_hand) print ".nf\n.in 4n"
  for (i = 1; i <= lines; i++) print roff(line[i])
  if (by_hand) print ".in\n.fi"
  lines = 0
}

function end_item() {
  if (item != "") print ".TP\n.B " roff(item) "\n" roff(words)
  item = ""
}

function synopsis(   i) {
  print ".SH SYNOPSIS"
  for (i = 1; i <= usages; i++) print (i > 1 ? ".br\n" : "") ".B " roff(usage[i])
  if (descriptions) print ".SH DESCRIPTION"
  for (i = 1; i <= descriptions; i++) {
    if (description[i] == "") end_paragraph()
    else line[++lines] = description[i]
  }
  end_paragraph()
}

BEGIN { printf ".TH %s 1 \"\" \"pond %s\" \"Pond\"\n", toupper(name), version }

/^OVERVIEW: / { summary = substr($0, 11); part = "summary"; next }
part == "summary" && $0 != "" { summary = summary " " $0; next }
part == "summary" {
  sub(/\.$/, "", summary)
  print ".SH NAME\n" roff(name) " \\- " roff(summary)
  part = "description"
  next
}
/^USAGE: / { part = "usage"; usage[++usages] = substr($0, 8); next }
part == "usage" && /^ +[^ ]/ { sub(/^ +/, ""); usage[++usages] = $0; next }
part == "description" { description[++descriptions] = $0; next }
/^[A-Z ]+:$/ {
  if (part == "usage") synopsis()
  end_item()
  part = "items"
  print ".SH " substr($0, 1, length($0) - 1)
  next
}
part == "items" && /^  See / { next }
part == "items" && /^  [^ ]/ {
  end_item()
  item = substr($0, 3)
  words = ""
  if (gap = index(item, "  ")) {
    words = substr(item, gap)
    sub(/^ +/, "", words)
    item = substr(item, 1, gap - 1)
  }
  next
}
part == "items" && /^ +[^ ]/ {
  sub(/^ +/, "")
  words = words (words == "" ? "" : " ") $0
}
END {
  end_item()
  print ".SH SEE ALSO"
  if (name != "pond") print ".BR pond (1)"
  n = name == "pond" ? split(commands, all, " ") : 0
  for (i = 1; i <= n; i++) print ".BR pond\\-" all[i] " (1)" (i < n ? "," : "")
}
