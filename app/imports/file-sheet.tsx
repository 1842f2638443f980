import { parse, useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { fileProblem } from './file-problem';
import { Working } from './working';

interface Values {
  file?: string;
}

/** Asks for a file. One that is too large is said to be so before it is sent. */
export function FileSheet({
  answer,
  formKey,
  name,
}: {
  answer: FormAnswer | undefined;
  /** With it the page asks how far its file is. */
  formKey: string;
  /** Of what the numbers are about. */
  name: string;
}) {
  const [form, fields] = useForm<Values>({
    id: 'file',
    lastResult: answer,
    shouldValidate: 'onInput',
    onValidate: ({ formData }) => {
      const file = formData.get('file');
      const problem = fileProblem(file instanceof File ? file : null);
      return parse(formData, {
        resolve: () => (problem === null ? { value: {} as Values } : { error: { file: [problem] } }),
      });
    },
  });
  return (
    <Sheet form={form} encType="multipart/form-data" action={`?key=${formKey}`}>
      <TextField
        field={fields.file}
        type="file"
        label={`Which file has the numbers of “${name}”?`}
        hint="An Excel file (.xlsx), CSV or TSV, of up to 10 MB. A long one takes a few seconds."
      />
      <div className="btns">
        <SubmitButton>Look at the file</SubmitButton>
      </div>
      <Working words="Sending the file." />
    </Sheet>
  );
}
