#if Web
  /// The page's style: the report's, and what a page that is worked in needs besides.
  enum WebStyle {
    static let text = [ReportStyle.text, PondPicture.style, shell, controls, rooms]
      .joined(separator: "\n")

    private static let shell = """
      .top{padding-top:1rem}.top nav ul{margin:0;gap:0 .35rem}
      .top nav a{padding:.65rem .7rem;min-height:1.5rem;text-decoration:none;border-radius:.4rem}
      .top nav a[aria-current]{background:var(--wash);font-weight:600;color:var(--ink)}
      .top nav a:hover{text-decoration:underline}
      .notice{max-width:62rem;margin:.5rem auto 0;padding:0 1.5rem}
      .notice:not(:empty)::before{content:"";}
      main{padding-top:1rem}main:focus{outline:none}
      """

    private static let controls = """
      button,.go,input[type=submit]{font:inherit;min-height:2.75rem;padding:.5rem 1.1rem;\
      border:1px solid var(--deep);border-radius:.5rem;background:var(--paper);color:var(--link);\
      cursor:pointer;display:inline-flex;align-items:center;text-decoration:none}
      """

    /// The icon of the page: a disc in the deep.
    static let icon = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" \
      fill="#3d93a0"/><circle cx="16" cy="17" r="10" fill="#0f5063"/><circle cx="13" cy="15" r="4" \
      fill="#eff5d6"/></svg>
      """
  }
#endif
