import { useForm } from '@conform-to/react';
import { useEffect, useState } from 'react';
import type { FormAnswer } from '~/http/form.server';
import { plainLineEnds } from '~/http/line-ends';
import { shownBy } from '~/http/shown-by';
import { TextArea } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

/** Who came: what others write meanwhile is not written over unseen. */
export function PresentSheet({
  action,
  answer,
  present,
  isOn = false,
}: {
  action: string;
  answer?: FormAnswer;
  present: string;
  /** The meeting goes on: it is ended with what stands in the field, so that no name typed there is lost. */
  isOn?: boolean;
}) {
  const [form, fields] = useForm<{ present: string }>({
    id: 'present',
    lastResult: answer,
    defaultValue: { present },
  });
  const was = useShown(present, fields.present.id);
  return (
    <Sheet form={form} action={action} holdsWords>
      <input type="hidden" name="was" value={shownBy(answer, 'was', was)} autoComplete="off" />
      <TextArea
        field={fields.present}
        label="Who is here?"
        hint="Staff and partners. No names of students or families."
        rows={2}
      />
      <div className="btns">
        <SubmitButton kind="line">Save who is here</SubmitButton>
      </div>
      {isOn ? (
        <div className="stack-s">
          <p className="lead">The summary prints on one sheet and can be copied into a message.</p>
          <div className="btns">
            <button type="submit" className="btn" name="and" value="end">
              End the meeting
            </button>
          </div>
        </div>
      ) : null}
    </Sheet>
  );
}

const isSame = (one: string, other: string) => plainLineEnds(one).trim() === plainLineEnds(other).trim();

/**
 * What the person has been shown. The page reads the meeting again while it is open: what others wrote comes into a
 * field that was left alone, and stays out of one that somebody writes in, so that saving it is not overwriting.
 */
function useShown(present: string, fieldId: string): string {
  const [shown, setShown] = useState(present);
  useEffect(() => {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLTextAreaElement) || present === shown) return;
    const isLeftAlone = isSame(field.value, shown);
    if (isLeftAlone) field.value = present;
    if (isLeftAlone || isSame(field.value, present)) setShown(present);
  }, [present, shown, fieldId]);
  return shown;
}
