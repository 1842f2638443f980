import type { ReactNode } from 'react';
import { SaidOfField } from '~/coaching/said-of-field';
import type { WorksheetData } from './worksheet.server';

/** Rows of a form stand for the question that they belong to. */
const firstOfRows: Record<string, string> = {
  questions: 'questions[0].question',
  predictions: 'predictions[0].measureId',
  tasks: 'tasks[0].what',
};

/** What the newest review said of single fields, by the fields' names: read, and while they are written. */
export function saidBeside({
  reviews,
  teamId,
  timeZone,
  mayWrite,
}: WorksheetData): Record<string, ReactNode> {
  const newest = reviews.find(({ outcome }) => outcome !== null);
  const fields = [...new Set(newest?.comments.map(({ field }) => field))];
  const said = fields.map((field): [string, ReactNode] => [
    field,
    <SaidOfField
      key={field}
      comments={(newest?.comments ?? []).filter((comment) => comment.field === field)}
      {...{ teamId, timeZone, mayAnswer: mayWrite }}
    />,
  ]);
  const ofRows = said.flatMap(([field, node]): [string, ReactNode][] =>
    firstOfRows[field] ? [[firstOfRows[field], node]] : [],
  );
  return Object.fromEntries([...said, ...ofRows]);
}
