import type { Rate, TasteBoard } from '#studio/critic-view.ts';
import { ChartFigure } from '../parts/chart-figure.tsx';

interface RatesProps {
  readonly rates: readonly Rate[];
  readonly errors: NonNullable<TasteBoard['errors']>;
}

/** The hit rate with its interval, beside chance; and how far off the guesses are, beside the dullest guess of all. */
export function Rates({ rates, errors }: RatesProps) {
  const headline = rates.find(({ isHeadline }) => isHeadline) ?? rates[0]!;
  return (
    <ChartFigure
      class="rates"
      title="Against chance"
      sentence={`Of two pictures you rated differently, I put ${headline.share} pairs in 100 in your order, somewhere between ${headline.low} and ${headline.high}. Chance is 50.`}
      columns={['Guesses', 'How many', 'In order, of 100', 'Between']}
      rows={[
        ...rates.map(({ words, guessCount, share, low, high }) => [
          words,
          `${guessCount}`,
          `${share}`,
          `${low} and ${high}`,
        ]),
        ['chance', '', '50', ''],
      ]}
    >
      <div aria-hidden="true">
        {rates.map((rate) => (
          <Row key={rate.words} rate={rate} />
        ))}
        <div class="rate-scale">
          <span style={{ '--at': '0' }}>0</span>
          <span style={{ '--at': '50' }}>chance, 50</span>
          <span style={{ '--at': '100' }}>100</span>
        </div>
      </div>
      <p class="rate-errors">
        I miss by {starsOf(errors.mine)} on average. To always guess your mean would miss by{' '}
        {starsOf(errors.ofAlwaysTheMean)}.
      </p>
    </ChartFigure>
  );
}

function Row({ rate: { words, guessCount, share, low, high, isHeadline } }: { rate: Rate }) {
  return (
    <div class={isHeadline ? 'rate headline' : 'rate'}>
      <p class="rate-words">
        {words} <span>{guessCount}</span>
      </p>
      <span class="rate-track">
        <span class="rate-chance" />
        <span class="rate-interval" style={{ '--low': `${low}`, '--high': `${high}` }} />
        <span class="rate-share" style={{ '--at': `${share}` }} />
      </span>
      <span class="rate-figure">{share}</span>
    </div>
  );
}

const starsOf = (stars: number) => (stars.toFixed(1) === '1.0' ? 'one star' : `${stars.toFixed(1)} stars`);
