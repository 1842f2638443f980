import { paths } from '~/paths';

/** Stands beside a prediction of which nobody can know whether it was one. */
export function WrittenAfterwards({ isSo }: { isSo: boolean }) {
  return isSo ? (
    <p className="hint afterwards">
      <b>Written afterwards.</b> This test was written down when it was over, so what was expected does not
      count as a prediction. <a href={paths.help('written-afterwards')}>Why</a>
    </p>
  ) : null;
}
