import { frequencyWords, measureTypeWords } from '#db/vocabulary';
import { VerdictLine } from '~/charts/mark';
import type { ListedMeasure } from './measure-list';
import { briefly } from './measure-tiles';

/** Every measure of a team, a line each. */
export function MeasureTable({ measures }: { measures: ListedMeasure[] }) {
  return (
    <table className="tbl stacked">
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Type</th>
          <th scope="col" className="r">
            Latest
          </th>
          <th scope="col">What the chart says</th>
          <th scope="col">Next number</th>
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure.id}>
            <th scope="row">
              <a href={measure.href}>{measure.name}</a>
            </th>
            <td data-label="Type">
              {measureTypeWords[measure.type]}, {frequencyWords[measure.frequency].toLowerCase()}
            </td>
            <td className="r num" data-label="Latest">
              {measure.latest ? (
                <>
                  {measure.latest}
                  <span className="vh">, {measure.latestOf}</span>
                </>
              ) : (
                'None yet'
              )}
            </td>
            <td>
              <VerdictLine verdict={measure.words.verdict} small>
                {briefly(measure.words)}
              </VerdictLine>
            </td>
            <td data-label="Next number" className={measure.isLate ? 'late' : undefined}>
              {measure.due || 'Nothing waits'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
