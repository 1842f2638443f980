import type { ReactNode } from 'react';
import { ChartTable } from '~/charts/chart-table';
import { frames } from '~/charts/run-chart-shapes';
import { tableMarkup } from '~/charts/table-markup';
import { type ChartSheet, paperMarkup } from '~/exports/chart-svg.server';
import { wholeDocument } from '~/ui/whole-document.server';

/* Pages for people outside: whole documents without a script, a form or a session, to stand in others' pages. */

const page = (title: string, stylesheet: string, body: ReactNode) =>
  wholeDocument(title, stylesheet, <main>{body}</main>, null);

/** A chart with its sentence, its numbers, how it is read, where it comes from and as of when. */
export function sharedChartPage(
  { chart, title, footer }: ChartSheet,
  when: string,
  stylesheet: string,
): string {
  const { wide, narrow } = frames.full;
  return page(
    title,
    stylesheet,
    <>
      <h1>{title}</h1>
      <p>{chart.sentence}</p>
      <figure>
        <Drawn className="wide" markup={paperMarkup(chart, wide, 'w')} />
        <Drawn className="narrow" markup={paperMarkup(chart, narrow, 'n')} />
      </figure>
      <ChartTable table={tableMarkup(chart, when)} />
      <footer>
        {footer.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </>,
  );
}

function Drawn({ className, markup }: { className: string; markup: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: markup that React has just written
  return <div className={className} dangerouslySetInnerHTML={{ __html: markup }} />;
}

/** The same for a link that never was, was taken back or ran out: which of them is nobody's business. */
export function noChartPage(stylesheet: string): string {
  return page(
    'No chart here',
    stylesheet,
    <>
      <h1>There is no chart here</h1>
      <p>
        The link may have a typing error, or the chart is not shared any more. Ask whoever gave it to you.
      </p>
    </>,
  );
}

export function tooManyPage(stylesheet: string): string {
  return page(
    'Please wait a little',
    stylesheet,
    <>
      <h1>Please wait a little</h1>
      <p>Charts were asked for very often from where you are. Try again in a minute.</p>
    </>,
  );
}
