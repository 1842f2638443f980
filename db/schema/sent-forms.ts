import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt } from './columns';
import { people } from './people';

/** Forms that make something new, by the key their page was drawn with: sent twice, they make one. */
export const sentForms = sqliteTable(
  'sent_forms',
  {
    key: text('key').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** Where the first sending led. */
    ledTo: text('led_to').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('sent_forms_person').on(t.personId), index('sent_forms_created_at').on(t.createdAt)],
);
