// Properties under mutation: few rounds, always the same ones.
import fc from 'fast-check';

fc.configureGlobal({ numRuns: 25, seed: 20_261_122 });
