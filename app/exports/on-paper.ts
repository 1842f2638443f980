import { type Attributes, denseRim, drawingStyles, rimmed } from './paper';

const dense = /^<svg[^>]* class="[^"]*\bdense\b/;

/**
 * A drawing's markup, as React writes it, with what the stylesheet says of its classes written into its elements: a
 * style element would be refused by the policy of our own pages, and is ignored by some programs for slides.
 */
export function onPaper(markup: string): string {
  const isDense = dense.test(markup);
  return markup
    .replace(/<text([^>]*) class="([^"]*)"([^>]*)>([^<]*)<\/text>/g, (_, before, classes, after, words) =>
      withHalo(before + after, stylesOf('text', classes, isDense), words),
    )
    .replace(/<(\w+)([^>]*) class="([^"]*)"/g, (_, element, before, classes) => {
      return `<${element}${before}${written(stylesOf(element, classes, isDense))}`;
    });
}

export function stylesOf(element: string, classes: string, isDense = false): Attributes {
  const names = classes.split(' ');
  const found = drawingStyles.filter(([selector]) => {
    const [ofElement, name] = selector.split('.');
    return (ofElement === '' || ofElement === element) && names.includes(name ?? '');
  });
  const rim = isDense && names.some((name) => rimmed.includes(name)) ? denseRim : {};
  return Object.assign({}, ...found.map(([, attributes]) => attributes), rim);
}

/**
 * Words with their halo under them, as a second text: where `paint-order` is not understood, a halo would cover its
 * own words.
 */
function withHalo(places: string, { stroke, ...styles }: Attributes, words: string): string {
  const { 'stroke-width': width, 'stroke-linejoin': join, ...plain } = styles;
  const text = `<text${places}${written(plain)}>${words}</text>`;
  if (!stroke) return text;
  const halo = {
    ...plain,
    fill: 'none',
    stroke,
    'stroke-width': width ?? '1',
    'stroke-linejoin': join ?? 'miter',
  };
  return `<text aria-hidden="true"${places}${written(halo)}>${words}</text>${text}`;
}

const written = (attributes: Attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
