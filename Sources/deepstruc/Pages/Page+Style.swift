extension Page {
  /// Wide enough to read, narrow enough for a phone; black on white on paper.
  static let style = """
    :root { color-scheme: light dark; --ink: #1c1e21; --paper: #ffffff; --code: #f5f6f8;
      --line: #d9dce1; --soft: #667; --keyword: #8a2da5; --command: #0b5cad; --number: #a04500;
      --text: #1a7f37; --label: #555; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e4e6eb; --paper: #17181b;
      --code: #202226; --line: #3a3d42; --soft: #9aa; --keyword: #d49be6; --command: #7cb8f5;
      --number: #f0a868; --text: #7fd08f; --label: #aab; } }
    body { margin: 0; color: var(--ink); background: var(--paper);
      font: 17px/1.55 system-ui, sans-serif; }
    main { max-width: 54rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1, h2, h3 { line-height: 1.2; margin: 1.6em 0 0.5em; }
    h1 { font-size: 1.8rem; margin-top: 0.5em; }
    a { color: var(--command); }
    pre { font: 14px/1.45 ui-monospace, "DejaVu Sans Mono", monospace; padding: 0.7rem 0.9rem;
      margin: 0.8rem 0; overflow-x: auto; border-radius: 6px; }
    code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 0.9em; }
    pre code { font-size: inherit; }
    .code { background: var(--code); }
    table { border-collapse: collapse; margin: 0.8rem 0; font-size: 0.93em; display: block;
      overflow-x: auto; }
    th, td { padding: 0.15rem 0.8rem; text-align: left; border: 0; }
    th { font-weight: 600; } thead td { color: var(--soft); line-height: 1; }
    thead tr:last-child > * { border-bottom: 1px solid var(--ink); padding-bottom: 0.3rem; }
    tbody tr:nth-child(even) { background: var(--code); }
    .result { border-left: 3px solid var(--line); margin: -0.3rem 0 0.8rem; font-size: 0.86em;
      padding-left: 0.8rem; font-variant-numeric: tabular-nums; }
    .result p { margin: 0.4rem 0; overflow-wrap: anywhere; }
    .result table { margin: 0.4rem 0; font-size: inherit; white-space: nowrap; }
    .result th, .result td { padding: 0.15rem 0.6rem; }
    math[display="block"] { margin: 1rem 0; }
    .output { font-size: 13px; border-left: 3px solid var(--line); border-radius: 0; margin-top: -0.3rem; }
    .keyword { color: var(--keyword); } .command { color: var(--command); }
    .number { color: var(--number); } .text { color: var(--text); }
    .comment { color: var(--soft); font-style: italic; } .label { color: var(--label); }
    figure { margin: 1rem 0; padding: 0.5rem; background: #fff; border-radius: 6px;
      overflow-x: auto; }
    figure svg { display: block; width: min(100%, 36rem); height: auto; margin: 0 auto; }
    details { border-left: 3px solid var(--line); padding-left: 0.9rem; margin: 0.8rem 0; }
    summary { cursor: pointer; color: var(--command); }
    @media print { body { font-size: 11pt; color: #000; background: #fff; }
      main { max-width: none; padding: 0; } pre, figure { break-inside: avoid; }
      pre { white-space: pre-wrap; font-size: 9pt; } }
    """
}
