import { decisionMarks } from './decision-glyph';
import { eventMarks } from './event-glyph';
import { marksMarkup } from './marks';
import { escaped, isReachable, pointsMarkup } from './points-markup';
import type { RunChartData } from './run-chart-data';
import { runChartScene } from './run-chart-scene';
import { type Frame, frames, type RunChartScene } from './run-chart-shapes';

/*
 * Compute, then lay out, then draw: this file draws, as the text of an svg element. As React elements the same took
 * most of the time of a page with charts, and took it again in the browser. Numbers and class names are ours; every
 * word that comes from people is escaped.
 */

export interface DrawOptions {
  /** One for each drawing of a page: the names of its title and description begin with it. */
  id: string;
  className?: string;
  /** Nothing to reach or to press: for files, and for pages without script. */
  still?: boolean;
}

/** Two drawings of one chart: wide for laptops, narrow for phones. Text is never scaled down. */
export function runChartMarkup(data: RunChartData, size: keyof typeof frames, id: string): string {
  const { wide, narrow } = frames[size];
  return (
    chartMarkup(data, wide, { id: `${id}w`, className: 'only-wide' }) +
    chartMarkup(data, narrow, { id: `${id}n`, className: 'only-narrow' })
  );
}

/** One drawing of a chart in a frame: on a page beside others, or alone in a file. It needs no browser. */
export function chartMarkup(
  data: RunChartData,
  frame: Frame,
  { id, className, still = false }: DrawOptions,
): string {
  const scene = runChartScene(data, frame);
  const { width, height, pointScale } = scene;
  const classes = ['chart', className, pointScale < 0.7 ? 'dense' : null].filter(Boolean).join(' ');
  const role = isReachable(scene, still) ? 'group' : 'img';
  const name = escaped(id);
  return (
    `<svg class="${classes}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="${role}"` +
    ` aria-labelledby="${name}t" aria-describedby="${name}d">` +
    `<title id="${name}t">${escaped(data.title)}</title><desc id="${name}d">${escaped(data.sentence)}</desc>` +
    unread(ground(scene) + cycles(scene) + events(scene) + lines(scene)) +
    `<g>${pointsMarkup(scene, still)}</g>` +
    `${unread(labels(scene))}</svg>`
  );
}

/** Axes and labels are for the eye: readers get the sentence, the named points and the table. */
const unread = (markup: string) => `<g aria-hidden="true">${markup}</g>`;

const path = (className: string, d: string) => (d ? `<path class="${className}" d="${d}"/>` : '');

/** Words in the drawing; `more` are attributes. */
const words = (className: string, x: number, y: number, text: string, more = '') =>
  `<text class="ct ${className}" x="${x}" y="${y}"${more}>${escaped(text)}</text>`;

const anchored = (anchor: string) => ` text-anchor="${anchor}"`;
/** From the middle of the letters to their foot. */
const half = ' dy=".35em"';

function ground(scene: RunChartScene): string {
  const { left, right, top, bottom } = scene.plot;
  let markup = '';
  if (scene.band) {
    const { band, limits, isTrial } = scene.band;
    markup += path('c-band', band) + path(isTrial ? 'c-limit c-trial' : 'c-limit', limits);
  }
  markup += path('c-axis', `M${left} ${bottom}H${right}`);
  const grid = scene.yTicks.flatMap(({ y, line }) => (line ? `M${left} ${y}H${right}` : [])).join('');
  markup += path('c-grid', grid);
  for (const { y, text } of scene.yTicks)
    markup += words('c-tick', left - 8, y, text, half + anchored('end'));
  markup += path('c-tickm', scene.xTicks.map(({ x }) => `M${x} ${bottom}v5`).join(''));
  for (const { x, text, anchor, strong } of scene.xTicks) {
    const at = anchor === 'start' ? x - 4 : x;
    markup += words(strong ? 'c-tick c-strong' : 'c-tick', at, bottom + 18, text, anchored(anchor));
  }
  for (const { d, extended } of scene.medians) markup += path(extended ? 'c-med c-med-ext' : 'c-med', d);
  markup += path('c-goal', scene.goalLine);
  if (scene.empty) {
    markup += words('c-note', (left + right) / 2, (top + bottom) / 2, scene.empty, anchored('middle'));
  }
  return markup;
}

function lines(scene: RunChartScene): string {
  let markup = path('c-line', scene.line);
  for (const { tone, line, bracket, text } of scene.signals) {
    markup += path(`c-sig c-${tone}`, line) + path(`c-brk c-${tone}`, bracket);
    if (text) markup += words(`c-sigt c-${tone}`, text.x, text.y, text.words, anchored(text.anchor));
  }
  return markup;
}

const labelClasses = { goal: 'c-goallab', median: 'c-mlab', upper: 'c-mlab', lower: 'c-mlab' };

function labels(scene: RunChartScene): string {
  const readout = scene.readout ? words('tip0', scene.plot.left, 14, scene.readout) : '';
  return scene.labels.reduce((markup, { kind, text, x, y, tone }) => {
    return markup + words(kind === 'value' ? `c-val c-${tone}` : labelClasses[kind], x, y, text, half);
  }, readout);
}

/** The team's cycles, under the time line. */
function cycles(scene: RunChartScene): string {
  let markup = '';
  for (const { number, name, x, y, guide, until, ended, decision } of scene.cycles) {
    markup += `<g><title>${escaped(name)}</title>${path('c-cyc', guide)}`;
    if (until !== null) {
      markup += path('c-span', `M${x} ${y}H${until}`);
      if (decision) markup += glyph(until, y, 0.7, 11, marksMarkup(decisionMarks[decision]));
      else if (ended) markup += path('c-span-open', `M${until} ${y - 5}v10`);
    }
    markup += `<circle class="c-disc" cx="${x}" cy="${y}" r="${scene.discRadius}"/>`;
    markup += `<text class="c-discn" x="${x}" y="${y}" dy=".36em">${number}</text></g>`;
  }
  const hasBars = scene.full && !scene.narrow && scene.cycles.length > 0;
  const { left, bottom } = scene.plot;
  return hasBars ? markup + words('c-tick', left - 8, bottom + 40, 'Cycle', anchored('end')) : markup;
}

/** A glyph at the foot of its day: shape says which kind. Its words stand beside it only where they fit. */
function events(scene: RunChartScene): string {
  let markup = '';
  for (const { kind, name, x, y, guide, span, words: said } of scene.events) {
    markup += `<g><title>${escaped(name)}</title>${path('c-cyc', guide)}${path('c-until', span)}`;
    markup += glyph(x, y, 0.65, 10.5, marksMarkup(eventMarks[kind]));
    markup += `${said ? words('c-note', said.x, said.y, said.text, half) : ''}</g>`;
  }
  return markup;
}

/** A glyph around a place, on a disc of paper that keeps lines off it. */
const glyph = (x: number, y: number, scale: number, radius: number, marks: string) =>
  `<g transform="translate(${x - 10 * scale} ${y - 10 * scale}) scale(${scale})">` +
  `<circle class="g-cut0" cx="10" cy="10" r="${radius}"/>${marks}</g>`;
