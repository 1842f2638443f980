import { createContext } from 'react';

/** What is wrong with the field in here, said by the page itself and not by the answer of a form; null: nothing. */
export const WrongHere = createContext<string | null>(null);
