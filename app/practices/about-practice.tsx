import {
  type PracticeSetting,
  type PracticeSource,
  practiceSettingWords,
  practiceSourceWords,
  type ResearchTier,
  researchTierWords,
} from '#db/vocabulary';
import { Answer } from '~/ui/answer';
import { listed } from '~/ui/words';

export interface AboutPractice {
  steps: string;
  forWhom: string;
  setting: PracticeSetting | null;
  takesHours: string;
  takesMoney: string;
  takesMaterials: string;
  coreParts: string;
  adaptableParts: string;
  sourceKind: PracticeSource | null;
  sourceTier: ResearchTier | null;
  source: string;
}

/** How a practice is done, for whom, where, and what it takes: all that may be read without its numbers. */
export function PracticeWords({
  practice,
  outcome,
  owner,
}: {
  practice: AboutPractice;
  /** Left out where another community's practice is read. */
  outcome?: string | null;
  owner?: string | null;
}) {
  const { setting, takesHours, takesMoney, takesMaterials } = practice;
  const all: [string, string][] = [
    ['Steps', practice.steps],
    ['What must stay as it is', practice.coreParts],
    ['What a team may change', practice.adaptableParts],
    ...(outcome === undefined
      ? []
      : ([['Which result it should help', outcome ?? '']] as [string, string][])),
    ['For whom', practice.forWhom],
    ['Where', setting ? practiceSettingWords[setting] : ''],
    ['What it takes', costWords(takesHours, takesMoney, takesMaterials)],
    ['Where it comes from', sourceWords(practice)],
    ...(owner === undefined ? [] : ([['Who looks after it', owner ?? '']] as [string, string][])),
  ];
  const missing = all.flatMap(([term, words]) =>
    words ? [] : [term.charAt(0).toLowerCase() + term.slice(1)],
  );
  return (
    <>
      <dl className="def">
        {all.map(([term, words]) => (words ? <Answer key={term} term={term} words={words} /> : null))}
      </dl>
      {missing.length > 0 ? <p className="hint">Not written yet: {listed(missing)}.</p> : null}
    </>
  );
}

/** "Hours: …", one to a line; empty where nothing is known. */
export function costWords(hours: string, money: string, materials: string): string {
  return [
    hours ? `Hours: ${hours}` : '',
    money ? `Money: ${money}` : '',
    materials ? `Materials and people: ${materials}` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

export function sourceWords(practice: Pick<AboutPractice, 'source' | 'sourceKind' | 'sourceTier'>): string {
  const { sourceKind, sourceTier, source } = practice;
  return [
    sourceKind ? `${practiceSourceWords[sourceKind]}.` : '',
    sourceTier ? `${researchTierWords[sourceTier]}.` : '',
    source,
  ]
    .filter(Boolean)
    .join('\n');
}
