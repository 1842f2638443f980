import { type Entry, fieldsByName, textsOf } from './sheet-fields';

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

/** What stands in each field, or what stood there when the form was drawn. */
export const textsIn = (form: HTMLFormElement, which: 'now' | 'drawn' = 'now') =>
  textsOf(controlsOf(form).flatMap((control) => entry(control, which)));

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

/** The forms that save themselves. */
export const formsIn = (root: HTMLElement | null) =>
  root ? [...root.querySelectorAll<HTMLFormElement>('form[id$="-sheet"]')] : [];
