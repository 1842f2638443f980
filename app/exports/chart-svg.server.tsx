import { renderToStaticMarkup } from 'react-dom/server';
import { chartMarkup } from '~/charts/chart-markup';
import type { RunChartData } from '~/charts/run-chart-data';
import { type Frame, frames } from '~/charts/run-chart-shapes';
import { wrapped } from '~/charts/wrap';
import { onPaper } from './on-paper';
import { colors, fontFamily } from './paper';

/** A chart with all that must stay with it when it leaves its page. */
export interface ChartSheet {
  chart: RunChartData;
  /** What is measured. */
  title: string;
  /** How it is read and counted, where it comes from, as of when: a line each, the empty ones left out. */
  footer: readonly string[];
}

/** One drawing of the chart as markup of an svg element. Drawings of one page take different names for their ids. */
export function paperMarkup(chart: RunChartData, frame: Frame, id = ''): string {
  return onPaper(chartMarkup(chart, frame, { id, still: true }));
}

const edge = 24; // px around everything
const sizes = { title: 20, sentence: 15, footer: 12 };
const lineHeight = 1.35;

/** The chart as a whole SVG file, with its title, sentence and footer drawn in it. */
export function chartSvg({ chart, title, footer }: ChartSheet): string {
  const frame = frames.full.wide;
  const room = frame.width;
  const head = [...linesOf(title, room, sizes.title, true), ...linesOf(chart.sentence, room, sizes.sentence)];
  const foot = footer.filter(Boolean).flatMap((line) => linesOf(line, room, sizes.footer));
  const drawingTop = edge + heightOf(head) + 12;
  const footTop = drawingTop + frame.height + 10;
  const width = room + 2 * edge;
  const height = Math.ceil(footTop + heightOf(foot) + edge);
  const markup = renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={fontFamily}
      role="img"
      aria-labelledby="title desc"
    >
      <title id="title">{title}</title>
      <desc id="desc">{[chart.sentence, ...footer].filter(Boolean).join(' ')}</desc>
      <rect width={width} height={height} fill={colors.paper} />
      <Lines lines={head} top={edge} />
      <g
        transform={`translate(${edge} ${drawingTop})`}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: markup that React has just written
        dangerouslySetInnerHTML={{ __html: innerOf(chart, frame) }}
      />
      <Lines lines={foot} top={footTop} />
    </svg>,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup.replace(notXml, '')}\n`;
}

/** What XML has no place for, though people's words may hold it: control characters and halves of letters. */
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** The drawing without its own svg element, title and description: the file has them. */
const innerOf = (chart: RunChartData, frame: Frame) =>
  paperMarkup(chart, frame).replace(
    /^<svg[^>]*>(<title[^>]*>[^<]*<\/title>)?(<desc[^>]*>[^<]*<\/desc>)?|<\/svg>$/g,
    '',
  );

interface Line {
  words: string;
  size: number;
  isBold: boolean;
}

const linesOf = (words: string, width: number, size: number, isBold = false): Line[] =>
  wrapped(words, width, size, isBold).map((line) => ({ words: line, size, isBold }));

const heightOf = (lines: readonly Line[]) => lines.reduce((sum, { size }) => sum + size * lineHeight, 0);

function Lines({ lines, top }: { lines: readonly Line[]; top: number }) {
  return (
    <>
      {lines.map(({ words, size, isBold }, index) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          key={index}
          x={edge}
          y={Math.round(top + heightOf(lines.slice(0, index)) + size)}
          fontSize={size}
          fontWeight={isBold ? 700 : undefined}
          fill={size === sizes.footer ? colors['ink-2'] : colors.ink}
        >
          {words}
        </text>
      ))}
    </>
  );
}
