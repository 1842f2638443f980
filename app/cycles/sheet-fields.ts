import type { WheelPhase } from './stages';

/**
 * The worksheet as fields that are saved one by one: "learned", "questions.<id>.prediction". A form of a phase has the
 * same fields under the names of its rows, "questions[0].prediction"; here one becomes the other.
 */

export type Entry = readonly [name: string, value: string];
/** What stands in each field, by field, in the order of the sheet. */
export type Texts = ReadonlyMap<string, string>;

const single: Record<WheelPhase, readonly string[]> = {
  plan: [
    'objective',
    'kind',
    'scale',
    'people',
    'sites',
    'focusGroup',
    'dataPlan',
    'ledBy',
    'startsOn',
    'endsOn',
  ],
  do: ['doStartedOn', 'doEndedOn', 'ranAsPlanned', 'whatDiffered', 'observations', 'surprises'],
  study: ['workedFor', 'learned'],
  act: ['decision', 'reason', 'nextStep', 'decidedOn'],
};

interface List {
  phase: WheelPhase;
  /** The field of a row that names it. */
  key: string;
  /** What its rows are called as fields. */
  of: string;
  fields: readonly string[];
  /** A row whose fields are all empty is no row any more. */
  goesWhenEmpty?: boolean;
}

const lists: Record<string, List> = {
  questions: {
    ...{ phase: 'plan', key: 'id', of: 'questions' },
    fields: ['question', 'prediction', 'chancePercent'],
  },
  predictions: {
    ...{ phase: 'plan', key: 'measureId', of: 'predictions', goesWhenEmpty: true },
    fields: ['expected', 'low', 'high', 'checkOn'],
  },
  tasks: { phase: 'plan', key: 'id', of: 'tasks', fields: ['what', 'who', 'place', 'dueOn'] },
  notes: { phase: 'do', key: 'id', of: 'notes', fields: ['onDate', 'text'] },
  counts: {
    ...{ phase: 'do', key: 'id', of: 'counts' },
    fields: ['group', 'identified', 'reached', 'completed'],
  },
  answers: { phase: 'study', key: 'id', of: 'questions', fields: ['whatHappened', 'cameTrue'] },
};

const rowName = /^(\w+)\[(\d+)\]\.(\w+)$/;
const rowField = /^(\w+)\.(\+?[\w-]{1,40})\.(\w+)$/;

/** The phase whose form has the field; null for what is no field of ours. */
export function phaseOfField(field: string): WheelPhase | null {
  const [, of, , name = ''] = rowField.exec(field) ?? [];
  if (of === undefined) {
    return (Object.keys(single) as WheelPhase[]).find((phase) => single[phase].includes(field)) ?? null;
  }
  if (of === 'tasks' && name === 'done') return 'do';
  return Object.values(lists).find((list) => list.of === of && list.fields.includes(name))?.phase ?? null;
}

/** Values as a form shows them, as its names and texts. */
export function entriesOf(values: object, under = ''): Entry[] {
  return Object.entries(values).flatMap(([name, value]): Entry[] => {
    const at = under === '' ? name : `${under}.${name}`;
    if (Array.isArray(value)) {
      return value.flatMap((one, position) =>
        typeof one === 'object' && one !== null
          ? entriesOf(one, `${at}[${position}]`)
          : [[at, String(one)] as const],
      );
    }
    return [[at, value === null || value === undefined ? '' : String(value)]];
  });
}

/** The field that each name of a form stands for. A row that has no name yet, as a number without a measure, has none. */
export function fieldsByName(entries: readonly Entry[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [name, value] of entries) {
    const [, list = '', row, field] = rowName.exec(name) ?? [];
    if (row !== undefined && lists[list]?.key === field) keys.set(`${list} ${row}`, value);
  }
  const fields = new Map<string, string>();
  for (const [name] of entries) {
    const [, list = '', row, field = ''] = rowName.exec(name) ?? [];
    if (row === undefined) {
      if (phaseOfField(name) !== null) fields.set(name, name);
      continue;
    }
    const key = keys.get(`${list} ${row}`);
    if (key && lists[list]?.fields.includes(field)) fields.set(name, `${lists[list].of}.${key}.${field}`);
  }
  return fields;
}

/** The field of a name, also of the one that names its row: "predictions.<id>.measureId". Null: it is on no field. */
export function fieldOfName(name: string, fields: ReadonlyMap<string, string>): string | null {
  const field = fields.get(name);
  if (field !== undefined) return field;
  const [, list = '', row, key] = rowName.exec(name) ?? [];
  if (row === undefined || lists[list]?.key !== key) return null;
  const neighbour = [...fields].find(([other]) => other.startsWith(`${list}[${row}].`));
  return neighbour ? `${rowOfField(neighbour[1])}.${key}` : null;
}

const unnamedRow = /^\w+\.\+/;

/** A field of a row that has no name yet: it waits on the device, "predictions.+2.expected". */
export const isUnnamed = (field: string) => unnamedRow.test(field);

/** What is written in rows that have no name yet, as a number without a measure. */
export function unnamedOf(entries: readonly Entry[]): Map<string, string> {
  const fields = fieldsByName(entries);
  const texts = new Map<string, string>();
  for (const [name, value] of entries) {
    const [, list = '', row, field = ''] = rowName.exec(name) ?? [];
    const isOurs = lists[list]?.fields.includes(field) && !fields.has(name);
    if (isOurs && plain(value) !== '') texts.set(`${lists[list]?.of}.+${row}.${field}`, plain(value));
  }
  return texts;
}

