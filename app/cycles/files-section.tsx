import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { shortDay } from '~/ui/dates';
import { TextField } from '~/ui/form-fields';
import { DeedButton, Sheet, SubmitButton } from '~/ui/sheet';
import { sizeInWordsOf } from './file-limits';

export interface ShownFile {
  id: string;
  fileName: string;
  bytes: number;
  /** YYYY-MM-DD */
  day: string;
  who: string | null;
  href: string;
  isOut: boolean;
}

/** The files of a cycle: to save, to take out and bring back, and one more to add. */
export function FilesSection({
  files,
  place,
  answer,
}: {
  files: ShownFile[];
  /** Where a file is added and taken out; none for who may not write. */
  place: string | undefined;
  answer: FormAnswer | undefined;
}) {
  const shown = place ? files : files.filter((file) => !file.isOut);
  return (
    <div className="stack-l">
      {shown.length > 0 ? (
        <ul className="versions">
          {shown.map((file) => (
            <li key={file.id}>
              <div>
                {file.isOut ? (
                  <span className="soft">{file.fileName}</span>
                ) : (
                  <a href={file.href}>{file.fileName}</a>
                )}
                <p className="hint">
                  {sizeInWordsOf(file.bytes)}. {file.who ?? 'Upcurve'}, {shortDay(file.day)}
                  {file.isOut ? '. Taken out' : ''}
                </p>
              </div>
              {place ? (
                <DeedButton
                  action={place}
                  kind="text"
                  values={{ fileId: file.id, place: file.isOut ? 'back' : 'out' }}
                >
                  {file.isOut ? 'Bring back' : 'Take out'}
                  <span className="vh">: {file.fileName}</span>
                </DeedButton>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">None yet.</p>
      )}
      {place ? <AddFile place={place} answer={answer} /> : null}
    </div>
  );
}

function AddFile({ place, answer }: { place: string; answer: FormAnswer | undefined }) {
  const [form, fields] = useForm<{ file: File }>({ id: 'add-file', lastResult: answer });
  return (
    <Sheet form={form} action={place} encType="multipart/form-data">
      <TextField
        field={fields.file}
        type="file"
        label="Add a file"
        hint="A PDF, a picture, a Word, Excel or PowerPoint file, or a CSV or text file of at most 10 MB. No names of students."
      />
      <div className="btns">
        <SubmitButton kind="line">Add the file</SubmitButton>
      </div>
    </Sheet>
  );
}
