// Writes the figures of "How we judge practices": app/help/simulated-practices.ts. Run by `npm run simulate:practices`.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tiers } from '../../app/practices/tiers';
import {
  EFFECTS,
  falseVotes,
  type Judged,
  judgedLibrary,
  PRACTICES,
  reached,
  SEED,
  WORLDS,
  type WorldName,
} from './simulations';

/** The one library that is told practice by practice, and so many that make its shares exact. */
const LIBRARIES = Number(process.argv[2] ?? 10);
const root = fileURLToPath(new URL('../..', import.meta.url));
const file = path.join(root, 'app/help/simulated-practices.ts');

const names = Object.keys(WORLDS) as WorldName[];
const percent = (part: number, of: number) => (of === 0 ? null : Math.round((part / of) * 1000) / 10);
const inert = (practices: readonly Judged[]) => practices.filter(({ effect }) => effect === 0);
const real = (practices: readonly Judged[]) => practices.filter(({ effect }) => effect > 0);
const ladder = ['Promising', 'Replicated', 'Held'] as const;
const shares = (practices: readonly Judged[], by: 'tier' | 'cautious' = 'tier') =>
  ladder.map((tier) => percent(reached(practices, tier, by), practices.length));

const libraries = new Map(
  names.map((name) => [name, Array.from({ length: LIBRARIES }, (_, i) => judgedLibrary(name, i)).flat()]),
);
const of = (name: WorldName) => libraries.get(name) as Judged[];
const first = of('plain').slice(0, PRACTICES);
const ofTier = (practices: readonly Judged[]) =>
  tiers.map((tier) => practices.filter((practice) => practice.tier === tier).length);
const TEAMS: [from: number, to: number][] = [
  [1, 2],
  [3, 4],
  [5, 8],
  [9, 12],
];
const byTeams = (practices: readonly Judged[]) =>
  TEAMS.map(([from, to]) => shares(practices.filter(({ teams }) => teams >= from && teams <= to)));
const EFFECT_STEPS: [from: number, to: number][] = [
  [0.75, 1],
  [1, 1.5],
  [1.5, 2],
];
const byEffect = EFFECT_STEPS.map(([from, to]) =>
  shares(of('plain').filter(({ effect, teams }) => teams >= 3 && effect >= from && effect < to)),
);

const figures: [name: string, what: string, value: unknown][] = [
  [
    'practiceSeed',
    'The seed, the practices of a library, and how many libraries stand behind a share.',
    SEED,
  ],
  ['practices', '', PRACTICES],
  ['libraries', '', LIBRARIES],
  ['effects', 'How far a real practice moves a measure, in σ of its points.', EFFECTS],
  ['worlds', 'What else goes on: how much points lean, a rise in ten points and a dip before, in σ.', WORLDS],
  ['tierNames', 'The columns of `firstLibrary`.', tiers],
  [
    'firstLibrary',
    'One library: how many practices that do nothing, and that do something, stand in each tier.',
    { inert: ofTier(inert(first)), real: ofTier(real(first)) },
  ],
  ['ladder', 'A tier or above it: the columns of what follows, in percent of practices.', ladder],
  [
    'reachedTiers',
    'Practices that do nothing and that do something, in each world.',
    Object.fromEntries(
      names.map((name) => [name, { inert: shares(inert(of(name))), real: shares(real(of(name))) }]),
    ),
  ],
  [
    'cautious',
    'The same by the stricter rule that the page proposes.',
    Object.fromEntries(
      names.map((name) => [
        name,
        { inert: shares(inert(of(name)), 'cautious'), real: shares(real(of(name)), 'cautious') },
      ]),
    ),
  ],
  ['teamSteps', 'Teams of a practice: the rows of `byTeams`.', TEAMS],
  ['byTeams', '', { inert: byTeams(inert(of('plain'))), real: byTeams(real(of('plain'))) }],
  ['effectSteps', 'Effects in σ, for three teams or more: the rows of `byEffect`.', EFFECT_STEPS],
  ['byEffect', '', byEffect],
  [
    'falseVotes',
    'Votes on practices that do nothing that say improved, and worsened, in percent.',
    Object.fromEntries(
      names.map((name) => {
        const { improved, worsened } = falseVotes(inert(of(name)));
        return [name, [percent(improved, 1), percent(worsened, 1)]];
      }),
    ),
  ],
];

const lines = figures.map(
  ([name, what, value]) =>
    `${what ? `\n/** ${what} */\n` : ''}export const ${name} = ${JSON.stringify(value)};\n`,
);
writeFileSync(
  file,
  `// Made by \`npm run simulate:practices\` (tests/practices/simulate.ts) with the app's own functions; not written by hand.
// ${LIBRARIES} libraries of ${PRACTICES} practices in each world, seed ${SEED}.
${lines.join('')}`,
);
spawnSync(
  path.join(root, 'node_modules/.bin/biome'),
  ['check', '--write', '--config-path=.biome.json', file],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
