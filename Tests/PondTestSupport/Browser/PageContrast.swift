/// The part of the audit that holds every text against what lies under it: 4.5 to 1, and 3 to 1 for
/// large ones (WCAG 1.4.3).
enum PageContrast {
  static let script = [colours, ground, texts].joined(separator: "\n")

  // A canvas turns every way to write a colour into four numbers.
  private static let colours = """
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    const known = new Map();
    const colour = (text) => {
      if (!known.has(text)) {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = text;
        pen.fillRect(0, 0, 1, 1);
        const [red, green, blue, cover] = pen.getImageData(0, 0, 1, 1).data;
        known.set(text, [red, green, blue, cover / 255]);
      }
      return known.get(text);
    };
    const over = (top, under) =>
      [0, 1, 2].map((part) => top[part] * top[3] + under[part] * (1 - top[3])).concat(1);
    const light = (paint) => {
      const [red, green, blue] = paint.slice(0, 3).map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
      const [high, low] = [light(one), light(other)].sort((left, right) => right - left);
      return (high + 0.05) / (low + 0.05);
    };
    """

  // Under a text of a picture lies its own seam, else the topmost shape at three spots; under others,
  // the papers of what holds them.
  private static let ground = """
    const paper = (one) => {
      const layers = [];
      for (let at = one; at; at = at.parentElement) {
        layers.push(colour(getComputedStyle(at).backgroundColor));
        if (layers.at(-1)[3] === 1) break;
      }
      return layers.reverse().reduce((under, top) => over(top, under), colour("Canvas"));
    };
    const isWords = (one) => one.localName === "text" || one.localName === "tspan";
    const shapesUnder = (one) => {
      const own = getComputedStyle(one);
      if (own.paintOrder.startsWith("stroke") && parseFloat(own.strokeWidth) > 2)
        return [colour(own.stroke)];
      one.scrollIntoView({ block: "center", behavior: "instant" });
      const box = one.getBoundingClientRect();
      const spots = [0.1, 0.5, 0.9].map((part) => [box.x + box.width * part, box.y + box.height / 2]);
      return spots.map(([x, y]) => {
        const shape = document.elementsFromPoint(x, y).find((shape) => !isWords(shape)
          && (!(shape instanceof SVGGeometryElement) || getComputedStyle(shape).fill !== "none"));
        if (!(shape instanceof SVGGeometryElement)) return paper(shape || one);
        const style = getComputedStyle(shape);
        const [red, green, blue, cover] = colour(style.fill);
        return over([red, green, blue, cover * style.fillOpacity], paper(shape.ownerSVGElement));
      });
    };
    """

  private static let texts = """
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const told = new Set();
    window.textsLookedAt = 0;
    while (walk.nextNode()) {
      const one = walk.currentNode.parentElement;
      if (!walk.currentNode.textContent.trim() || !isShown(one)) continue;
      if (one.closest(":disabled,script,style,option,title")) continue;
      const style = getComputedStyle(one);
      const isDrawn = one instanceof SVGElement;
      const ink = colour(isDrawn ? style.fill : style.color);
      const size = parseFloat(style.fontSize);
      const least = size >= 24 || size >= 18.66 && style.fontWeight >= 700 ? 3 : 4.5;
      window.textsLookedAt += 1;
      for (const under of isDrawn ? shapesUnder(one) : [paper(one)]) {
        const ratio = contrast(over(ink, under), under);
        const what = "contrast of " + ratio.toFixed(2) + " in place of " + least;
        if (ratio >= least || told.has(what)) continue;
        told.add(what);
        tell(what, one);
      }
    }
    scrollTo(0, 0);
    """
}
