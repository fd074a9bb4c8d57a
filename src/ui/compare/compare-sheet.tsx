import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { type View, wholeView } from '#core/cppn/view.ts';
import { canMorph, morphGenomes } from '#core/evolution/morph-genomes.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { comparableIn } from '#studio/commands.ts';
import type { Comparison } from '#studio/comparing.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { Discs } from '../parts/discs.tsx';
import { Segments } from '../parts/segments.tsx';
import { Sheet } from '../sheets/sheet.tsx';
import './compare.css';
import { Pane } from './pane.tsx';

const ways = [
  { value: 'beside', words: 'Side by side' },
  { value: 'wipe', words: 'Wipe' },
  { value: 'morph', words: 'Morph' },
] as const;

type Way = (typeof ways)[number]['value'];

/** Two to four artworks under one hand: what is done to one view is done to all. */
export function CompareSheet() {
  const { studio } = useUi();
  const ids = useMemo(() => comparableIn(studio), []);
  const comparison = useSignal<Comparison | null>(null);
  const view = useSignal<View>(wholeView);
  const way = useSignal<Way>('beside');
  useEffect(() => {
    const abort = new AbortController();
    void studio.actions.compare(ids, abort.signal).then((made) => {
      if (abort.signal.aborted) return;
      comparison.value = made;
      // Why is said under the sheet.
      if (made === null) studio.actions.closeSheet();
    });
    return () => abort.abort(new DOMException('The comparison was closed.', 'AbortError'));
  }, []);

  const artworks = comparison.value?.artworks ?? [];
  const [first, second] = artworks;
  const isPair = artworks.length === 2 && first !== undefined && second !== undefined;
  const isOneShape = isPair && canMorph(first.genome, second.genome);
  return (
    <Sheet label="Compare" class="compare-sheet" onClose={studio.actions.closeSheet}>
      <div class="compare-head">
        <h2>Compare</h2>
        {isPair && (
          <Segments
            label="How"
            options={ways.filter(({ value }) => value !== 'morph' || isOneShape)}
            value={way.value}
            onChange={(next) => (way.value = next)}
          />
        )}
        <Button kind="quiet" onPress={studio.actions.closeSheet}>
          Close
        </Button>
      </div>
      {comparison.value !== null && artworks.length < 2 && (
        <p>What it comes from is not here any more, so there is nothing to compare it with.</p>
      )}
      {isPair && way.value === 'wipe' && <Wipe first={first} second={second} view={view} />}
      {isPair && way.value === 'morph' && <Morph first={first} second={second} view={view} />}
      {artworks.length > 1 && (way.value === 'beside' || !isPair) && (
        <Beside artworks={artworks} view={view} />
      )}
      {comparison.value !== null && artworks.length > 1 && <Facts {...comparison.value} />}
    </Sheet>
  );
}

interface PairProps {
  readonly first: Artwork;
  readonly second: Artwork;
  readonly view: Signal<View>;
}

function Beside({ artworks, view }: { artworks: readonly Artwork[]; view: Signal<View> }) {
  return (
    <div class={`compare-stage of-${artworks.length}`}>
      {artworks.map((artwork) => (
        <figure key={artwork.id}>
          <Pane label={artwork.altText || artwork.title} genome={artwork.genome} view={view} />
          <Caption artwork={artwork} />
        </figure>
      ))}
    </div>
  );
}

function Wipe({ first, second, view }: PairProps) {
  const share = useSignal(0.5);
  return (
    <div class="compare-stage of-1">
      <figure>
        <div class="compare-over">
          <Pane label={second.altText || second.title} genome={second.genome} view={view} />
          <div class="compare-upper" style={{ clipPath: `inset(0 ${100 * (1 - share.value)}% 0 0)` }}>
            <Pane label={first.altText || first.title} genome={first.genome} view={view} />
          </div>
          <span class="compare-edge" style={{ left: `${100 * share.value}%` }} aria-hidden="true" />
        </div>
        <Between first={first} second={second} share={share} label="How much of the first is seen" />
      </figure>
    </div>
  );
}

function Morph({ first, second, view }: PairProps) {
  const share = useSignal(0.5);
  const genome = useMemo(
    () => morphGenomes(first.genome, second.genome, share.value),
    [first, second, share.value],
  );
  return (
    <div class="compare-stage of-1">
      <figure>
        <Pane label={`Between ${first.title} and ${second.title}`} genome={genome} view={view} />
        <Between first={first} second={second} share={share} label="How far from the first to the second" />
      </figure>
    </div>
  );
}

interface BetweenProps {
  readonly first: Artwork;
  readonly second: Artwork;
  readonly share: Signal<number>;
  readonly label: string;
}

function Between({ first, second, share, label }: BetweenProps) {
  return (
    <figcaption class="compare-between">
      <bdi class="title">{first.title}</bdi>
      <input
        class="slider"
        type="range"
        min={0}
        max={1}
        step={0.01}
        value={share.value}
        aria-label={label}
        aria-valuetext={`${Math.round(100 * share.value)} %`}
        style={{ '--share': String(share.value) }}
        onInput={(event) => (share.value = event.currentTarget.valueAsNumber)}
      />
      <bdi class="title">{second.title}</bdi>
    </figcaption>
  );
}

function Caption({ artwork }: { artwork: Artwork }) {
  const { studio } = useUi();
  const stars = studio.stars.value.get(artwork.id);
  return (
    <figcaption>
      <bdi class="title">{artwork.title}</bdi>
      {stars !== undefined && (
        <>
          <Discs stars={stars} ring={studio.critic.value?.rings.value.get(artwork.id)} />
          <span class="sr-only">You gave {stars} of 5.</span>
        </>
      )}
    </figcaption>
  );
}

function Facts({ artworks, sentences }: Comparison) {
  const [, ...others] = artworks;
  return (
    <div class="compare-facts">
      {sentences.map((list, index) => (
        <section key={others[index]!.id}>
          {others.length > 1 && (
            <h3>
              <bdi class="title">{artworks[0]!.title}</bdi> and{' '}
              <bdi class="title">{others[index]!.title}</bdi>
            </h3>
          )}
          <ul>
            {list.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
