#if Web
  extension WebStyle {
    /// The style of the pages on which one answers, plans and looks.
    static let rooms = [questions, words, sliders, lists, small].joined(separator: "\n")

    private static let questions = """
      .place{color:var(--soft);font-size:.9rem;margin:0}
      .question{margin:1rem 0 0;touch-action:pan-y}
      h1[data-focus]:focus,.taste:focus{outline:none}
      h1[data-focus]:focus-visible,.taste:focus-visible{outline:2px solid var(--link);outline-offset:4px}
      .origin{color:var(--soft);margin:.1rem 0 .6rem}
      .answers{position:sticky;bottom:0;background:var(--paper);border-top:1px solid var(--rule);\
      margin-top:1.25rem;padding:.6rem 0 .9rem;z-index:1}
      .said{font-weight:600;margin:0 0 .5rem}
      .keys{display:flex;flex-wrap:wrap;gap:.5rem}
      .keys button{min-width:5.5rem;justify-content:center}
      .answer-keep,.answer-hold{border-color:var(--deep)}
      .answer-let-go,.answer-archive{border-color:var(--bank);color:var(--bank)}
      .answer-skip,.quiet{border-color:var(--rule);color:var(--soft)}
      kbd{font:inherit;font-size:.75rem;color:var(--soft);border:1px solid var(--rule);\
      border-radius:.25rem;padding:0 .35rem;margin-left:.35rem}
      @media (pointer:coarse){kbd{display:none}}
      .elsewhere{margin:.6rem 0}.elsewhere a{padding:.5rem 0;display:inline-block}
      .row{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;margin:.75rem 0}
      .row form{margin:0}.row p{margin:0}
      .undo{margin:0 0 .75rem}
      .taste{min-height:9rem;max-width:42rem}.taste h2{margin:.25rem 0 .5rem}
      .taste p{font-size:1.05rem}
      summary{min-height:1.75rem}
      """

    private static let words = """
      .parts{margin:.75rem 0;max-width:52rem}
      .parts>div{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:0 1rem;\
      padding:.35rem 0;border-top:1px solid var(--rule)}
      .parts>div:first-child{border-top:0}
      .parts dt{grid-column:1;margin:0;color:var(--soft);font-size:.9rem}
      .parts dd{grid-column:2;margin:0}
      .posts,.plain,.journal{list-style:none;margin:0;padding:0}
      .posts li,.journal li{padding:.2rem 0}.posts a{display:inline-block;padding:.1rem 0}
      .day{color:var(--soft);font-variant-numeric:tabular-nums;margin-right:.4rem}
      .plain li{border-top:1px solid var(--rule)}
      .own{white-space:pre-wrap;background:var(--wash);padding:.75rem;border-radius:.4rem}
      .indented{margin:.1rem 0 .1rem 1.2rem}
      .found{list-style:none;padding:0;margin:1rem 0}.found li{border-top:1px solid var(--rule);\
      padding:.9rem 0 .4rem}.found h2{font-size:1.2rem;margin:0}
      """

    private static let sliders = """
      .slider{display:grid;grid-template-columns:16rem minmax(0,1fr) 3.5rem;gap:.25rem 1rem;\
      align-items:center;max-width:none;margin:.25rem 0}
      .slider input{width:100%;min-height:2.75rem;margin:0;accent-color:var(--deep)}
      .slider output{text-align:right;font-variant-numeric:tabular-nums;font-weight:600}
      @media (scripting:enabled){.draw{display:none}}
      .summary{min-height:14rem}#plan-part>section{margin:3rem 0}
      """

    private static let lists = """
      label{display:block;color:var(--soft);font-size:.9rem;margin-bottom:.15rem}
      label.check{color:inherit;font-size:1rem;display:flex;align-items:center;gap:.5rem;\
      min-height:2.75rem}
      input,select,textarea{font:inherit;color:inherit;background:var(--paper);\
      border:1px solid var(--soft);border-radius:.4rem;padding:.45rem .6rem;min-height:2.75rem;\
      max-width:100%;box-sizing:border-box}
      input[type=checkbox]{min-height:1.25rem;width:1.25rem}
      @media (min-width:641px){.top{display:flex;flex-wrap:wrap;gap:.25rem 1rem;\
      align-items:center;justify-content:space-between}}
      button,.go{box-sizing:border-box}
      .find{margin:.35rem 0 0}.find label{position:absolute;left:-99rem}
      .find input{width:11rem;min-height:2.75rem}
      textarea,#reason,#address,#other{width:100%;max-width:42rem;display:block}
      button.small{min-height:2.75rem;padding:.3rem .8rem;margin-top:.35rem}
      .note{margin:.75rem 0}.search{align-items:end}
      .say form{margin:.6rem 0}
      """

    private static let small = """
      @media (max-width:640px){
      .parts>div{display:block}.parts dd{margin-top:.1rem}
      .slider{grid-template-columns:minmax(0,1fr) 3.5rem}.slider label{grid-column:1/3}
      .keys{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:.4rem}
      .keys button{min-width:0;padding:.4rem .25rem}
      .answers{margin-left:-1rem;margin-right:-1rem;padding-left:1rem;padding-right:1rem}
      .taste{min-height:12rem}
      }
      @media (max-width:430px){.keys kbd{display:none}}
      .scroll caption{position:sticky;left:0;max-width:calc(100vw - 2rem)}
      @media (prefers-reduced-motion:no-preference){[data-card]{transition:translate .12s}}
      """
  }
#endif
