import { createContext, type ReactNode, useContext } from 'react';

/**
 * What stands beside the fields of a page, by the field's name: remarks of somebody who has read them. The same name is
 * used where the field is a form's and where it is reading text, so that a remark stays where it was made.
 */
export const BesideField = createContext<Readonly<Record<string, ReactNode>>>({});

export function Beside({ name }: { name: string | undefined }) {
  const beside = useContext(BesideField);
  return (name !== undefined && beside[name]) || null;
}
