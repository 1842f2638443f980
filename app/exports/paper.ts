/*
 * What a drawing looks like where no stylesheet reaches: in a file, on somebody else's page. The same as in
 * app/ui/upcurve.css, in the light theme on white paper. Slides and drawing programs know neither oklch nor tokens,
 * so the colors are worked out here once; a test holds both to the stylesheet.
 */

export const colors = {
  paper: '#ffffff',
  ink: '#1d2432',
  'ink-2': '#49505c',
  rule: '#d8d7d3',
  'rule-2': '#7c8088',
  better: '#125fb3',
  worse: '#ad5311',
  common: '#52555c',
  'common-tint': '#e8e8e5',
} as const;

export const fontFamily =
  "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Arial, Helvetica, sans-serif";

export type Attributes = Readonly<Record<string, string>>;

const { paper, ink, rule, better, worse, common } = colors;
const [ink2, rule2, tint] = [colors['ink-2'], colors['rule-2'], colors['common-tint']];
const crisp = { 'stroke-width': '1', fill: 'none', 'shape-rendering': 'crispEdges' };

/** Attributes by class, or by element and class; of two that set the same, the later wins. */
export const drawingStyles: readonly (readonly [selector: string, Attributes])[] = [
  ['.g-fill', { fill: ink }],
  ['.g-line', { fill: 'none', stroke: ink, 'stroke-width': '2' }],
  [
    '.g-cut',
    {
      fill: 'none',
      stroke: paper,
      'stroke-width': '2.4',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
  ],
  ['.g-cut0', { fill: paper }],
  ['.g-ring', { fill: 'none', stroke: ink, 'stroke-width': '1.6' }],
  ['.g-x', { fill: 'none', stroke: ink, 'stroke-width': '2.6', 'stroke-linecap': 'round' }],
  ['.ct', { 'font-size': '13', fill: ink, stroke: paper, 'stroke-width': '4', 'stroke-linejoin': 'round' }],
  ['.c-tick', { fill: ink2 }],
  ['.c-strong', { fill: ink, 'font-weight': '600' }],
  ['.c-axis', { stroke: ink, ...crisp }],
  ['.c-tickm', { stroke: ink, ...crisp }],
  ['.c-grid', { stroke: rule, 'stroke-width': '1', 'stroke-dasharray': '1 5', 'stroke-linecap': 'round' }],
  ['.c-line', { fill: 'none', stroke: common, 'stroke-width': '1.5', 'stroke-linejoin': 'round' }],
  ['.c-med', { stroke: ink2, 'stroke-width': '1.5', fill: 'none' }],
  ['.c-med-ext', { 'stroke-dasharray': '2 4' }],
  ['.c-goal', { stroke: ink, 'stroke-width': '1.25', 'stroke-dasharray': '9 5', fill: 'none' }],
  ['.c-mlab', { fill: ink2 }],
  ['.c-goallab', { fill: ink }],
  ['.c-band', { fill: tint }],
  ['.c-limit', { stroke: rule2, 'stroke-width': '1', fill: 'none' }],
  ['.c-trial', { 'stroke-dasharray': '5 4' }],
  ['.c-val', { 'font-size': '15', 'font-weight': '700' }],
  ['.c-sig', { fill: 'none', 'stroke-width': '2.5', 'stroke-linejoin': 'round' }],
  ['.c-brk', { fill: 'none', 'stroke-width': '1.5' }],
  ['.c-sigt', { 'font-weight': '600' }],
  ['path.c-better', { stroke: better }],
  ['path.c-worse', { stroke: worse }],
  ['path.c-neutral', { stroke: ink }],
  ['path.c-none', { stroke: common }],
  ['text.c-better', { fill: better }],
  ['text.c-worse', { fill: worse }],
  ['text.c-neutral', { fill: ink }],
  ['text.c-none', { fill: ink }],
  ['.p-neutral', { fill: ink, stroke: paper, 'stroke-width': '1.5' }],
  ['.p-ghost', { fill: paper, stroke: common, 'stroke-width': '1.25' }],
  ['.p-none', { fill: common, stroke: paper, 'stroke-width': '1' }],
  ['.c-dots', { fill: 'none', stroke: common, 'stroke-linecap': 'round' }],
  ['.p-better', { fill: better, stroke: paper, 'stroke-width': '1.5' }],
  ['.p-worse', { fill: worse, stroke: paper, 'stroke-width': '1.25' }],
  ['.c-out', { fill: 'none', 'stroke-width': '1.5' }],
  ['circle.c-better', { stroke: better }],
  ['circle.c-worse', { stroke: worse }],
  ['circle.c-neutral', { stroke: ink }],
  ['circle.c-none', { stroke: ink }],
  ['.c-cyc', { stroke: rule2, 'stroke-width': '1', 'stroke-dasharray': '1.5 3.5', fill: 'none' }],
  ['.c-span', { stroke: ink, 'stroke-width': '2' }],
  ['.c-span-open', { stroke: ink, 'stroke-width': '2' }],
  ['.c-until', { stroke: ink, 'stroke-width': '1.5', fill: 'none' }],
  ['.c-disc', { fill: paper, stroke: ink, 'stroke-width': '1.5' }],
  ['.c-discn', { 'font-size': '11.5', 'font-weight': '700', 'text-anchor': 'middle', fill: ink }],
  ['.tip0', { fill: ink2 }],
  ['.c-note', { 'font-style': 'italic', fill: ink2 }],
];

/** In a crowd of points the rims are thinner: `.dense :is(…)` of the stylesheet. */
export const denseRim: Attributes = { 'stroke-width': '0.5' };
export const rimmed: readonly string[] = ['p-better', 'p-worse', 'p-neutral', 'p-none'];
