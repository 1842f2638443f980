import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { SelectField, TextArea } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { scoreMeanings, scores, scoreWords } from './score';

const options = scores.map((score) => ({
  value: String(score),
  label: `${scoreWords(score)} ${scoreMeanings[score]}`,
}));

export function ScoreForm({
  answer,
  button,
  hint,
  formKey,
  suggested,
}: {
  answer: FormAnswer | undefined;
  button: string;
  hint: string;
  formKey: string;
  suggested: number;
}) {
  const [form, fields] = useForm<{ score: string; reason: string }>({
    id: 'score',
    lastResult: answer,
    defaultValue: { score: String(suggested) },
  });
  return (
    <Sheet form={form} holdsWords>
      <input type="hidden" name="formKey" value={formKey} />
      <SelectField field={fields.score} label="Where does the team stand?" options={options} />
      <TextArea field={fields.reason} label="Why?" hint={hint} rows={3} />
      <div className="btns">
        <SubmitButton>{button}</SubmitButton>
      </div>
    </Sheet>
  );
}
