import { Row } from '~/ui/page';

const sections: [id: string, title: string][] = [
  ['anhoej', 'Anhøj rules'],
  ['ihi', 'IHI rules'],
  ['nhs', 'NHS rules'],
  ['western-electric', 'Western Electric rules'],
  ['nelson', 'Nelson rules'],
  ['false-alarms', 'False alarms'],
  ['real-changes', 'Real changes'],
  ['baseline', 'The baseline'],
  ['after-a-change', 'After a change'],
  ['before-after', 'Before and after'],
  ['which-chart', 'Which chart for which data'],
  ['how-many-points', 'How many points'],
  ['limits', 'Limits'],
  ['gaps', 'Gaps between groups'],
  ['yearly', 'Yearly numbers'],
  ['links', 'From a measure to an indicator'],
  ['predictions', 'Predictions'],
  ['rebase', 'A new phase'],
  ['sources', 'Where this comes from'],
];

/** What the page holds, and the few things to know if you read nothing else. */
export function Contents() {
  return (
    <Row
      id="short"
      title="In short"
      side={
        <nav aria-label="On this page">
          <h2 className="sideh">On this page</h2>
          <ul className="stack-s">
            {sections.map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      }
    >
      <div className="stack">
        <p className="lead">
          Numbers go up and down by themselves. The rules help us tell the usual ups and downs from a real
          change.
        </p>
        <p>
          A <b>signal</b> is a pattern that chance rarely makes. It tells you that something changed. It does
          not tell you why. Ask what else changed at that time.
        </p>
        <p>
          <b>Better</b> and <b>worse</b> are about now. A shift that has ended is still shown. But we call it
          neither.
        </p>
        <p>
          <b>No signal</b> does not mean nothing changed. It means these points cannot show it. More points
          can.
        </p>
        <p>
          Every rule is a trade. A rule that sees small changes also raises more false alarms. The tables
          below show both, for each rule and each number of points.
        </p>
      </div>
    </Row>
  );
}
