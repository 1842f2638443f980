import {
  type PracticeSetting,
  type PracticeSource,
  practiceSettingWords,
  practiceSourceWords,
  type ResearchTier,
  researchTierWords,
} from '#db/vocabulary';
import { Answer } from '~/ui/answer';

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
  return (
    <dl className="def">
      <Answer term="Steps" words={practice.steps} />
      <Answer term="What must stay as it is" words={practice.coreParts} />
      <Answer term="What a team may change" words={practice.adaptableParts} />
      {outcome === undefined ? null : <Answer term="Which result it should help" words={outcome ?? ''} />}
      <Answer term="For whom" words={practice.forWhom} />
      <Answer term="Where" words={setting ? practiceSettingWords[setting] : ''} />
      <Answer term="What it takes" words={costWords(takesHours, takesMoney, takesMaterials)} />
      <Answer term="Where it comes from" words={sourceWords(practice)} />
      {owner === undefined ? null : <Answer term="Who looks after it" words={owner ?? ''} />}
    </dl>
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
