import { type MeasureType, measureTypeWords } from '#db/vocabulary';
import { VerdictLine } from '~/charts/mark';
import { RunChart } from '~/charts/run-chart';
import type { ReadingInWords } from '~/charts/words';

export interface PrintedChart {
  id: string;
  name: string;
  type: MeasureType;
  /** What a person could say in a meeting. */
  sentence: string;
  /** The chart as it is drawn. */
  drawing: string;
  words: ReadingInWords;
  /** Which points the middle comes from, and by which rules it is read. */
  method: string;
  source: string;
}

const toAPage = 4;

/** Charts for paper, four to a page; on a screen they stand below each other. */
export function PrintedCharts({ charts, head }: { charts: PrintedChart[]; head: string }) {
  const pages = Array.from({ length: Math.ceil(charts.length / toAPage) }, (_, page) =>
    charts.slice(page * toAPage, (page + 1) * toAPage),
  );
  return pages.map((onPage, page) => (
    <section key={onPage[0]?.id} className="fourup" aria-label={`Page ${page + 1} of ${pages.length}`}>
      <p className="fourup-head">
        {head}
        <span>
          Page {page + 1} of {pages.length}
        </span>
      </p>
      {onPage.map((one) => (
        <article key={one.id}>
          <p className="kind">{measureTypeWords[one.type]}</p>
          <h2>{one.name}</h2>
          <VerdictLine verdict={one.words.verdict}>{one.sentence}</VerdictLine>
          <figure>
            <RunChart drawing={one.drawing} />
          </figure>
          <p className="hint">{one.method}</p>
          <p className="hint">Source: {one.source || 'not written yet'}.</p>
        </article>
      ))}
    </section>
  ));
}
