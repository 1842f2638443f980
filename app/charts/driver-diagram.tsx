import { useId } from 'react';
import {
  type DriverDiagramData,
  driverDiagramScene,
  type PlacedLink,
  type PlacedNode,
  sizes,
} from './driver-diagram-scene';
import { IdeaShape } from './idea-glyph';

/** Wide for a desk and for paper; the narrow one keeps its size, and its box scrolls on a phone. */
const widths = { wide: 1080, narrow: 700 };

/** The theory as a picture. Its accessible form is the outline beside it: nothing here is only here. */
export function DriverDiagram({
  data,
  title,
  sentence,
}: {
  data: DriverDiagramData;
  title: string;
  sentence: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls inside its box must be reached by keyboard.
    <section className="ddiagram" tabIndex={0} aria-label={`${title}, drawn`}>
      <Drawing data={data} width={widths.wide} title={title} sentence={sentence} className="only-wide" />
      <Drawing data={data} width={widths.narrow} title={title} sentence={sentence} className="only-narrow" />
    </section>
  );
}

function Drawing({
  data,
  width,
  title,
  sentence,
  className,
}: {
  data: DriverDiagramData;
  width: number;
  title: string;
  sentence: string;
  className: string;
}) {
  const id = useId();
  const scene = driverDiagramScene(data, width);
  return (
    <svg
      className={`dd ${className}`}
      width={scene.width}
      height={scene.height}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      role="img"
      aria-labelledby={`${id}t ${id}d`}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{sentence}</desc>
      {scene.heads.map(({ text, x }) => (
        <text key={text} x={x} y={13} className="dd-head">
          {text}
        </text>
      ))}
      {scene.links.map((link) => (
        <path key={`${link.from} ${link.to}`} d={curve(link)} className="dd-link" />
      ))}
      {scene.lanes.map(({ x1, x2, y }) => (
        <path key={`${x1} ${y}`} d={`M${x1} ${y}H${x2}`} className="dd-link" />
      ))}
      {scene.nodes.map((node) => (
        <Node key={node.id} node={node} />
      ))}
    </svg>
  );
}

/** From the end of a tread to the start of the next, level at both ends. */
function curve({ x1, y1, x2, y2 }: PlacedLink): string {
  const half = (x1 + x2) / 2;
  return `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
}

function Node({ node }: { node: PlacedNode }) {
  const { kind, isBelieved, x, width, tread, lines, glyph } = node;
  return (
    <g className={`dd-${kind}${isBelieved ? '' : ' is-gone'}`}>
      <path d={`M${x} ${tread}H${x + width}`} className="dd-tread" />
      {lines.map((line) => (
        <text key={`${line.y}`} x={line.x} y={line.y} className={`dd-${line.kind}`}>
          {line.text}
        </text>
      ))}
      {glyph ? (
        <svg
          className="dg"
          x={glyph.x}
          y={glyph.y}
          width={sizes.glyph}
          height={sizes.glyph}
          viewBox="0 0 20 20"
          aria-hidden="true"
        >
          <IdeaShape state={glyph.state} />
        </svg>
      ) : null}
    </g>
  );
}
