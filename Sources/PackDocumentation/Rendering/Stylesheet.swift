/// How the site looks: light or dark as the reader's system is, readable on paper and small screens.
package enum Stylesheet {
  /// The text of the style sheet.
  package static let text = """
    :root {
      color-scheme: light dark;
      --ink: light-dark(#1d2329, #d9dee4);
      --paper: light-dark(#ffffff, #15191e);
      --quiet: light-dark(#5b6670, #9aa5b1);
      --line: light-dark(#dfe4e9, #313942);
      --shade: light-dark(#f4f6f8, #1e242b);
      --accent: light-dark(#0b5cad, #7ab7ff);
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; color: var(--ink); background: var(--paper);
      font: 16px/1.6 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
    }
    nav {
      display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: .75rem 1.5rem;
      border-bottom: 1px solid var(--line); background: var(--shade); font-size: .9rem;
    }
    nav a[aria-current] { color: var(--ink); font-weight: 600; }
    main { max-width: 70rem; margin: 0 auto; padding: 1.5rem; }
    h1 { line-height: 1.25; font-size: 1.8rem; }
    h2 { margin-top: 2.2rem; font-size: 1.25rem; border-bottom: 1px solid var(--line); }
    h3 { margin-top: 1.6rem; font-size: 1.05rem; }
    p, li { max-width: 46rem; }
    a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
    code, pre { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    code { font-size: .88em; background: var(--shade); padding: .1em .3em; border-radius: 4px; overflow-wrap: anywhere; }
    pre { background: var(--shade); border: 1px solid var(--line); border-radius: 6px; padding: 1rem; overflow-x: auto; }
    pre code { background: none; padding: 0; }
    .table { overflow-x: auto; }
    td code { overflow-wrap: break-word; }
    table { border-collapse: collapse; font-size: .92rem; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--line); }
    th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
    @media print { nav { display: none; } main { max-width: none; } }

    """
}
