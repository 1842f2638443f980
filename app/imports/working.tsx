import { useLocation, useNavigation } from '@remix-run/react';
import { progressPlace, progressWords, shareDone } from './progress';
import { useProgress } from './use-progress';

/**
 * While a file is sent, read or saved: how far it is, and of what. Before the first answer the bar moves without a
 * measure. It stands in a form, and is about the form that was sent by this method; without JavaScript the browser's
 * own signs of waiting stand for it.
 */
export function Working({
  words,
  method = 'POST',
  isAbout = () => true,
}: {
  /** "Reading the file. A long one takes a few seconds." */
  words: string;
  method?: 'GET' | 'POST';
  /** Of several forms that ask by address: whether it is this one that was sent. */
  isAbout?: (search: URLSearchParams) => boolean;
}) {
  const { state, location, formMethod, formAction } = useNavigation();
  const here = useLocation();
  const isSent =
    state !== 'idle' &&
    formMethod === method &&
    formAction?.split('?')[0] === here.pathname &&
    isAbout(new URLSearchParams(location.search));
  const { progress, spoken } = useProgress(isSent ? progressPlace(location) : null);
  return (
    <>
      {isSent ? (
        <p className="stack-s" aria-hidden="true">
          <progress className="pb" value={progress ? shareDone(progress) : undefined} />{' '}
          <span className="small soft">{progress ? `${progressWords(progress)}.` : words}</span>
        </p>
      ) : null}
      <p role="status" className="vh">
        {isSent ? (progress ? `${spoken}.` : words) : ''}
      </p>
    </>
  );
}
