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

# What the help of no command says, and every page needs.
function sections() {
  print ".SH EXIT STATUS"
  row("0", "All is well.")
  row("1", "It was done, and something that you would want was lost or could not be looked at; each is named.")
  row("64", "The arguments are wrong, or name nothing that there is.")
  row("65", "An input is damaged, cut short, or not what it claims to be; nothing of it was taken.")
  row("66", "An input or the pond file is not there.")
  row("69, 70, 73, 74, 77, 78", "Something cannot be had; a fault of Pond's own; an output exists already; writing failed; not allowed; the settings are wrong (sysexits.h).")
  row("75", "Another process works with the pond file: try again.")
  row("130, 143", "It was stopped by a signal, and nothing was left half done.")
  print ".SH ENVIRONMENT"
  row("POND_FILE", "The pond file, where --pond does not name one.")
  row("XDG_DATA_HOME", "Where pond/pond.sqlite is kept, where POND_FILE does not say it; default ~/.local/share.")
  row("POND_NOW", "The moment that counts as the present (ISO 8601), so that a run can be repeated.")
  row("VISUAL, EDITOR", "The editor of pond review --edit.")
  row("BROWSER", "What opens pages; else xdg-open.")
  row("COLUMNS", "The width that output is laid out for.")
  row("NO_COLOR", "Where it is set, nothing has a colour.")
  print ".SH FILES"
  row("~/.local/share/pond/pond.sqlite", "The pond file: everything that Pond knows. pond backup copies it, pond wipe removes it.")
  print ".SH EXAMPLES"
  print ".nf\n.in 4n"
  examples()
  print ".in\n.fi"
}

function row(what, words) { print ".TP\n.B " roff(what) "\n" roff(words) }

function examples(   command, i, n, all) {
  command = name
  sub(/-/, " ", command)
  n = split(example(), all, "\n")
  if (!n) print roff(command " --help")
  for (i = 1; i <= n; i++) print roff("pond" all[i])
}

# What follows pond, a line each.
function example() {
  if (name == "pond") return " import subscriptions.opml\n fetch\n plan\n review\n export opml -o trimmed.opml"
  if (name == "pond-import") return " import subscriptions.opml ~/.newsboat\n import - <list.opml"
  if (name == "pond-inspect") return " inspect archive.zip\n inspect --json --limit 0 - <list.opml"
  if (name == "pond-fetch") return " fetch --dry-run\n fetch"
  if (name == "pond-list") return " list --sort last\n list --tag garden --format tsv --fields id,address\n list --format nl"
  if (name == "pond-why") return " why harbour"
  if (name == "pond-plan") return " plan --size 50\n plan --format tsv --fields id,verdict,ring"
  if (name == "pond-report") return " report --open\n report -o pond.html --size 50"
  if (name == "pond-decide") return " decide harbour let-go --reason \"too loud\"\n decide --from answers.txt"
  if (name == "pond-journal") return " journal\n journal --fields at,decision,title"
  if (name == "pond-export") return " export opml -o trimmed.opml\n export opml --folder News -o news.opml\n export list -o feeds.txt"
  if (name == "pond-declare") return " declare harbour trusted"
  if (name == "pond-backup") return " backup pond-backup.sqlite"
  if (name == "pond-explain") return " explain bar"
  return ""
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
  sections()
  print ".SH SEE ALSO"
  if (name != "pond") print ".BR pond (1)"
  n = name == "pond" ? split(commands, all, " ") : 0
  for (i = 1; i <= n; i++) print ".BR pond\\-" all[i] " (1)" (i < n ? "," : "")
}
