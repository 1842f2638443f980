import { moment, shortDay } from '~/ui/dates';
import { type Step, scoreMeanings, scoreWords } from './score';
import type { GivenScore } from './scores.server';

/** The three scores as they stand, in words. */
export function ScoresNow({
  suggested,
  claimed,
  settled,
}: {
  suggested: number;
  claimed: number | null;
  settled: number | null;
}) {
  const said = (score: number | null) => (score === null ? 'Not yet' : scoreWords(score));
  return (
    <dl className="scores-now">
      <div>
        <dt>Settled by the coach</dt>
        <dd>{said(settled)}</dd>
      </div>
      <div>
        <dt>Claimed by the team</dt>
        <dd>{said(claimed)}</dd>
      </div>
      <div>
        <dt>Suggested by the data</dt>
        <dd>{scoreWords(suggested)}</dd>
      </div>
    </dl>
  );
}

/** Each step with its evidence or what is missing; the next one is marked in words. */
export function EvidenceList({ steps, next }: { steps: readonly Step[]; next: number | null }) {
  return (
    <table className="tbl stacked">
      <caption className="vh">The steps of the score with their evidence</caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">It asks for</th>
          <th scope="col">There is</th>
          <th scope="col">Evidence, or what is missing</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ score, isMet, sentence }) => (
          <tr key={score}>
            <th scope="row">{scoreWords(score)}</th>
            <td>{scoreMeanings[score]}</td>
            <td>{isMet ? 'Yes' : score === next ? <b>Next</b> : 'Not yet'}</td>
            <td>{sentence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The scores over time as a table: the picture's data, with the reasons. */
export function ScoreTable({ given, timeZone }: { given: readonly GivenScore[]; timeZone: string }) {
  return (
    <table className="tbl stacked">
      <caption className="vh">Scores over time, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Score</th>
          <th scope="col">Suggested then</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {given.toReversed().map(({ id, kind, score, suggested, reason, who, createdAt }) => (
          <tr key={id}>
            <th scope="row">{moment(createdAt, timeZone)}</th>
            <td data-label="Score">
              {scoreWords(score)}, {kind} by {who ?? 'somebody'}
            </td>
            <td data-label="Suggested then">{scoreWords(suggested)}</td>
            <td data-label="Why">{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const height = 190;
const widths = { wide: 560, narrow: 350 } as const;
/** Right of the plot stand the words. */
const besides = 122;
const plot = { left: 24, top: 14, bottom: 160 };

interface Drawn {
  given: readonly (Pick<GivenScore, 'id' | 'kind' | 'score' | 'suggested'> & { on: string })[];
  suggested: number;
  today: string;
}

/** The scores over time, drawn for a page and for a phone. */
export function ScoreChart(drawn: Drawn) {
  if (drawn.given.length === 0) return null;
  return (
    <>
      <ScoreDrawing {...drawn} size="wide" />
      <ScoreDrawing {...drawn} size="narrow" />
    </>
  );
}

/** Claimed, settled and suggested over time: rings, filled points with their line, and a dashed line. */
function ScoreDrawing({ given, suggested, today, size }: Drawn & { size: keyof typeof widths }) {
  const width = widths[size];
  const right = width - besides;
  const first = given[0];
  if (!first) return null;
  const time = (day: string) => Date.parse(`${day}T00:00:00Z`);
  const [from, until] = [time(first.on), Math.max(time(today), time(first.on) + 86_400_000)];
  const x = (day: string) =>
    plot.left + 10 + ((time(day) - from) / (until - from)) * (right - plot.left - 10);
  const y = (score: number) => plot.bottom - (score / 5) * (plot.bottom - plot.top);
  const steps = (points: { on: string; score: number }[]) =>
    [...points, { on: today, score: points.at(-1)?.score ?? 0 }]
      .map(({ on, score }, at) =>
        at === 0 ? `M${round(x(on))} ${round(y(score))}` : `H${round(x(on))}V${round(y(score))}`,
      )
      .join('');
  const settled = given.filter(({ kind }) => kind === 'settled');
  const claimed = given.filter(({ kind }) => kind === 'claimed');
  const told = [...given.map(({ on, suggested: score }) => ({ on, score })), { on: today, score: suggested }];
  const last = [
    { words: 'Settled', score: settled.at(-1)?.score },
    { words: 'Claimed', score: claimed.at(-1)?.score },
    { words: 'Suggested', score: suggested },
  ].flatMap(({ words, score }) => (score === undefined ? [] : [{ words, score }]));
  return (
    <svg
      className={`chart only-${size}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={inWords(last, first.on)}
    >
      <path className="c-axis" d={`M${plot.left} ${plot.bottom}H${right}`} />
      {[0, 1, 2, 3, 4, 5].map((score) => (
        <text key={score} className="ct c-tick" x={plot.left - 8} y={y(score)} dy=".35em" textAnchor="end">
          {score}
        </text>
      ))}
      <text className="ct c-tick" x={plot.left + 4} y={plot.bottom + 20}>
        {shortDay(first.on)}
      </text>
      <text className="ct c-tick" x={right} y={plot.bottom + 20} textAnchor="end">
        {shortDay(today)}
      </text>
      <path className="c-med c-med-ext" d={steps(told)} />
      {settled.length > 0 ? (
        <path className="c-line" d={steps(settled.map(({ on, score }) => ({ on, score })))} />
      ) : null}
      {claimed.map(({ id, on, score }) => (
        <circle key={id} className="sc-ring" cx={round(x(on))} cy={round(y(score))} r="6" />
      ))}
      {settled.map(({ id, on, score }) => (
        <circle key={id} className="p-none" cx={round(x(on))} cy={round(y(score))} r="4" />
      ))}
      {apart(last.map(({ score }) => y(score))).map((at, index) => (
        <text key={last[index]?.words} className="ct c-val" x={right + 10} y={at} dy=".35em">
          {last[index]?.words} {scoreWords(last[index]?.score ?? 0)}
        </text>
      ))}
    </svg>
  );
}

const round = (number: number) => Math.round(number * 10) / 10;
const labelGap = 17;

/** Labels that would stand on each other, moved apart: each below the one before, from the highest on. */
function apart(wanted: readonly number[]): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const placed: number[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const { at, index } of order) {
    before = Math.max(at, before + labelGap);
    placed[index] = round(before);
  }
  const over = Math.max(0, before - plot.bottom);
  return placed.map((at) => round(at - over));
}

function inWords(last: readonly { words: string; score: number }[], since: string): string {
  const now = last.map(({ words, score }) => `${words.toLowerCase()} ${scoreWords(score)}`).join(', ');
  return `Progress scores since ${shortDay(since)}. Now: ${now}.`;
}
