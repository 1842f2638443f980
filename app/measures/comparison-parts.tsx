import { RunChart } from '~/charts/run-chart';
import type { AskedComparison } from './asked-comparison';
import type { ComparisonRow } from './comparison-words';
import { StretchFields } from './stretch-fields';

/** Which two stretches, asked by address: a comparison can be sent to somebody. It works without script. */
export function ComparisonForm({
  asked,
  choices,
}: {
  asked: AskedComparison;
  choices: { words: string; address: string; isShown: boolean }[];
}) {
  return (
    <div className="stack">
      <nav className="seg" aria-label="Comparisons at one click">
        {choices.map(({ words, address, isShown }) => (
          <a key={words} href={address} aria-current={isShown ? 'true' : undefined}>
            {words}
          </a>
        ))}
      </nav>
      <form method="get" className="stack" aria-label="Stretches to compare">
        <fieldset className="field">
          <legend className="lab">The first stretch</legend>
          <div className="inline">
            <StretchFields
              names={{ from: 'aFrom', to: 'aTo' }}
              labels={{ from: 'From which day?', to: 'Through which day?' }}
              value={asked.first}
            />
          </div>
        </fieldset>
        <fieldset className="field">
          <legend className="lab">The second stretch</legend>
          <div className="inline">
            <StretchFields
              names={{ from: 'bFrom', to: 'bTo' }}
              labels={{ from: 'From which day?', to: 'Through which day?' }}
              value={asked.second}
            />
          </div>
        </fieldset>
        <div className="btns">
          <button type="submit" className="btn line">
            Compare
          </button>
        </div>
      </form>
    </div>
  );
}

/** Both stretches on one scale. The middle line is that of the whole chart. */
export function StretchCharts({
  charts,
}: {
  charts: { which: 'first' | 'second'; words: string; drawing: string }[];
}) {
  return (
    <div className="sms">
      {charts.map(({ which, words, drawing }) => (
        <figure key={which} className="sm">
          <figcaption>
            <b>{which === 'first' ? 'The first stretch' : 'The second stretch'}.</b> {words}
          </figcaption>
          <RunChart drawing={drawing} />
        </figure>
      ))}
    </div>
  );
}

export function ComparisonTable({ title, rows }: { title: string; rows: ComparisonRow[] }) {
  return (
    <div className="scroll">
      <table className="tbl">
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">What</span>
            </th>
            <th scope="col" className="r">
              First
            </th>
            <th scope="col" className="r">
              Second
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, first, second }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="r num">{first}</td>
              <td className="r num">{second}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
