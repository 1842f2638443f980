import { z } from 'zod';
import { type roles, ruleSets, sectors } from '#db/vocabulary';
import { isTimeZone } from '~/access/today';
import { choice, email, id, line, number } from '~/http/fields';
import { readHolidays } from './holidays';

const timeZone = line('Choose a time zone.', 60).refine(isTimeZone, 'Choose a time zone of the list.');

export const setupForm = z.object({
  network: line('Give the network a name.', 120),
  community: line('Give your first community a name.', 120),
  timeZone,
  name: line('Write your name.', 120),
  email,
  password: z.string({ error: 'Choose a password.' }).max(1000, 'That is too long.'),
});
export type SetupFields = z.output<typeof setupForm>;

const holidays = z
  .string()
  .max(20_000, 'Keep this to a few hundred dates.')
  .optional()
  .transform((typed, context) => {
    const { days, problems } = readHolidays(typed ?? '');
    for (const message of problems.slice(0, 20)) context.addIssue({ code: 'custom', message });
    return days;
  });

export const settingsForm = z.object({
  name: line('Give your community a name.', 120),
  timeZone,
  schoolYearFirstMonth: number('Choose a month.', 1, 12).refine(Number.isInteger, 'Choose a month.'),
  holidays,
  ruleSet: choice(ruleSets, 'Choose the rules for run charts.'),
  maskingThreshold: number('Write a number, such as 10.', 0, 100).refine(
    Number.isInteger,
    'Write a whole number.',
  ),
});
export type SettingsFields = z.output<typeof settingsForm>;

/** The one page of partners takes two deeds; which one a form is for stands in it. */
export const partnerForm = z.discriminatedUnion(
  'deed',
  [
    z.object({
      deed: z.literal('add'),
      name: line('Write the name of the organization.', 120),
      sector: choice(sectors, 'Choose what kind of organization it is.'),
    }),
    z.object({ deed: z.literal('archive'), partnerId: id('Choose one of the list.') }),
  ],
  { error: 'Use one of the buttons of the page.' },
);
export type NewPartner = Extract<z.output<typeof partnerForm>, { deed: 'add' }>;

export const switchForm = z.object({ communityId: id('Choose one of your communities.') });

export const invitationForm = z.object({
  membershipId: id('Choose one of the list.'),
  answer: choice(['yes', 'no'], 'Say yes or no.'),
});

/** What a person is in the community. */
export interface MembershipFields {
  role: (typeof roles)[number];
  partnerId: string | null;
}
