import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import type { TeamPart } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { type Option, RadioField, SelectField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

const partOptions: Option[] = [
  { value: 'member', label: 'A member: logs cycles and numbers' },
  { value: 'coach', label: 'A coach: helps the team learn, reviews, and answers asks for help' },
];

/** Adds one person at a time, so that two people who edit the team never undo each other. */
export function JoinSheet({ answer, people }: { answer: FormAnswer | undefined; people: Option[] }) {
  const [form, fields] = useForm<{ personId?: string; part?: string }>({
    id: 'join-form',
    lastResult: answer,
    defaultValue: { part: 'member' },
  });
  return (
    <Sheet form={form}>
      <SelectField field={fields.personId} label="Who joins?" options={people} empty="Choose a person" />
      <RadioField
        field={fields.part}
        label="As what?"
        hint="Only somebody whose role in the community is coach can coach a team: nobody else has the list on which reviews and asks for help arrive. An admin changes roles."
        options={partOptions}
      />
      <div className="btns">
        <SubmitButton>Add to the team</SubmitButton>
      </div>
    </Sheet>
  );
}

export interface TeamPerson {
  personId: string;
  name: string;
  part: TeamPart;
  /** By role: what the team asks its coach reaches them. */
  mayCoach: boolean;
  partner: string | null;
}

export function TeamPeople({ people }: { people: TeamPerson[] }) {
  return (
    <ul className="rows">
      {people.map((person) => (
        <li key={`${person.personId} ${person.part}`}>
          <div>
            <b>{person.name}</b>
            <p className="hint">
              {[person.part === 'coach' ? 'Coach' : 'Member', person.partner].filter(Boolean).join(', ')}
            </p>
            {person.part === 'coach' && !person.mayCoach ? (
              <p className="late">
                Not a coach by role: reviews and asks for help do not reach {person.name}.
              </p>
            ) : null}
          </div>
          <div className="btns">
            {person.part === 'coach' || person.mayCoach ? (
              <PartButton person={person} part={person.part === 'coach' ? 'member' : 'coach'}>
                {person.part === 'coach' ? 'Make a member' : 'Make a coach'}
              </PartButton>
            ) : null}
            <PartButton person={person} part="">
              Take out
            </PartButton>
          </div>
        </li>
      ))}
    </ul>
  );
}

function PartButton({
  person,
  part,
  children,
}: {
  person: TeamPerson;
  part: TeamPart | '';
  children: string;
}) {
  return (
    <Form method="post" className="deed">
      <input type="hidden" name="personId" value={person.personId} />
      <input type="hidden" name="part" value={part} />
      <button type="submit" className="btn text">
        {children}
        <span className="vh">: {person.name}</span>
      </button>
    </Form>
  );
}
