import { useNavigation } from '@remix-run/react';

/** While a file is sent, read or saved: a bar that moves, and what is being done. A long file takes seconds. */
export function Working({ words }: { words: string }) {
  const { state } = useNavigation();
  return (
    <div role="status">
      {state === 'idle' ? null : (
        <p className="stack-s">
          <progress className="pb" aria-label={words} /> <span className="small soft">{words}</span>
        </p>
      )}
    </div>
  );
}
