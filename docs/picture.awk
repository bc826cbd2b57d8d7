# Draws terminal output as an SVG: one text element a line, in the reader's own monospace.
# awk -v title='$ pond plan' -f docs/picture.awk < output > picture.svg
{
  gsub(/&/, "\\&amp;"); gsub(/</, "\\&lt;"); gsub(/>/, "\\&gt;")
  lines[++count] = $0
}
END {
  width = 80 * 8.4 + 40; height = (count + 2) * 18 + 40
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n", width, height
  printf "<title>%s</title>\n", title
  printf "<rect width=\"100%%\" height=\"100%%\" rx=\"10\" fill=\"#0f2530\"/>\n"
  printf "<g font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"14\" fill=\"#dfe9e4\" xml:space=\"preserve\">\n"
  printf "<text x=\"20\" y=\"34\" fill=\"#8fc7b5\">%s</text>\n", title
  for (i = 1; i <= count; i++)
    printf "<text x=\"20\" y=\"%d\">%s</text>\n", 34 + (i + 1) * 18, lines[i]
  print "</g></svg>"
}
