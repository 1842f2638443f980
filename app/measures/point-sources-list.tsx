import { Icon } from '~/ui/icons';
import type { EnteredBy } from './point-sources';

/** Who entered each number, when, and from which file. */
export function PointSources({ sources }: { sources: EnteredBy[] }) {
  if (sources.length === 0) return null;
  const hasFigures = sources.some(({ figures }) => figures !== '');
  return (
    <details className="more">
      <summary>
        Who entered these numbers <Icon name="down" size={16} />
      </summary>
      <div className="scroll">
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">Period</th>
              {hasFigures ? (
                <th scope="col" className="r">
                  Number
                </th>
              ) : null}
              <th scope="col">Entered by</th>
              <th scope="col">When</th>
              <th scope="col">From</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <tr key={source.id}>
                <th scope="row">{source.label}</th>
                {hasFigures ? <td className="r">{source.figures}</td> : null}
                <td>{source.who}</td>
                <td className="nowrap">{source.when}</td>
                <td>{source.file ?? 'Typed or pasted'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
