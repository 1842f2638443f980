import type { ReactNode } from 'react';
import type { AssuranceIcon as Assurance, NhsPointType } from '~/statistics/nhs';
import type { Better } from '~/statistics/signals';
import type { Tone } from './run-chart-data';

/*
 * The two icons of Making Data Count, drawn our way: what the newest point says of variation, and whether the goal is
 * within reach of chance. Frames are those of the points of a chart: ring for better, diamond for worse, square for
 * neither, thin circle for the usual. The words stand beside them or name them.
 */

const variationWords: Record<NhsPointType, string> = {
  common_cause: 'The usual ups and downs',
  special_cause_improvement: 'Improvement',
  special_cause_concern: 'Concern',
  special_cause_neutral_high: 'A change, neither better nor worse',
  special_cause_neutral_low: 'A change, neither better nor worse',
};

const letterWords = { H: 'higher numbers', L: 'lower numbers' };

/** "Improvement: higher numbers". */
export function variationText(icon: NhsPointType, letter: 'H' | 'L' | null): string {
  return letter === null ? variationWords[icon] : `${variationWords[icon]}: ${letterWords[letter]}`;
}

const assuranceWords: Record<Assurance, (goal: string) => string> = {
  consistent_pass: (goal) => `Will keep meeting the ${goal} unless something changes`,
  consistent_fail: (goal) => `Will keep missing the ${goal} unless something changes`,
  inconsistent: (goal) => `Will sometimes meet the ${goal} and sometimes miss it`,
};

/** "Will keep missing the goal unless something changes". */
export function assuranceText(icon: Assurance, goalWord: 'Goal' | 'Limit' = 'Goal'): string {
  return assuranceWords[icon](goalWord.toLowerCase());
}

const variationTones: Record<NhsPointType, Tone> = {
  common_cause: 'none',
  special_cause_improvement: 'better',
  special_cause_concern: 'worse',
  special_cause_neutral_high: 'neutral',
  special_cause_neutral_low: 'neutral',
};

const assuranceTones: Record<Assurance, Tone> = {
  consistent_pass: 'better',
  consistent_fail: 'worse',
  inconsistent: 'none',
};

/** Heights of five points about the line at 22: near it, or with the newest three far above. */
const usual = [18, 25.5, 19, 24.5, 20.5];
const high = [24, 21, 14.5, 12, 13.5];
const columns = [13.5, 17.8, 22, 26.2, 30.5];

interface IconProps {
  size?: number;
  /** Leave out where the words stand beside the icon. */
  label?: string;
}

export function VariationIcon({
  icon,
  letter,
  ...rest
}: IconProps & { icon: NhsPointType; letter: 'H' | 'L' | null }) {
  const tone = variationTones[icon];
  const heights = letter === null ? usual : letter === 'H' ? high : high.map((y) => 44 - y);
  return (
    <Icon tone={tone} {...rest}>
      <path className="c-lead" d="M10 22h24" />
      {heights.map((y, i) => (
        <circle
          key={columns[i]}
          className={letter !== null && i > 1 ? `p-${tone}` : 'p-none'}
          cx={columns[i]}
          cy={y}
          r="2.2"
        />
      ))}
      {letter !== null && <Letter tone={tone} y={letter === 'H' ? 30.5 : 13.5} letter={letter} />}
    </Icon>
  );
}

/** The goal as a long dash, and the range of chance on one side of it or across it. */
export function AssuranceIcon({
  icon,
  better = 'up',
  ...rest
}: IconProps & { icon: Assurance; better?: Better }) {
  const tone = assuranceTones[icon];
  const isAbove = (icon === 'consistent_pass') === (better !== 'down');
  const wave =
    icon === 'inconsistent' ? 'M12 19q2.5-11 5 0t5 0 5 0 5 0' : `M13 ${isAbove ? 15 : 29}q3-6 6 0t6 0 6 0`;
  const letter = { consistent_pass: 'P', consistent_fail: 'F', inconsistent: '?' }[icon];
  return (
    <Icon tone={tone} {...rest}>
      <path className="c-goal" d={icon === 'inconsistent' ? 'M5.5 19h33' : 'M7.5 22h29'} />
      <path className={`c-brk c-${tone}`} d={wave} />
      <Letter tone={tone} y={icon === 'inconsistent' ? 33 : isAbove ? 30.5 : 13.5} letter={letter} />
    </Icon>
  );
}

function Icon({ tone, size = 44, label, children }: IconProps & { tone: Tone; children: ReactNode }) {
  return (
    <svg
      className="dg dense"
      width={size}
      height={size}
      viewBox="0 0 44 44"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {tone === 'worse' && <path className="c-brk c-worse" d="M22 1.5L42.5 22 22 42.5 1.5 22z" />}
      {tone === 'neutral' && <path className="c-brk c-neutral" d="M4 4h36v36H4z" />}
      {tone === 'none' && <circle className="c-limit" cx="22" cy="22" r="19.5" />}
      {tone === 'better' && (
        <>
          <circle className="c-out c-better" cx="22" cy="22" r="20.5" />
          <circle className="c-out c-better" cx="22" cy="22" r="17.5" />
        </>
      )}
      {children}
    </svg>
  );
}

function Letter({ tone, y, letter }: { tone: Tone; y: number; letter: string }) {
  return (
    <text className={`ct c-sigt c-${tone}`} x="22" y={y} dy=".35em" textAnchor="middle">
      {letter}
    </text>
  );
}
