import { useId } from 'react';
import { Icon } from '~/ui/icons';
import { DecisionShape } from './decision-glyph';
import { centreOf, Ramp, type RampPicture } from './ramp';
import { glyphSize, type RampScene, type RampWords } from './ramp-parts';
import { rampScene } from './ramp-scene';
import { Wheel } from './wheel';

/** Phones, tablets and paper, laptops. Text is never scaled. */
const widths = [350, 748, 1140] as const;

/** A ramp as a picture with its sentence, and the same as a list. */
export function RampFigure({ picture }: { picture: RampPicture }) {
  return (
    <figure className="ramp-figure">
      <figcaption>{picture.sentence}</figcaption>
      {widths.map((width) => (
        <RampDrawing key={width} picture={picture} width={width} className={`at-${width}`} />
      ))}
      <details className="more">
        <summary>
          Show this ramp as a list <Icon name="down" size={16} />
        </summary>
        {picture.bands.map((band) => (
          <div key={band.key} className="ramp-band">
            {band.head ? <p className="ramp-head">{band.head}</p> : null}
            <Ramp steps={band.steps} />
          </div>
        ))}
      </details>
    </figure>
  );
}

export function RampDrawing({
  picture,
  width,
  scale = 1,
  className,
}: {
  picture: RampPicture;
  width: number;
  /** Below 1 on paper, where it lets a ramp onto the sheet. */
  scale?: number;
  className?: string;
}) {
  const id = useId();
  const scene = rampScene(picture, width);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it is a group, and no fieldset
    <svg
      className={['chart ramp-svg', className].filter(Boolean).join(' ')}
      width={scene.width * scale}
      height={scene.height * scale}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      role="group"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
    >
      <title id={`${id}t`}>{picture.title}</title>
      <desc id={`${id}d`}>{picture.sentence}</desc>
      <Ground scene={scene} />
      {scene.wheels.map(({ step, x, y, size }) => (
        <g key={step.id}>
          <circle className="r-behind" cx={x + size / 2} cy={y + size / 2} r={size / 2 - 2} />
          <Wheel x={x} y={y} size={size} states={step.states} centre={centreOf(step)} decorative />
        </g>
      ))}
      {scene.glyphs.map(({ key, decision, x, y }) => (
        <g
          key={key}
          className={`dg dg-${decision}`}
          transform={`translate(${x} ${y}) scale(${glyphSize / 20})`}
        >
          <DecisionShape decision={decision} />
        </g>
      ))}
      <Words scene={scene} />
    </svg>
  );
}

function Ground({ scene }: { scene: RampScene }) {
  const levels = scene.lines.filter(({ kind }) => kind === 'level');
  const others = scene.lines.filter(({ kind }) => kind !== 'level');
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a g takes no focus
    <g aria-hidden="true">
      {levels.map(({ key, d }) => (
        <path key={key} className="r-level" d={d} />
      ))}
      {scene.masses.map(({ key, isOpen, ...place }) => (
        <rect key={key} className={isOpen ? 'r-open' : 'r-mass'} {...place} />
      ))}
      {others.map(({ key, kind, d }) => (
        <path key={key} className={`r-line r-${kind}`} d={d} />
      ))}
    </g>
  );
}

/** The lines of one link are one link: they follow each other. */
function Words({ scene }: { scene: RampScene }) {
  const runs: { href: string | undefined; words: RampWords[] }[] = [];
  for (const words of scene.words) {
    const last = runs.at(-1);
    if (last && last.href === words.href) last.words.push(words);
    else runs.push({ href: words.href, words: [words] });
  }
  return runs.map(({ href, words }) => {
    const lines = words.map(({ key, text, x, y, size, tone }) => (
      <text key={key} className={`rt rt-${tone}`} x={x} y={y} fontSize={size}>
        {text}
      </text>
    ));
    const key = words[0]?.key;
    return href ? (
      <a key={key} href={href} aria-label={words.map(({ text }) => text).join(' ')}>
        {lines}
      </a>
    ) : (
      <g key={key}>{lines}</g>
    );
  });
}
