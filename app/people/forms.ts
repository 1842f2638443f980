import { z } from 'zod';
import { roles, themes } from '#db/vocabulary';
import { choice, email, id, line, optionalId, optionalLine } from '~/http/fields';

/** A password as typed: nothing is trimmed. Whether a new one will do is for password-rules.ts. */
const password = (missing: string) => z.string({ error: missing }).max(1000, 'That is too long.');

export const signInForm = z.object({ email, password: password('Write your password.') });
export type SignInFields = z.output<typeof signInForm>;

export const newPasswordForm = z.object({ password: password('Choose a password.') });

export const changePasswordForm = z.object({
  current: password('Write the password you have now.'),
  password: password('Choose a new password.'),
});
export type ChangePasswordFields = z.output<typeof changePasswordForm>;

const place = {
  role: choice(roles, 'Choose what they may do.'),
  partnerId: optionalId(),
};

export const newPersonForm = z.object({ name: line('Write their name.', 120), email, ...place });
export type NewPersonFields = z.output<typeof newPersonForm>;

/** Name and e-mail are missing where the account is not this community's alone to change. */
export const personForm = z.object({ name: optionalLine(120), email: email.optional(), ...place });
export type PersonFields = z.output<typeof personForm>;

export const accountForm = z.object({
  name: line('Write your name.', 120),
  theme: choice(themes, 'Choose how it looks.'),
});
export type AccountFields = z.output<typeof accountForm>;

export const endSessionForm = z.object({ sessionId: id('Choose one of the list.') });

/** A deed that asks nothing. */
export const nothing = z.object({});
