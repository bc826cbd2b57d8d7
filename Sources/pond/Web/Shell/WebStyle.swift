#if Web
  /// The page's style: the report's, and what a page that is worked in needs besides.
  enum WebStyle {
    static let text = [
      ReportStyle.text, PondPicture.style, shell, controls, rooms, pieces, screens,
    ]
    .joined(separator: "\n")

    private static let shell = """
      .top{padding-top:.75rem}.top nav ul{margin:0 -.7rem;gap:0 .1rem}
      .top nav a{padding:.65rem .7rem;min-height:1.5rem;white-space:nowrap;text-decoration:none;border-radius:.4rem}
      .top nav a[aria-current]{background:var(--wash);font-weight:600;color:var(--ink)}
      .top nav a:hover{text-decoration:underline}
      .notice{max-width:62rem;box-sizing:border-box;margin:.5rem auto 0;padding:0 1.5rem}
      .notice:not(:empty){padding:.6rem 1.5rem;border-left:.3rem solid var(--stream);\
      background:var(--wash)}
      main{padding-top:1.25rem;min-height:60vh}main:focus{outline:none}
      main>section{margin:2.5rem 0}h1{font-size:2.1rem}.lede,main p{text-wrap:pretty}
      .notice.spoken{position:absolute;width:1px;height:1px;margin:0;padding:0;overflow:hidden;\
      clip-path:inset(50%)}.notice.spoken+main{margin-top:.5rem}
      .skip{display:inline-flex;align-items:center;box-sizing:border-box;min-height:2.75rem}
      footer{margin-top:3rem;padding-bottom:2rem}
      .soft,.what{color:var(--soft)}.said{font-weight:600}
      """

    private static let controls = """
      button,.go{font:inherit;box-sizing:border-box;min-height:2.75rem;padding:.45rem 1.1rem;\
      border:1px solid var(--soft);border-radius:.5rem;background:var(--paper);color:var(--link);\
      cursor:pointer;display:inline-flex;align-items:center;text-decoration:none}
      button:hover,.go:hover{background:var(--wash)}
      button.first,.go.first{background:var(--deep);border-color:var(--deep);color:var(--paper)}
      button.first:hover,.go.first:hover{text-decoration:underline}
      button:disabled{opacity:.6;cursor:default}
      input[type=file]{max-width:100%;box-sizing:border-box;padding:.45rem 0;border:0;min-height:2.75rem}
      input[type=file]::file-selector-button{font:inherit;min-height:2.4rem;padding:.3rem .9rem;\
      margin-right:.8rem;border:1px solid var(--soft);border-radius:.5rem;background:var(--paper);\
      color:var(--link);cursor:pointer}
      summary{padding:.6rem 0}
      """

    private static let pieces = """
      .drop{border:2px dashed var(--stream);border-radius:.75rem;padding:1.25rem 1.5rem;\
      margin:1.25rem 0;background:var(--wash)}
      .drop.over{border-style:solid;border-color:var(--deep)}
      .drop-words{font-size:1.15rem;margin:0 0 .5rem}
      @media (scripting:none){.drop-words{display:none}}
      .row{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center}
      .drop .row{gap:1rem 2.5rem}.drop input[type=file]{background:none}
      .progress progress{width:12rem;max-width:50%;accent-color:var(--deep)}
      .ways{list-style:none;padding:0;margin:1rem 0}
      .ways li{margin:.6rem 0;display:flex;flex-wrap:wrap;gap:.35rem .9rem;align-items:center}
      .ways .go{min-width:7rem;justify-content:center}
      .news{margin:.5rem 0;max-width:52rem}
      .news>div{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:0 1rem;padding:.3rem 0;\
      border-top:1px solid var(--rule)}
      .news dt{margin:0;font-size:.94rem}
      .plain{list-style:none;padding:0;margin:1rem 0}
      .lists li{border-top:1px solid var(--rule);padding:.9rem 0 .3rem}.lists h2{font-size:1.25rem;margin:0}
      .lists p{margin:.2rem 0 .6rem}.lists .go{margin-right:.6rem}
      .cuts li{padding:.15rem 0}.take{margin:1.25rem 0}
      .journal{list-style:none;padding:0;max-width:52rem}
      .journal li{padding:.45rem 0;border-top:1px solid var(--rule)}
      .journal .day{color:var(--soft);font-variant-numeric:tabular-nums;margin-right:.5rem}
      .journal .word{display:inline-block;min-width:4.5rem;font-weight:600}
      .journal .gone{color:var(--soft);text-decoration-line:line-through}
      .journal .gone .soft{text-decoration:none;display:inline-block}
      .told h2{font-size:1.25rem}.told ul{margin:.25rem 0 1rem;padding-left:1.2rem}
      """

    private static let screens = """
      @media (max-width:640px){h1{font-size:1.75rem}.top nav ul{margin:0 -.6rem;gap:0}\
      .top nav a{padding:.6rem .55rem}.notice{padding:0 1rem}\
      .notice:not(:empty){padding:.6rem 1rem}.drop{padding:1rem}\
      .news>div{display:block}}
      @media print{.top,.notice:empty,form,.go,.drop{display:none}main{min-height:0}}
      @media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
      """

    /// The icon of the page: a disc in the deep.
    static let icon = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" \
      fill="#3d93a0"/><circle cx="16" cy="17" r="10" fill="#0f5063"/><circle cx="13" cy="15" r="4" \
      fill="#eff5d6"/></svg>
      """
  }
#endif
