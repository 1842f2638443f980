import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import { TextField } from '~/ui/form-fields';
import { DeedButton, Sheet, SubmitButton } from '~/ui/sheet';
import type { CalendarLink } from './calendar-links.server';

/** Makes a link for one calendar program. */
export function CalendarLinkSheet({ answer, formKey }: { answer: FormAnswer | undefined; formKey: string }) {
  const [form, fields] = useForm<{ label: string }>({ id: 'calendar-link', lastResult: answer });
  return (
    <Sheet form={form}>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      <TextField
        field={fields.label}
        label="For which calendar?"
        hint="Such as: my phone. It tells your links apart."
      />
      <div className="btns">
        <SubmitButton>Make the link</SubmitButton>
      </div>
    </Sheet>
  );
}

/** One's own links, and whether each still works. */
export function CalendarLinkList({ links, timeZone }: { links: readonly CalendarLink[]; timeZone: string }) {
  if (links.length === 0) return <p className="soft">No links yet.</p>;
  return (
    <ul className="recs">
      {links.map((link) => (
        <li key={link.id}>
          <div>
            <p>
              <b>{link.label}</b>
            </p>
            <p className="hint">
              {link.revokedAt === null
                ? `Made ${moment(link.createdAt, timeZone)}. It works.`
                : `Taken back ${moment(link.revokedAt, timeZone)}.`}
            </p>
          </div>
          {link.revokedAt === null ? (
            <DeedButton action={paths.revokeCalendarLink()} kind="text" values={{ linkId: link.id }}>
              Take back<span className="vh"> the link for {link.label}</span>
            </DeedButton>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
