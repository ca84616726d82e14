/// How a page looks: in the light and in the dark, on a narrow screen, and on paper.
enum HTMLStyle {
  static let text = screen + "\n" + mathematics + "\n" + pictures + "\n" + steps + "\n" + paper

  static let screen = """
    :root {
      --paper: #fdfcf9; --ink: #1f1e1b; --quiet: #5f5b53; --line: #ddd8cd; --accent: #0b5d87; --shade: #f3f0e8;
      --right: #1c6b3a; --wrong: #a32020; --edge: #b9b2a2;
      --text: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, "Noto Serif", serif;
      --plain: system-ui, "Segoe UI", "Noto Sans", sans-serif;
      --code: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #17191c; --ink: #e6e3dc; --quiet: #a8a49a; --line: #383b40; --accent: #85c6ee; --shade: #202327;
        --right: #7fd0a0; --wrong: #ff9d94; --edge: #5a5f66;
      }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
    body { margin: 0; font: 1.0625rem/1.6 var(--text); }
    main { max-width: 47rem; margin: 0 auto; padding: 3.5rem 1.25rem 4rem; }
    h1, h2, h3, h4 { line-height: 1.25; overflow-wrap: break-word; }
    h1 { margin: 0 0 1.25rem; font-size: 2rem; font-weight: 600; letter-spacing: -0.01em; }
    h2 { margin: 2.5rem 0 0.75rem; font-size: 1.375rem; font-weight: 600; }
    h3 { margin: 1.75rem 0 0.5rem; font-size: 1.125rem; font-weight: 600; }
    p { max-width: 40rem; margin: 0 0 0.9rem; overflow-wrap: break-word; }
    a { color: var(--accent); }
    code, pre { font-family: var(--code); font-size: 0.875em; }
    code { overflow-wrap: anywhere; }
    pre { overflow-x: auto; margin: 1.25rem 0; padding: 0.9rem 1rem; border-radius: 0.375rem; line-height: 1.35; }
    pre, pre.scroll { background: var(--shade); }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 0.125rem; }
    /* Where more follows on a side, there is a shade; where nothing does, paper covers it. */
    .scroll {
      overflow-x: auto;
      background:
        linear-gradient(90deg, var(--paper) 40%, transparent) 0 0 / 2.5rem 100% no-repeat local,
        linear-gradient(-90deg, var(--paper) 40%, transparent) 100% 0 / 2.5rem 100% no-repeat local,
        linear-gradient(90deg, var(--edge), transparent 90%, transparent) 0 0 / 1rem 100% no-repeat scroll,
        linear-gradient(-90deg, var(--edge), transparent 90%, transparent) 100% 0 / 1rem 100% no-repeat scroll;
    }
    .table { margin: 1.25rem 0; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { padding: 0.3rem 1.1rem 0.3rem 0; text-align: left; vertical-align: baseline; white-space: nowrap; }
    th:last-child, td:last-child { padding-right: 0; }
    tbody th { font-weight: inherit; }
    thead th { border-bottom: 1px solid var(--quiet); color: var(--quiet); font-size: 0.875em; font-weight: 600; }
    tbody th, tbody td { border-bottom: 1px solid var(--line); }
    .number { text-align: right; }
    .blanks { margin: 0 0 1.5rem; padding: 0; list-style: none; }
    .blanks li { margin: 0.9rem 0; }
    .blanks label { display: inline-flex; align-items: baseline; max-width: 100%; }
    .blank {
      width: min(14rem, 40vw); margin: 0 1rem 0 0.5rem; padding: 0.25rem 0.4rem; border: 0; border-bottom: 1px solid;
      border-radius: 0; background: var(--shade); color: inherit; font: 0.9375rem/1.3 var(--code);
    }
    .blanks code { color: var(--quiet); }
    output { display: block; max-width: 40rem; font: 0.9375rem/1.45 var(--plain); }
    [data-verdict="again"] output, [data-verdict="unread"] output, [data-verdict="open"] output { color: var(--wrong); }
    [data-verdict="right"] output, [data-verdict="rounded"] output { color: var(--right); }
    .blanks .lit { color: inherit; box-shadow: -0.75rem 0 var(--paper), -0.9rem 0 var(--accent); }
    """

  private static let mathematics = """
    /* A formula is not broken, nor parted from the comma after it: what is too long for that scrolls. */
    math {
      font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", "Libertinus Math", "Noto Sans Math", math;
      white-space: nowrap;
    }
    p math, td math, th math { font-size: 1.04em; }
    .wide { display: inline-block; max-width: 100%; padding-bottom: 0.1rem; vertical-align: middle; }
    th .wide, td .wide { max-width: none; }
    .equation { margin: 0.9rem 0; padding: 0.3rem 0 0.4rem; }
    /* To the left also where a browser takes a formula for wider than it is, and would put it into the middle. */
    math[display="block"] { width: max-content; margin: 0 1rem; font-size: 1.05em; text-align: left; }
    .aligned > mtr > mtd { padding: 0.4em 0; text-align: left; }
    .aligned > mtr > .continued { padding-left: 2em; }
    /* A cell holds a block, which `right` alone does not move. */
    .matrix > mtr > mtd { padding: 0.2em 0.55em; text-align: right; text-align: -webkit-right; }
    /* A prime is small already. */
    msup > mo:last-child { font-size: 1em; }
    @media (max-width: 30rem) {
      main { padding-top: 2rem; }
      h1 { font-size: 1.625rem; }
      th, td { padding-right: 0.45rem; }
      .blank { width: 7rem; margin-right: 0.6rem; }
      math[display="block"] { margin: 0; font-size: 1em; }
      .stepper { gap: 0.35rem; padding: 0.6rem 0.4rem; font-size: 0.8125rem; }
      .stepper > * { padding: 0.55rem 0.6rem; }
    }
    """

