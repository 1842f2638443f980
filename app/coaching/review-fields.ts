/**
 * The fields of a worksheet that a coach can say something of, by their names there, in its order. What of a cycle is
 * written under none of them is for the reason of the review.
 */
export const reviewFields = {
  objective: 'What will we try?',
  questions: 'What do we want to find out?',
  predictions: 'What numbers do we predict?',
  scale: 'How big, and when?',
  dataPlan: 'What data will we collect?',
  tasks: 'Who does what, and when?',
  observations: 'What happened?',
  ranAsPlanned: 'Did we follow the plan?',
  surprises: 'What surprised us?',
  learned: 'What did we learn?',
  workedFor: 'Who did it work for? Who did it miss?',
  decision: 'What will we do with this change?',
  reason: 'Why?',
  nextStep: 'What happens next?',
} as const;
export type ReviewField = keyof typeof reviewFields;
export const reviewFieldNames = Object.keys(reviewFields) as ReviewField[];

export const labelOf = (field: string): string => reviewFields[field as ReviewField] ?? 'The cycle';
