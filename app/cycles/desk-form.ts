import { type Entry, fieldsByName, rowOfField, textsOf, unnamedOf } from './sheet-fields';

/* The forms of the worksheet as they stand in the browser. */

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((one): one is Control => 'name' in one && (one as Control).name !== '');

const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

function entry(control: Control, which: 'now' | 'drawn'): Entry[] {
  if (control instanceof HTMLInputElement && isTicked(control)) {
    const isOn = which === 'now' ? control.checked : control.defaultChecked;
    return isOn ? [[control.name, control.value]] : [];
  }
  if (which === 'now') return [[control.name, control.value]];
  if (control instanceof HTMLSelectElement) {
    return [[control.name, [...control.options].find((option) => option.defaultSelected)?.value ?? '']];
  }
  return [[control.name, control.defaultValue]];
}

const entriesIn = (form: HTMLFormElement, which: 'now' | 'drawn' = 'now') =>
  controlsOf(form).flatMap((control) => entry(control, which));

/** What stands in each field, or what stood there when the form was drawn. */
export const textsIn = (form: HTMLFormElement, which: 'now' | 'drawn' = 'now') =>
  textsOf(entriesIn(form, which));

/** What is written in rows that have no name yet. */
export const unnamedIn = (form: HTMLFormElement) => unnamedOf(entriesIn(form));

/** The row that a control is in, "predictions.<id>"; null where it stands alone, or is in no form of ours. */
export function rowOfControl(target: EventTarget | null): string | null {
  const form = sheetOf(target);
  if (!form || !(target instanceof Element)) return null;
  const name = (target as Control).name ?? '';
  const field = fieldsByName(entriesIn(form)).get(name);
  if (field !== undefined) return rowOfField(field);
  const [, list, row] = /^(\w+)\[(\d+)\]\./.exec(name) ?? [];
  return row === undefined ? null : `${list}.+${row}`;
}

/** The form that saves itself which something is in. */
export function sheetOf(target: EventTarget | null): HTMLFormElement | null {
  const form = target instanceof Element ? target.closest('form') : null;
  return form?.id.endsWith('-sheet') ? form : null;
}

/** Brings the first field that is not right into sight, and the caret there. */
export function leadToFirstWrong(root: HTMLElement | null): void {
  const wrong = root?.querySelector<HTMLElement>(`${sheets} :is([aria-invalid="true"], .err, .clash)`);
  const control = wrong?.matches('[aria-invalid]')
    ? wrong
    : wrong
        ?.closest('.field, .saved-field')
        ?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea');
  control?.focus({ preventScroll: true });
  (control ?? wrong)?.scrollIntoView({ block: 'center' });
}

/** Puts a text into a field; false where the form has no such field. */
export function putInto(form: HTMLFormElement, field: string, text: string): boolean {
  const controls = controlsOf(form);
  const fields = fieldsByName(controls.map((control): Entry => [control.name, control.value]));
  const those = controls.filter((control) => fields.get(control.name) === field);
  for (const control of those) {
    if (isTicked(control)) control.checked = control.value === text;
    else control.value = text;
  }
  return those.length > 0;
}

const sheets = 'form[id$="-sheet"]';

/** The forms that save themselves. */
export const formsIn = (root: HTMLElement | null) =>
  root ? [...root.querySelectorAll<HTMLFormElement>(sheets)] : [];
