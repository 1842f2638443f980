import { paths } from '~/paths';
import { listed, plural } from '~/ui/words';
import type { Aim } from './aim-sentence';

/** What tells whether a team's charter is complete. */
export interface CharterFacts extends Aim {
  id: string;
  about: string;
  homePartner: string | null;
  people: readonly { personId: string; part: 'member' | 'coach'; partner: string | null }[];
  outcomeMeasures: number;
  /** Community indicators that its measures feed. */
  indicators: number;
}

export interface CharterPart {
  key: string;
  title: string;
  isThere: boolean;
  /** What is there, or what it is for. */
  words: string;
  /** Where it is written. */
  href: string;
}

/** A team of fewer is one person's project. */
const fewestPeople = 3;

/** The parts of a team's charter, each with what is there and where it is written. */
export function charterOf(team: CharterFacts): CharterPart[] {
  const people = new Set(team.people.map(({ personId }) => personId)).size;
  const partners = new Set(team.people.flatMap(({ partner }) => partner ?? [])).size;
  const coaches = team.people.filter(({ part }) => part === 'coach').length;
  const aim = `${paths.editTeam(team.id)}#aim-row`;
  const edit = paths.editTeam(team.id);
  const who = paths.teamPeople(team.id);
  const part = (
    key: string,
    title: string,
    isThere: boolean,
    words: [there: string, missing: string],
    href: string,
  ) => ({
    ...{ key, title, isThere, href },
    words: isThere ? words[0] : words[1],
  });
  const hasNumbers = team.aimFrom !== null && team.aimTo !== null;
  return [
    part(
      'purpose',
      'What the team is for',
      team.about.trim() !== '',
      [team.about.trim(), 'Two lines: what it does, and where.'],
      edit,
    ),
    part(
      'what',
      'What gets better',
      team.aimWhat.trim() !== '',
      [team.aimWhat.trim(), 'One thing that can be counted.'],
      aim,
    ),
    part(
      'whom',
      'For whom',
      team.aimForWhom.trim() !== '',
      [team.aimForWhom.trim(), 'Which students or families.'],
      aim,
    ),
    part(
      'much',
      'By how much',
      hasNumbers,
      [
        `From ${team.aimFrom} to ${team.aimTo} ${team.aimUnit}`.trim(),
        'Where it stands, and where it should be.',
      ],
      aim,
    ),
    part('when', 'By when', team.aimBy !== null, [team.aimBy ?? '', 'A day.'], aim),
    part(
      'home',
      'A home organization',
      team.homePartner !== null,
      [team.homePartner ?? '', 'Who answers for the team.'],
      edit,
    ),
    part(
      'people',
      `At least ${fewestPeople} people`,
      people >= fewestPeople,
      [plural(people, 'person', 'people'), `${plural(people, 'person', 'people')} so far.`],
      who,
    ),
    part(
      'partners',
      'More than one partner',
      partners >= 2,
      [plural(partners, 'partner'), 'People of one organization alone see one side of it.'],
      who,
    ),
    part(
      'coach',
      'A coach',
      coaches > 0,
      [plural(coaches, 'coach', 'coaches'), 'Somebody who visits and reviews.'],
      who,
    ),
    part(
      'measure',
      'An outcome measure',
      team.outcomeMeasures > 0,
      [plural(team.outcomeMeasures, 'outcome measure'), 'The number of the aim, over time.'],
      paths.newMeasure(team.id),
    ),
    part(
      'indicator',
      'The indicator it feeds',
      team.indicators > 0,
      [plural(team.indicators, 'indicator'), 'Which number of the whole community should move.'],
      paths.measures(team.id),
    ),
  ];
}

/** What is not there yet, each in words that go on in a sentence. */
export const charterMissing = (parts: readonly Pick<CharterPart, 'title' | 'isThere'>[]): string[] =>
  parts.filter(({ isThere }) => !isThere).map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1));

/** "9 of 11 parts are there. Not yet: a coach and by when." */
export function charterSentence(parts: readonly Pick<CharterPart, 'title' | 'isThere'>[]): string {
  const missing = charterMissing(parts);
  if (missing.length === 0) return `All ${parts.length} parts are there.`;
  return `${parts.length - missing.length} of ${parts.length} parts are there. Not yet: ${listed(missing)}.`;
}
