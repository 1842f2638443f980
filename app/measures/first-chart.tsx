import { ChartGrowth } from '~/charts/chart-growth';

/** What a chart can say at 1, 10 and 16 points: for a team that has no numbers yet. */
export function FirstChart() {
  return (
    <div className="three">
      <figure>
        <ChartGrowth points={1} />
        <figcaption>
          <b>1 point is a number.</b> Enter it anyway.
        </figcaption>
      </figure>
      <figure>
        <ChartGrowth points={10} />
        <figcaption>
          <b>10 points make a median.</b> Now you know what is usual.
        </figcaption>
      </figure>
      <figure>
        <ChartGrowth points={16} />
        <figcaption>
          <b className="t-better">A long run on one side is a signal.</b> Something changed. Find out what.
        </figcaption>
      </figure>
    </div>
  );
}
