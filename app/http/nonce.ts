import { createContext, useContext } from 'react';

/** The nonce that this answer's Content-Security-Policy allows scripts with; empty in the browser. */
export const NonceContext = createContext<string | undefined>(undefined);
export const useNonce = () => useContext(NonceContext);
