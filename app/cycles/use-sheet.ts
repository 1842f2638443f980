import { type DefaultValue, parse, useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import type { WheelPhase } from './stages';

/**
 * The form of one phase. What it was drawn with goes with it, so that what somebody else saved meanwhile is seen. Rows
 * are added in the browser where there is JavaScript, and by the server where there is none.
 */
export function useSheet<Values extends object>(
  phase: WheelPhase,
  answer: FormAnswer | undefined,
  values: Values,
) {
  return useForm<Values>({
    id: sheetId(phase),
    lastResult: answer,
    defaultValue: values as DefaultValue<Values>,
    onValidate: ({ formData }) => parse(formData, { resolve: (value) => ({ value: value as Values }) }),
  });
}

export const sheetId = (phase: WheelPhase) => `${phase}-sheet`;
