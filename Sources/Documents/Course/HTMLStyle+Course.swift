/// What a course adds to the look of a page.
extension HTMLStyle {
  /// The first page: nothing of steps and of large pictures.
  static let index = screen + "\n" + list + "\n" + paper

  /// The page of a lesson.
  static let lesson = text + "\n" + ways

  private static let list = """
    .count { margin-bottom: 2.5rem; color: var(--quiet); }
    .lessons { margin: 0; padding: 0; list-style: none; counter-reset: lesson; }
    .lessons li {
      display: grid; grid-template: auto 1fr / 2.25rem minmax(0, 1fr) 140px; gap: 0.35rem 0; align-items: baseline;
      padding: 1.4rem 0; border-top: 1px solid var(--line); counter-increment: lesson;
    }
    .lessons li::before { content: counter(lesson); color: var(--quiet); font-variant-numeric: tabular-nums; }
    .lessons h2 { margin: 0; font-size: 1.25rem; }
    .lessons h2 a { text-decoration: none; }
    .lessons h2 a:hover { text-decoration: underline; }
    .lessons p { grid-area: 2 / 2; margin: 0; }
    .lessons .picture { grid-area: 1 / 3 / 3; place-self: center end; color: var(--quiet); }
    .lessons h2, .lessons p { padding-right: 2rem; }
    .line { stroke: currentColor; fill: none; }
    .circle { stroke: currentColor; stroke-width: 1.25; fill: var(--paper); }
    .picture text { font: 15px var(--text); fill: currentColor; text-anchor: middle; dominant-baseline: central; }
    @media (max-width: 30rem) {
      main { padding-top: 2rem; }
      h1 { font-size: 1.625rem; }
      .lessons li { grid-template-columns: 1.5rem minmax(0, 1fr) auto; }
      .lessons p { grid-column: 2 / 4; padding: 0; }
      .lessons h2 { padding-right: 1rem; }
      .lessons .picture { grid-area: 1 / 3; max-width: 6rem; height: auto; max-height: 4rem; }
    }
    @media print { .lessons li { break-inside: avoid; } .lessons h2 a { color: inherit; } }
    """

  private static let ways = """
    .course { max-width: 47rem; margin: 0 auto; padding: 1.25rem 1.25rem 0; font: 0.9375rem/1.4 var(--plain); }
    .course a { text-decoration: none; }
    .course a:hover { text-decoration: underline; }
    .ways { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); gap: 0.6rem 1.5rem; }
    .ways a { overflow-wrap: anywhere; }
    .ways span { display: block; color: var(--quiet); font-size: 0.8125rem; }
    .previous { grid-column: 1; }
    .all-lessons { grid-column: 2; align-self: center; }
    .following { grid-column: 3; text-align: right; }
    .formats { max-width: none; margin: 0.75rem 0 0; padding-top: 0.6rem; border-top: 1px solid var(--line); }
    .formats { color: var(--quiet); font-size: 0.8125rem; }
    .course + main { padding-top: 2.5rem; padding-bottom: 1rem; }
    main + .course { padding-bottom: 2.5rem; }
    @media (max-width: 30rem) {
      .ways { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
      .all-lessons { grid-area: 1 / 1 / 2 / 3; }
      .following { grid-column: 2; }
    }
    @media (min-width: 76rem) and (min-height: 34rem) { .course { margin: 0 0 0 max(2rem, calc(50vw - 40rem)); } }
    @media print { .course { display: none; } }
    """
}
