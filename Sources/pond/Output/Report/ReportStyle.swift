/// The page's style: one column, the colours of water and of the bank, by day, by night, on paper.
enum ReportStyle {
  static let text = [colours, letters, layout, tables, pictures, cases, screens]
    .joined(separator: "\n")

  private static let colours = """
    :root{color-scheme:light dark;--paper:#fcfbf7;--ink:#17292e;--soft:#4d6166;--rule:#d9dcd3;\
    --wash:#f1f3ec;--deep:#0f5063;--stream:#3d93a0;--bank:#ad4419;--cap:#7d5020;--link:#0b5a70}
    @media (prefers-color-scheme:dark){:root{--paper:#101719;--ink:#e3ebe9;--soft:#a9b9ba;\
    --rule:#2f3c40;--wash:#172226;--deep:#8fd0d8;--stream:#4d98a5;--bank:#dd8a60;--cap:#d3ac79;\
    --link:#86cfe0}}
    """

  private static let letters = """
    body{margin:0;background:var(--paper);color:var(--ink);\
    font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;\
    overflow-wrap:anywhere}
    h1,h2{font-family:ui-serif,"Iowan Old Style","Palatino Linotype",Palatino,Georgia,serif;\
    font-weight:600;line-height:1.2;text-wrap:balance}
    h1{font-size:2.6rem;margin:0 0 .5rem}h2{font-size:1.6rem;margin:0 0 .5rem}
    h3{font-size:1.1rem;margin:2.2rem 0 .2rem}h3 small{font-weight:400;color:var(--soft)}
    .lede{font-size:1.25rem;line-height:1.5;max-width:40rem;text-wrap:pretty}
    p{max-width:42rem;margin:.4rem 0 1rem}a{color:var(--link)}
    code{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
    small,figcaption,caption{font-size:.875rem}
    """

  private static let layout = """
    header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.5rem}
    header{padding-top:4rem}main>section{margin:4.5rem 0}
    footer{margin-top:5rem;padding-bottom:4rem;color:var(--soft);font-size:.9rem}
    footer p{border-top:1px solid var(--rule);padding-top:1rem}footer p+p{border:0;padding:0}
    nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:1.5rem 0 0}
    nav a{display:inline-block;padding:.25rem 0}
    .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);\
    padding:.5rem 1rem;z-index:1}
    :focus-visible{outline:2px solid var(--link);outline-offset:3px}
    details{margin:.5rem 0}summary{cursor:pointer;padding:.35rem 0}
    """

  private static let tables = """
    .scroll{overflow-x:auto;max-width:100%}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.94rem}
    caption{text-align:left;color:var(--soft);padding:.25rem 0 .5rem}
    th,td{text-align:left;font-weight:400;padding:.4rem .75rem .4rem 0;\
    border-bottom:1px solid var(--rule);vertical-align:baseline}
    thead th{color:var(--soft);font-size:.875rem;white-space:nowrap}
    tbody th{min-width:9rem}td{overflow-wrap:normal}.n{text-align:right;white-space:nowrap}
    .bar{width:22%;min-width:5rem}.bar svg{display:block;width:100%;height:.7rem}
    .fill-bank{fill:var(--bank)}.fill-close{fill:var(--deep)}.fill-stream{fill:var(--stream)}
    .fill-cap{fill:none;stroke:var(--cap);stroke-width:1.5;vector-effect:non-scaling-stroke}
    """

