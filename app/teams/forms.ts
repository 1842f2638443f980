import { z } from 'zod';
import { teamParts } from '#db/vocabulary';
import {
  id,
  line,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalText,
} from '~/http/fields';

export const teamForm = z.object({
  name: line('Give the team a name.', 120),
  about: optionalText(1000),
  aimWhat: optionalLine(200),
  aimForWhom: optionalLine(200),
  aimFrom: optionalNumber(),
  aimTo: optionalNumber(),
  aimUnit: optionalLine(20),
  aimBy: optionalDay(),
  homePartnerId: optionalId(),
});
export type TeamFields = z.output<typeof teamForm>;

/** A person's part in the team; without one they leave it. */
export const partForm = z.object({
  personId: id('Choose a person.'),
  part: optionalChoice(teamParts),
});
export type PartFields = z.output<typeof partForm>;