  private static let pictures = """
    figure { margin: 1.25rem 0; }
    .picture { display: block; width: 100%; max-height: 34rem; max-width: 44rem; }
    .line { stroke: currentColor; fill: none; }
    .circle { stroke: currentColor; stroke-width: 1.5; fill: var(--shade); }
    .picture text {
      /* One font for an index in parentheses: the digits of one and the parentheses of another may overlap. */
      font: 15px "Latin Modern Math", "STIX Two Math", "Cambria Math", "DejaVu Serif", var(--text);
      fill: currentColor; text-anchor: middle; dominant-baseline: central;
    }
    .picture .quiet { font-size: 12px; }
    .ground { fill: var(--paper); }
    .bar { fill: var(--accent); }
    .lit { color: var(--accent); }
    .lit .line { stroke-width: 5px; }
    .lit .circle { stroke-width: 4px; }
    .equation.lit { color: inherit; box-shadow: inset 3px 0 var(--accent); }
    @media (min-width: 76rem) and (min-height: 34rem) {
      main { margin: 0 0 0 max(2rem, calc(50vw - 40rem)); }
      figure.network { position: fixed; top: 3rem; left: calc(max(2rem, 50vw - 40rem) + 49rem); right: 2rem; margin: 0; }
      figure.network .picture { max-width: 34rem; max-height: 80vh; }
    }
    """

  private static let steps = """
    summary { position: relative; cursor: pointer; list-style: none; scroll-margin-top: 18vh; }
    summary::-webkit-details-marker { display: none; }
    summary > * { display: inline-block; }
    summary:focus-visible { outline: none; }
    summary:focus-visible > * { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 0.125rem; }
    summary::before {
      content: ""; position: absolute; left: -1.1rem; width: 0.4rem; height: 0.4rem;
      border: solid var(--accent); border-width: 0 2px 2px 0; transform: rotate(-45deg);
    }
    details[open] > summary::before { transform: rotate(45deg); }
    details:not([open]) > summary > * { color: var(--quiet); }
    summary:hover > * { color: var(--accent); }
    .section { border-top: 1px solid var(--line); margin-top: 1.5rem; }
    .section > summary > * { margin: 1.25rem 0 0.75rem; font-size: 1.375rem; }
    .section > summary::before { top: 1.85rem; }
    .part > summary > * { margin: 1rem 0 0.5rem; font-size: 1.125rem; }
    .part > summary::before { top: 1.4rem; }
    .paragraph > summary > * { margin: 0.7rem 0 0.3rem; font-size: 1.0625rem; }
    .paragraph > summary::before { top: 1.15rem; }
    .stepper {
      position: sticky; bottom: 0; display: flex; gap: 0.5rem; align-items: center; justify-content: center;
      padding: 0.6rem 1rem; border-top: 1px solid var(--line); background: var(--paper);
      font: 0.9375rem/1.3 var(--plain);
    }
    .stepper[hidden] { display: none; }
    .place { min-width: 4.2rem; padding: 0; white-space: nowrap; color: var(--quiet); text-align: center; font-variant-numeric: tabular-nums; }
    button {
      padding: 0.5rem 0.9rem; border: 1px solid var(--accent); border-radius: 0.375rem; background: none;
      color: var(--accent); font: inherit; white-space: nowrap; cursor: pointer;
    }
    button.next { background: var(--accent); color: var(--paper); }
    button:disabled { border-color: var(--line); background: none; color: var(--quiet); cursor: default; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    @media (prefers-reduced-motion: no-preference) {
      .appears > :not(summary) { animation: appear 0.3s ease-out; }
      @keyframes appear { from { opacity: 0; transform: translateY(0.25rem); } }
    }
    """

  static let paper = """
    @media print {
      @page { margin: 20mm 18mm; }
      :root {
        --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --accent: #000; --shade: #f4f4f4;
      }
      body { font-size: 10.5pt; line-height: 1.45; }
      main { max-width: none; padding: 0; }
      .stepper, summary::before, .judged, output { display: none; }
      .blank { background: none; }
      .scroll { overflow: visible; background: none; }
      :focus-visible, summary:focus-visible > * { outline: none; }
      figure.network { position: static; }
      .lit { color: inherit; }
      .section { border-top: 0; }
      summary, h1, h2, h3, h4 { break-after: avoid; }
      .equation, pre, tr { break-inside: avoid; }
      math[display="block"] { margin: 0 1em; font-size: 1em; }
    }
    """
}