  private static let pictures = """
    figure{margin:1.5rem 0 1rem}figure>svg{display:block;width:100%;height:auto}
    figcaption{color:var(--soft);margin-top:.75rem}
    .key{white-space:nowrap;margin-right:1.1rem}.key svg{width:1rem;height:1rem;vertical-align:-.15rem}
    .disc,.dot{display:inline-block;width:.8rem;height:.8rem;border-radius:50%;vertical-align:-.05rem;\
    border:1.5px solid transparent;box-sizing:border-box}.dot{width:.6rem;height:.6rem}
    .disc.close{background:#eff5d6;border-color:#0f5063;border-width:3px}
    .disc.stream{background:#fbfefd;border-color:#1d6f7f}.disc.bank,.dot.bank{background:var(--bank)}
    .disc.fog{background:var(--wash);border:1.5px dotted var(--stream)}
    .disc.spare{background:#e0d2b0;border-color:#7d5020}.disc.ended{border-color:var(--cap)}.disc.unsure{border:1.5px dashed var(--soft)}
    .dot.close{background:var(--deep)}.dot.stream{background:var(--stream)}
    .plot text{font-family:inherit;fill:var(--ink)}.plot .tick{font-size:13px;fill:var(--soft)}
    .plot .axis{font-size:15px}.plot .name{font-size:13px;paint-order:stroke;stroke:var(--paper);stroke-width:3px}
    .grid{stroke:var(--rule);fill:none}.ground{stroke:var(--soft);fill:none}
    .curve{fill:none;stroke:var(--bank);stroke-width:2}.notes{stroke-dasharray:6 4}
    .below{fill:var(--bank);fill-opacity:.06}
    .whisker{stroke:var(--stream);stroke-opacity:.42;fill:none}
    .density{fill:var(--stream)}.source{fill:var(--deep)}.under{fill:var(--bank)}
    .dots-close,.dots-stream,.dots-fog,.dots-bank{fill:none;stroke-width:5;stroke-linecap:round}
    .month-posts{fill:var(--stream)}.month-acts{fill:var(--deep)}.month-gone{fill:var(--bank)}
    .hour{fill:var(--deep)}.strip{height:1.1rem;width:12rem;vertical-align:-.2rem}
    .strip rect{fill:var(--stream)}.strip .none{fill:none;stroke:var(--soft);stroke-dasharray:2 2}
    .dots-close{stroke:var(--deep)}.dots-stream{stroke:var(--stream)}.dots-bank{stroke:var(--bank)}
    .dots-fog{stroke:var(--cap)}.dot.fog{background:var(--cap)}
    """

  private static let cases = """
    .case{border-bottom:1px solid var(--rule);margin:0;padding:.15rem 0}
    .case summary{display:flex;flex-wrap:wrap;gap:.1rem .9rem;align-items:baseline}
    .case summary::before{content:"+";color:var(--soft);width:.7rem}.case[open] summary::before{content:"–"}
    .case summary::-webkit-details-marker{display:none}
    .who{flex:1;min-width:12rem}.rate,.answer{color:var(--soft);font-size:.9rem}
    .rate{font-variant-numeric:tabular-nums}
    dl{margin:.25rem 0 1rem 1.6rem;max-width:42rem}dt{color:var(--soft);font-size:.875rem;margin-top:.6rem}
    dd{margin:0}.case p{margin-left:1.6rem;font-size:.9rem}
    """

  private static let screens = """
    @media (max-width:640px){header{padding-top:2rem}header,main,footer{padding-left:1rem;\
    padding-right:1rem}main>section{margin:3rem 0}h1{font-size:2rem}h2{font-size:1.35rem}\
    .lede{font-size:1.1rem}.plot .tick,.plot .name{font-size:24px}.plot .axis{font-size:26px}\
    .week .tick{font-size:19px}.plot .l{display:none}.dots-close,.dots-stream,.dots-fog,.dots-bank{stroke-width:5.4}}
    @media print{@page{margin:12mm}:root{--paper:#fff}body{font-size:8.5pt;line-height:1.32}\
    nav,.skip{display:none}header,main,footer{max-width:none;padding:0}\
    header{padding-top:0}main>section{margin:1.2rem 0}figure,tr,dl,h2,h3{break-inside:avoid}\
    h2,h3,h2+p,h3+p,summary{break-after:avoid}figure{break-before:avoid;margin:.5rem 0}\
    figure>svg{max-height:88mm;width:auto;margin:0 auto}a{color:inherit;text-decoration:none}\
    .cases{columns:2;column-gap:8mm}.case{break-inside:avoid;padding:0}.case summary{padding:.1rem 0}\
    dl{margin:.1rem 0 .3rem;max-width:none}dt{display:inline;font-size:7.5pt;margin:0}\
    dt::after{content:": "}dd{display:inline;font-size:8pt}dd::after{content:"\\a";white-space:pre}\
    .case p{display:none}p{margin:.2rem 0 .5rem;break-inside:avoid}\
    details:not([open]):not(.case){display:none}\
    .case::details-content{content-visibility:visible;display:block;block-size:auto}\
    .scroll{overflow:visible}}
    """
}
