import { type Phase, phaseWords, scaleWords } from '#db/vocabulary';
import { DecisionTag } from '~/charts/decision-glyph';
import { paths } from '~/paths';
import { shortDay, span } from '~/ui/dates';
import type { TestedCycle } from './reading';

/** The cycles behind the numbered marks of the chart. */
export function CyclesTested({ cycles }: { cycles: (TestedCycle & { stage: Phase })[] }) {
  if (cycles.length === 0) {
    return (
      <p className="soft">
        No cycle has made a prediction for this measure yet. One that does shows here and on the chart.
      </p>
    );
  }
  return (
    <table className="tbl cyctbl">
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">Number</span>
          </th>
          <th scope="col">Change tested</th>
          <th scope="col">Scale</th>
          <th scope="col">Dates</th>
          <th scope="col">Decision</th>
        </tr>
      </thead>
      <tbody>
        {cycles.map((cycle) => (
          <tr key={cycle.id}>
            <td>
              <span className="disc">{cycle.number}</span>
            </td>
            <th scope="row">
              <a href={paths.cycle(cycle.teamId, cycle.id)}>{cycle.idea}</a>
            </th>
            <td>{cycle.scale ? scaleWords[cycle.scale] : ''}</td>
            <td className="nowrap">
              {cycle.doStartedOn
                ? span(cycle.doStartedOn, cycle.doEndedOn)
                : `planned ${shortDay(cycle.startsOn)}`}
            </td>
            <td>
              {cycle.stage === 'done' && cycle.decision ? (
                <DecisionTag decision={cycle.decision} />
              ) : (
                phaseWords[cycle.stage]
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