/** The lists of a phase's form: what its rows are named by, and what they are called as fields. */
export const listsOf = (phase: WheelPhase): { name: string; key: string; of: string }[] =>
  Object.entries(lists).flatMap(([name, { key, of, ...list }]) =>
    list.phase === phase ? [{ name, key, of }] : [],
  );

/** What stands in each field of a form. Boxes that are not ticked are named by `tasksListed`. */
export function textsOf(entries: readonly Entry[]): Map<string, string> {
  const fields = fieldsByName(entries);
  const texts = new Map<string, string>();
  const done = new Set(entries.filter(([name]) => name === 'tasksDone').map(([, id]) => id));
  for (const [name, value] of entries) {
    const field = fields.get(name);
    if (field !== undefined) texts.set(field, plain(value));
    if (name === 'tasksListed') texts.set(`tasks.${value}.done`, done.has(value) ? 'yes' : '');
  }
  return texts;
}

/** As it is kept: line ends of one kind, none of the space around. */
export const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();

/** The form of a phase again, from its fields. */
export function formOf(phase: WheelPhase, texts: Texts): Entry[] {
  const entries: Entry[] = single[phase].map((name) => [name, texts.get(name) ?? '']);
  for (const [name, list] of Object.entries(lists)) {
    if (list.phase !== phase) continue;
    rowsOf(list, texts).forEach(([key, row], position) => {
      entries.push([`${name}[${position}].${list.key}`, key]);
      for (const field of list.fields) entries.push([`${name}[${position}].${field}`, row.get(field) ?? '']);
    });
  }
  if (phase === 'do') {
    for (const [field, text] of texts) {
      const [, of, id = '', name] = rowField.exec(field) ?? [];
      if (of === 'tasks' && name === 'done' && text !== '') entries.push(['tasksDone', id]);
    }
  }
  return entries;
}

function rowsOf({ of, fields, goesWhenEmpty }: List, texts: Texts): [string, Map<string, string>][] {
  const rows = new Map<string, Map<string, string>>();
  for (const [field, text] of texts) {
    const [, list, key = '', name = ''] = rowField.exec(field) ?? [];
    if (list !== of || !fields.includes(name)) continue;
    const row = rows.get(key) ?? new Map<string, string>();
    rows.set(key, row.set(name, text));
  }
  return [...rows].filter(([, row]) => !goesWhenEmpty || [...row.values()].some((text) => text !== ''));
}

/** What is different now, field by field. A row of numbers that is gone from its form is emptied. */
export function changesBetween(before: Texts, after: Texts): Map<string, string> {
  const changes = new Map<string, string>();
  for (const [field, text] of after) if ((before.get(field) ?? '') !== text) changes.set(field, text);
  for (const [field, text] of before) {
    if (field.startsWith('predictions.') && !after.has(field) && text !== '') changes.set(field, '');
  }
  return changes;
}

const labels: Record<string, string> = {
  objective: 'What will we try?',
  kind: 'What kind of cycle is this?',
  scale: 'How big is the test?',
  people: 'How many people?',
  sites: 'How many sites?',
  focusGroup: 'Who is it for?',
  dataPlan: 'What data will we collect?',
  ledBy: 'Who leads it?',
  startsOn: 'First day planned',
  endsOn: 'Last day planned',
  'questions.question': 'What do we want to find out?',
  'questions.prediction': 'What do we predict?',
  'questions.chancePercent': 'How sure are we of yes, in percent?',
  'predictions.expected': 'The number we expect',
  'predictions.low': 'The low end of the range',
  'predictions.high': 'The high end of the range',
  'predictions.checkOn': 'The day to check the number',
  'tasks.what': 'A task: what?',
  'tasks.who': 'A task: who?',
  'tasks.place': 'A task: where?',
  'tasks.dueOn': 'A task: by when?',
  'tasks.done': 'A task: is it done?',
  doStartedOn: 'When did it start?',
  doEndedOn: 'When did it end?',
  ranAsPlanned: 'Did it run as planned?',
  whatDiffered: 'What was different from the plan?',
  observations: 'What happened?',
  surprises: 'What surprised us?',
  'notes.onDate': 'A note: its day',
  'notes.text': 'A note',
  'counts.group': 'A working list: which group?',
  'counts.identified': 'A working list: how many identified',
  'counts.reached': 'A working list: how many reached',
  'counts.completed': 'A working list: how many completed',
  'questions.whatHappened': 'What happened with the question?',
  'questions.cameTrue': 'Did the prediction come true?',
  workedFor: 'Who did it work for? Who did it miss?',
  learned: 'What did we learn?',
  decision: 'What will we do with this change?',
  reason: 'Why?',
  nextStep: 'What happens next?',
  decidedOn: 'When did we decide?',
};

/** The question that a field answers. */
export const fieldLabel = (field: string): string => labels[field.replace(rowField, '$1.$3')] ?? field;

/** The row of a field, "questions.<id>"; null where it stands alone. */
export const rowOfField = (field: string): string | null =>
  rowField.test(field) ? field.replace(rowField, '$1.$2') : null;
