import type { Option } from './form-fields';

/**
 * A list's options with the value that is chosen now: one that is no longer offered stays in its list, so that saving
 * the form does not clear it.
 */
export function withPresent(options: readonly Option[], value: string | null, name: string | null): Option[] {
  if (value === null || options.some((option) => option.value === value)) return [...options];
  return [...options, { value, label: `${name ?? 'The present one'} (no longer active)` }];
}
