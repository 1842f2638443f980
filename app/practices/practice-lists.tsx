import { type PracticeDecision, practiceSettings, practiceSettingWords } from '#db/vocabulary';
import { Interval } from '~/charts/interval';
import { Mark } from '~/charts/mark';
import { Strip } from '~/charts/strip';
import { paths } from '~/paths';
import { plural } from '~/ui/words';
import { type AskedPractices, firstOfList, isNarrowed, withAsked } from './asked';
import { shortDecisionWords } from './decision-list';
import { type List, lists, type Tier, tiers } from './tiers';
import { listMeanings, listNames, markOf, notCountedWords, percentWords } from './vote-words';
import type { Vote } from './votes';

export interface PracticeRow {
  id: string;
  name: string;
  /** "Early grade reading, 3 teams" */
  about: string;
  tier: Tier;
  list: List;
  /** One a team, in the order of the strip. */
  votes: Vote[];
  counted: number;
  improved: number;
  mean: number | null;
  p10: number | null;
  p90: number | null;
  /** In one use a gap between groups got wider, whether it helped there or not. */
  hasWidenedGap: boolean;
  leadersSay: PracticeDecision | null;
}

/** The three answers: spread what, study what, stop what. Of a long one the first, and the way to the rest. */
export function PracticeLists({
  rows,
  counts,
  asked,
  selectedId,
}: {
  rows: readonly PracticeRow[];
  /** How many each list has in all. */
  counts: Record<List, number>;
  asked: AskedPractices;
  selectedId: string | null;
}) {
  return (
    <>
      {lists.map((list) => {
        const own = rows.filter((row) => row.list === list);
        return (
          <section key={list} aria-labelledby={`list-${list}`}>
            <header>
              <h2 id={`list-${list}`}>{listNames[list]}</h2>
              <p>{listMeanings[list]}</p>
            </header>
            {own.length === 0 ? <p className="hint none">None so far.</p> : null}
            <ol className="plines">
              {own.map((row) => (
                <PracticeLine key={row.id} row={row} asked={asked} isSelected={row.id === selectedId} />
              ))}
            </ol>
            <RestOfList list={list} count={counts[list]} shown={own.length} asked={asked} />
          </section>
        );
      })}
    </>
  );
}

function RestOfList({
  list,
  count,
  shown,
  asked,
}: {
  list: List;
  count: number;
  shown: number;
  asked: AskedPractices;
}) {
  const { whole } = asked;
  const name = <span className="vh"> of the list {listNames[list]}</span>;
  const to = (lists: readonly List[]) =>
    `${withAsked(paths.practices(), { ...asked, whole: lists })}#list-${list}`;
  if (shown < count)
    return (
      <p className="hint rest">
        The first {firstOfList} by rank{shown > firstOfList ? ', and the open one' : ''}.{' '}
        <a href={to([...new Set([...whole, list])])}>
          Show all {count}
          {name}
        </a>
      </p>
    );
  if (!whole.includes(list) || count <= firstOfList) return null;
  return (
    <p className="hint rest">
      All {count}.{' '}
      <a href={to(whole.filter((one) => one !== list))}>
        Show the first {firstOfList}
        {name}
      </a>
    </p>
  );
}

function PracticeLine({
  row,
  asked,
  isSelected,
}: {
  row: PracticeRow;
  asked: AskedPractices;
  isSelected: boolean;
}) {
  const { votes, counted, improved, mean, p10, p90, leadersSay } = row;
  const notCounted = notCountedWords(votes);
  return (
    <li className={isSelected ? 'pline sel' : 'pline'}>
      <div className="pl-n">
        <a href={withAsked(paths.practice(row.id), asked)} aria-current={isSelected ? 'true' : undefined}>
          {row.name}
        </a>
        <p>
          {row.about}. {row.tier}
        </p>
        {row.hasWidenedGap ? <p className="t-worse">Widened a gap between groups</p> : null}
        {leadersSay ? <p>Leaders: {shortDecisionWords[leadersSay].toLowerCase()}</p> : null}
      </div>
      <div className="pl-s">
        {votes.length > 0 ? <Strip verdicts={votes.map((vote) => markOf[vote])} /> : null}
        {notCounted ? <p className="hint">{notCounted}</p> : null}
      </div>
      <div className="pl-w">
        {mean !== null && p10 !== null && p90 !== null ? (
          <>
            <p>
              <b>
                {improved} of {counted}
              </b>{' '}
              {counted === 1 ? 'team' : 'teams'} improved
            </p>
            <div className="pl-i">
              <Interval share={mean} low={p10} high={p90} width={132} />
              <span aria-hidden="true">
                {percentWords(p10)} to {percentWords(p90)}
              </span>
            </div>
          </>
        ) : (
          <p>{votes.length === 0 ? 'No team has begun' : 'No team can tell yet'}</p>
        )}
      </div>
    </li>
  );
}

export function PracticeLegend() {
  return (
    <ul className="legend">
      <li>
        <Mark verdict="better" /> Improved
      </li>
      <li>
        <Mark verdict="none" /> No signal
      </li>
      <li>
        <Mark verdict="worse" /> Worsened
      </li>
      <li>
        <Mark verdict="mixed" /> Mixed
      </li>
      <li>
        <Mark verdict="early" /> Cannot tell yet
      </li>
      <li>
        <Interval share={0.56} low={0.36} high={0.76} width={96} label="" /> Share improved, and how sure we
        can be
      </li>
    </ul>
  );
}

/** What the lists are narrowed to. It asks by address, so that what is seen can be passed on. */
export function PracticeFilters({
  asked,
  outcomes,
  groups,
  shown,
  all,
}: {
  asked: AskedPractices;
  outcomes: readonly { id: string; name: string }[];
  groups: readonly string[];
  shown: number;
  all: number;
}) {
  return (
    <form method="get" action={paths.practices()} className="pfilter" aria-label="Which practices">
      <Choose
        name="outcome"
        label="Result"
        value={asked.outcomeId}
        options={outcomes.map(({ id, name }) => [id, name] as const)}
      />
      <Choose
        name="setting"
        label="Place"
        value={asked.setting}
        options={practiceSettings.map((word) => [word, practiceSettingWords[word]] as const)}
      />
      <Choose
        name="group"
        label="Group"
        value={asked.group}
        options={groups.map((word) => [word, word] as const)}
      />
      <Choose
        name="tier"
        label="Tier"
        value={asked.tier}
        options={tiers.map((word) => [word, word] as const)}
      />
      <button type="submit" className="btn line">
        Show
      </button>
      {isNarrowed(asked) ? (
        <p className="hint">
          {shown} of {plural(all, 'practice')}. <a href={paths.practices()}>Show all</a>
        </p>
      ) : null}
    </form>
  );
}

function Choose({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
}) {
  return (
    <div className="field">
      <label htmlFor={`by-${name}`}>{label}</label>
      <span className="select">
        <select className="in" id={`by-${name}`} name={name} defaultValue={value} key={value}>
          <option value="">All</option>
          {options.map(([word, words]) => (
            <option key={word} value={word}>
              {words}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
