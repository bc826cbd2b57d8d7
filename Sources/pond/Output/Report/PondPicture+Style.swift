extension PondPicture {
  /// The colours of the water and the land, by day and by night; the picture carries them along
  /// where it is shown alone. Names beside discs have a seam of the water around them: how wide letters
  /// are, another machine's typeface decides.
  static let style = """
    .pond{--land:#f3e8d4;--wet:#e0d2b0;--shallow:#bfe0dc;--slope:#5fa3ab;--deep:#0f5063;\
    --deepest:#0b4254;--on-land:#4d3517;--on-shallow:#06333d;--on-deep:#eef7ee;\
    --lily:#eff5d6;--lily-ink:#17383c;--float:#fbfefd;--float-edge:#1d6f7f;--float-ink:#0b3d48;\
    --pebble:#ad4419;--pebble-ink:#fff;--ended:#7d5020;\
    font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
    @media (prefers-color-scheme:dark){.pond{--land:#2b251b;--wet:#3a3325;--shallow:#1f5259;\
    --slope:#123f4c;--deep:#0a2a38;--deepest:#08212d;--on-land:#ecdcbd;--on-shallow:#e2f3f1;\
    --on-deep:#e6f3ea;--lily:#d3e3b2;--lily-ink:#12272b;--float:#c4e2e0;--float-edge:#0b2f38;\
    --float-ink:#08272f;--pebble:#dd8a60;--pebble-ink:#241006;--ended:#d3ac79}}
    .pond .land{fill:var(--land)}.pond .wet{fill:var(--wet)}.pond .shallow{fill:var(--shallow)}
    .pond .slope{fill:var(--slope);fill-opacity:.3}.pond .deep{fill:var(--deep)}
    .pond .deepest{fill:var(--deepest)}
    .pond circle{stroke-width:1.3}.pond .in-close{fill:var(--lily);stroke:var(--lily)}
    .pond .in-stream{fill:var(--float);stroke:var(--float-edge)}
    .pond .in-bank{fill:var(--pebble);stroke:var(--pebble)}
    .pond .spare{fill:var(--wet);stroke:var(--ended)}
    .pond .ended{fill:var(--land);stroke:var(--ended);stroke-width:2}
    .pond .fog{fill:var(--on-deep);fill-opacity:.3;stroke:var(--on-shallow);stroke-opacity:.35;\
    stroke-dasharray:1.5 2.5}
    .pond a:hover circle{stroke-width:3}
    .pond .lead{fill:none;stroke-width:.8;stroke-opacity:.6}.pond .lead-close{stroke:var(--on-deep)}
    .pond .lead-stream{stroke:var(--on-shallow)}.pond .lead-bank{stroke:var(--on-land)}
    .pond .unsure{fill-opacity:.22;stroke-width:1.8;stroke-dasharray:2.6 2}
    .pond .in-stream.unsure{stroke:var(--on-shallow)}
    .pond text{font-size:12.5px}.pond .where{font-size:17px;font-style:italic;text-anchor:middle}
    .pond .m{display:none;font-size:26px}
    .pond .on-close,.pond .on-stream,.pond .on-bank{paint-order:stroke;stroke-width:.2em;\
    stroke-linejoin:round}
    .pond .on-close{fill:var(--on-deep);stroke:var(--deep)}
    .pond .on-stream{fill:var(--on-shallow);stroke:var(--shallow)}
    .pond .on-bank{fill:var(--on-land);stroke:var(--land)}.pond .over-close{fill:var(--lily-ink)}
    .pond .over-stream{fill:var(--float-ink)}.pond .over-bank{fill:var(--pebble-ink)}
    @media (max-width:640px){.pond .l{display:none}.pond .m{display:inline}\
    .pond .where{font-size:30px}.pond .m{font-size:26px}}
    """
}
