import { z } from 'zod';
import type { StoryPart } from '#db/vocabulary';
import { choice, id, line, optionalDay, optionalId, optionalLine, optionalText } from '~/http/fields';
import { plainLineEnds } from '~/http/line-ends';

/** What the parts of the story are called in the form. */
export const storyFields = {
  'pushes up': 'pushesUp',
  'holds down': 'holdsDown',
  unknown: 'unknown',
  works: 'works',
} as const satisfies Record<StoryPart, string>;

const words = () => optionalText(4000).transform(plainLineEnds);

/** The whole story; `was…` is the version that each part was changed from, empty where nothing stood there. */
export const storyForm = z.object({
  pushesUp: words(),
  holdsDown: words(),
  unknown: words(),
  works: words(),
  wasPushesUp: optionalId(),
  wasHoldsDown: optionalId(),
  wasUnknown: optionalId(),
  wasWorks: optionalId(),
});
export type StoryFields = z.output<typeof storyForm>;

export const restoreForm = z.object({ versionId: id('Choose a version.') });

const role = line('Say in one line what they do, or could do.', 300);

export const newPartnerForm = z.object({ partnerId: id('Choose a partner of your community.'), role });
export type NewPartnerFields = z.output<typeof newPartnerForm>;

export const partnerRoleForm = z.object({ role });

export const actionForm = z.object({
  what: line('Say in one line what will be done.', 300),
  who: optionalLine(120),
  byDate: optionalDay(),
});
export type ActionFields = z.output<typeof actionForm>;

export const factorForm = z.object({
  name: line('Name the root cause in one line.', 160),
  evidence: words(),
});
export type FactorFields = z.output<typeof factorForm>;

const saidYes = (missing: string) => choice(['yes', 'no'], missing).transform((said) => said === 'yes');

export const doneForm = z.object({ isDone: saidYes('Say whether it is done.') });
export const awayForm = z.object({ isAway: saidYes('Say whether it is taken off.') });
export const voteForm = z.object({ isFor: saidYes('Say whether you vote for it.') });

/** A factor made a driver: under which primary driver of the team, or right under the aim. */
export const factorDriverForm = z.object({
  name: line('Say in one line what has to change.', 160),
  parentId: optionalId(),
});
