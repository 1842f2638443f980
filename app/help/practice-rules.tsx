import type { ReactNode } from 'react';
import { paths } from '~/paths';
import { Row } from '~/ui/page';
import { Meanings, Scrolled, Section } from './section';

const sections: [id: string, title: string][] = [
  ['one-vote', 'One team, one vote'],
  ['verdict', 'What a measure says'],
  ['weight', 'How much a vote weighs'],
  ['range', 'The range, and the rank'],
  ['tiers', 'Tiers'],
  ['lists', 'Spread, study, stop'],
  ['held', 'Held gains'],
  ['gauges', 'Honesty gauges'],
  ['tried-out', 'Are the rules fooled?'],
  ['cannot-see', 'What they cannot see'],
];

/** What the page holds, and the few things to know if you read nothing else. */
export function PracticesInShort() {
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
          Of 120 published improvement projects, 98% said that they worked. So we do not ask. We look at what
          their measures did.
        </p>
        <p>
          Nobody types a verdict, a vote or a tier. The program works them out from points, cycles and links.
          It does so again when one of them changes.
        </p>
        <p>
          A practice ranks by the <b>low end</b> of its range. One lucky try has a wide range. It cannot reach
          the top.
        </p>
        <p>
          <b>No signal</b> does not mean that a practice does not work. It means that these points cannot show
          it.
        </p>
      </div>
    </Row>
  );
}

/** From points to votes. */
export function VoteRules() {
  return (
    <>
      <Section id="one-vote" title="One team, one vote" note="However many cycles it ran">
        <p>
          A team may test a practice ten times. It still has one vote. We put all its uses together: the
          change begins on the first day of Do of its first cycle, and the measures of all its cycles count.
        </p>
        <Meanings
          of={[
            ['Improved', 'An outcome or process measure got better, and no measure got worse.'],
            ['Worsened', 'A measure got worse, and none got better. A balancing measure counts here too.'],
            ['Mixed', 'One got better and another got worse, or one measure shows both.'],
            ['No signal', 'The points suffice to judge, and show no change.'],
            ['Too early', 'The baseline is there. Too few points after it. Not counted.'],
            ['Observed only', 'Too few points before. Nothing can be told. Not counted.'],
          ]}
        />
      </Section>
      <Section id="verdict" title="What a measure says" note="By points since the last phase began">
        <p>
          With a baseline of 8 useful points and 6 after, a run and a rank test must both agree. Shares with
          fewer points are added up and compared before and after.{' '}
          <a href={paths.howWeReadCharts('after-a-change')}>How we read charts</a> says how, and how often
          each is wrong. A point on the median is not useful. A point that was set aside does not count.
        </p>
        <p>
          When the same team began something else on the same measure at that time, we say so beside the
          verdict. No rule can tell two changes apart.
        </p>
      </Section>
      <Section id="weight" title="How much a vote weighs" note="Good tests count more">
        <p>
          Seven checks tell how well a test was run. A vote weighs the share of checks that the team’s
          finished tests met, and never less than half. A careless test can still say something. It says less.
        </p>
      </Section>
      <Section id="range" title="The range, and the rank" note="The share of teams it works for">
        <p>
          We ask: of all the teams that might use it, for what share would it work? Seven improved votes of
          eight give about 78%. But with eight votes the true share is only most likely between 58% and 94%,
          with 8 chances in 10. We show that range (the 10th to the 90th percentile of a Beta distribution
          that begins with no opinion), and rank by its low end.
        </p>
        <ExampleTable />
      </Section>
    </>
  );
}

const examples: [votes: string, mean: string, from: string, to: string][] = [
  ['7 of 8', '78%', '58%', '94%'],
  ['2 of 2', '71%', '38%', '96%'],
  ['1 of 1', '63%', '26%', '94%'],
  ['4 of 6', '61%', '36%', '85%'],
  ['0 of 4', '21%', '3%', '45%'],
];

function ExampleTable() {
  const caption = 'Votes of weight 0.7 and what they come to';
  return (
    <Scrolled label={caption}>
      <table className="tbl">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Improved</th>
            <th scope="col" className="r">
              Middle
            </th>
            <th scope="col" className="r">
              Low end
            </th>
            <th scope="col" className="r">
              High end
            </th>
          </tr>
        </thead>
        <tbody>
          {examples.map(([votes, mean, from, to]) => (
            <tr key={votes}>
              <th scope="row">{votes}</th>
              <td className="r">{mean}</td>
              <td className="r">{from}</td>
              <td className="r">{to}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** From votes to tiers and lists, and what is watched afterwards. */
export function TierRules({ tiers }: { tiers: readonly (readonly [tier: string, words: ReactNode])[] }) {
  return (
    <>
      <Section id="tiers" title="Tiers" note="The first that holds, from the top">
        <Meanings of={tiers} />
        <p>
          Replicated asks for three votes, two home organizations, a low end of 50% or more, and no use that
          widened a gap between groups. Promising asks for two votes and a low end of 35%.
        </p>
      </Section>
      <Section id="lists" title="Spread, study, stop" note="The rules suggest. Leaders decide">
        <p>
          <b>Spread</b> lists what is Replicated or Held. <b>Stop</b> lists what was stopped, and what has
          three votes and a high end under 50%. <b>Study further</b> has the rest. A leader’s “spread” or
          “study” stands beside the tier and does not change it. A leader’s “stop” does.
        </p>
      </Section>
      <Section id="held" title="Held gains" note="The next 12 points after a change was adopted">
        <p>
          Many gains fade once nobody looks. After “adopt” we watch the next 12 useful points. Six in a row on
          the bad side of the old median are a signal the other way. So is a fall from the level that was
          reached. Then we say “slipping”. After 12 points without one we say “held”.
        </p>
      </Section>
      <Section id="gauges" title="Honesty gauges" note="Questions, not grades">
        <Meanings
          of={[
            [
              'Three things',
              'What was done, what was learned, and what came of it are counted apart. Many meetings are not a result.',
            ],
            [
              'How tests end',
              'Between 25% and 50% should end in adapt, abandon or inconclusive. Over 90% success is flagged: failures are probably not written down.',
            ],
            [
              'Misses',
              'A prediction that did not come true counts as learning once the team wrote what it learned.',
            ],
            [
              'Predictions',
              'Eight of ten ranges should hold what happens. The next time you predict a number, we tell you how your last six came out.',
            ],
          ]}
        />
      </Section>
    </>
  );
}
