import { Form } from '@remix-run/react';
import { Select } from './choice-fields';
import type { FileFacts } from './file-facts';
import { Working } from './working';

/** Of a workbook with several sheets: which one to read. What its columns mean is looked at anew. */
export function SheetChoice({ preview }: { preview: Pick<FileFacts, 'sheet' | 'sheets'> }) {
  const { sheet, sheets } = preview;
  if (sheet === null || sheets.length < 2) return null;
  return (
    <Form method="get" className="stack-form" key={sheet} aria-label="Which sheet of the workbook">
      <Select
        name="sheet"
        label="Which sheet of the workbook has the numbers?"
        chosen={sheet}
        options={sheets.map((name) => ({ value: name, label: name }))}
      />
      <div className="btns">
        <button type="submit" className="btn line">
          Read this sheet
        </button>
      </div>
      <Working words="Reading the sheet." method="GET" isAbout={(search) => !search.has('shape')} />
    </Form>
  );
}

/** In the form of the choices: they are about the columns of this sheet. */
export function ChosenSheet({ sheet }: { sheet: string | null }) {
  return sheet === null ? null : <input type="hidden" name="sheet" value={sheet} />;
}
