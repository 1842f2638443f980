import {
  type LinkSign,
  linkSignWords,
  type MeasureRuleSet,
  measureRuleSetWords,
  measureTypeWords,
  type PeriodKind,
} from '#db/vocabulary';
import { Mark } from '~/charts/mark';
import { paths } from '~/paths';
import { longDay } from '~/ui/dates';
import { DeedButton } from '~/ui/sheet';
import { listed, plural } from '~/ui/words';
import { goalWord, hasRhythm, hasTwoNumbers, type Measure, rhythmWords } from './measure';
import type { RuleSaid } from './rules-said';
import { unitOf, valueWords } from './series';

/** What each rule says of this chart, with the numbers it uses. */
export function RulesSaid({
  rules,
  ruleSet,
  useful,
}: {
  rules: RuleSaid[];
  ruleSet: MeasureRuleSet;
  useful: number;
}) {
  return (
    <div className="stack">
      <ul className="rules">
        {rules.map((rule) => (
          <li key={rule.name} className={rule.isMet && rule.verdict === 'better' ? 'yes' : undefined}>
            <Mark verdict={rule.verdict} />
            <p>
              <b>
                {rule.name === 'Too early' ? 'Too early.' : `${rule.name}: ${rule.isMet ? 'yes' : 'no'}.`}
              </b>{' '}
              {rule.words}
            </p>
          </li>
        ))}
      </ul>
      <p className="hint">
        <a href={paths.howWeReadCharts(ruleSet)}>{measureRuleSetWords[ruleSet]}</a>, on{' '}
        {plural(useful, 'point')}.
      </p>
    </div>
  );
}

/** How two people count the same: the operational definition. */
export function HowWeCount({
  measure,
  owner,
  ownerHasLeft = false,
}: {
  measure: Measure;
  owner: string | null;
  ownerHasLeft?: boolean;
}) {
  const two = hasTwoNumbers(measure.kind);
  const goal =
    measure.goal === null
      ? ''
      : `${valueWords(measure.goal, unitOf(measure))}${measure.goalBy ? ` by ${longDay(measure.goalBy)}` : ''}`;
  const bounds = boundsWords(measure);
  const rows: [string, string][] = [
    ['Count', two ? measure.numeratorWords : measure.numeratorWords || measure.unit],
    ...(two ? ([['Out of', measure.denominatorWords]] as [string, string][]) : []),
    ['Exactly', measure.definition],
    ['In and out', measure.inclusions],
    ...(measure.strata.length > 0 ? ([['Groups', listed(measure.strata)]] as [string, string][]) : []),
    ...(bounds ? ([['It can be', bounds]] as [string, string][]) : []),
    ['Type', measureTypeWords[measure.type]],
    [goalWord(measure.type), goal],
    ['Source', measure.source],
    ['Who collects it', measure.collector],
    [
      'On whose list',
      owner && ownerHasLeft
        ? `${owner} has left the team. Until somebody else is chosen it is on everybody’s list.`
        : (owner ?? 'Everybody’s in the team'),
    ],
    [
      'How often',
      hasRhythm(measure)
        ? `${rhythmWords(measure)}, due ${plural(measure.dueLagDays, 'day')} after it ends`
        : rhythmWords(measure),
    ],
  ];
  return (
    <dl className="def">
      {rows.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className={words ? 'lines' : 'soft'}>{words || 'Not written yet'}</dd>
        </div>
      ))}
    </dl>
  );
}

/** "0 or more", "between 0 and 600 minutes"; empty where nothing is said. */
function boundsWords(measure: Measure): string {
  const { lowest, highest } = measure;
  const said = (value: number) => valueWords(value, unitOf(measure, [value]));
  if (lowest !== null && highest !== null) return `Between ${said(lowest)} and ${said(highest)}`;
  if (lowest !== null) return `${said(lowest)} or more`;
  return highest === null ? '' : `${said(highest)} or less`;
}

export interface Feed {
  id: string;
  indicatorId: string;
  indicator: string;
  periodKind: PeriodKind;
  sign: LinkSign;
  lag: number;
}

/** The indicators the measure feeds, and what the team expects of each. */
export function Feeds({
  teamId,
  measureId,
  feeds,
  mayLink,
}: {
  teamId: string;
  measureId: string;
  feeds: Feed[];
  mayLink: boolean;
}) {
  return (
    <div className="stack">
      {feeds.length === 0 ? (
        <p className="soft">
          No indicator yet. A link says: when this measure moves, we expect that number of the community to
          move.
        </p>
      ) : (
        <ul className="rows">
          {feeds.map((feed) => (
            <li key={feed.id}>
              <a href={paths.indicator(feed.indicatorId)}>{feed.indicator}</a>
              <span>
                {linkSignWords[feed.sign]}, {lagWords(feed)}
              </span>
              {mayLink ? (
                <DeedButton
                  action={paths.unlinkMeasure(teamId, measureId)}
                  kind="text"
                  values={{ linkId: feed.id }}
                >
                  Take back<span className="vh">: {feed.indicator}</span>
                </DeedButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayLink ? (
        <div className="btns">
          <a className="btn line" href={paths.linkMeasure(teamId, measureId)}>
            Link an indicator
          </a>
        </div>
      ) : null}
    </div>
  );
}

function lagWords({ lag, periodKind }: Pick<Feed, 'lag' | 'periodKind'>): string {
  return lag === 0 ? `in the same ${periodKind}` : `${plural(lag, periodKind)} later`;
}
