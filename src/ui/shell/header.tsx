import { useEffect } from 'preact/hooks';
import { formatPlace, type Place } from '#studio/place.ts';
import type { Studio } from '#studio/studio.ts';
import { useUi } from '../context.ts';
import { WallsButton } from '../explore/walls-button.tsx';
import { layout } from '../layout.ts';
import { Button } from '../parts/button.tsx';
import { recall } from '../remembered.ts';
import { barWord } from './bar-word.ts';
import { Logo } from './logo.tsx';
import { modWord } from './mod-key.ts';
import { OpenFileButton } from './open-file-button.tsx';

export const places: readonly { readonly place: Place; readonly words: string }[] = [
  { place: { kind: 'explore' }, words: 'Explore' },
  { place: { kind: 'gallery' }, words: 'Gallery' },
  { place: { kind: 'taste' }, words: 'Taste' },
  { place: { kind: 'train', training: null }, words: 'Train' },
  { place: { kind: 'sketches', sketch: null }, words: 'Sketches' },
];

function lastGauge(): number | null {
  const stored = Number(recall('gauge') ?? Number.NaN);
  return stored >= 0 && stored <= 5 ? stored : null;
}

/** All is well: then it can say more of where one is. */
function savedWords({ saving, place, gallery, history }: Studio): string {
  const isWell = saving.value.startsWith('Saved') && layout.value === 'wide';
  if (!isWell) return saving.value;
  if (place.value.kind === 'gallery' && gallery.count.value > 1)
    return `${gallery.count.value.toLocaleString('en')} artworks, all on this device`;
  const steps = history.steps.value;
  if (place.value.kind === 'art' && steps > 0)
    return `All changes kept · ${steps} ${steps === 1 ? 'step' : 'steps'} back`;
  return saving.value;
}

/** What the browser's tab and its history call the page: a screen reader says it first. */
function titleOf({ place: { value: place }, easel }: Studio): string {
  const words =
    place.kind === 'art'
      ? easel.value?.artwork.title
      : places.find((one) => one.place.kind === place.kind)!.words;
  return words === undefined || place.kind === 'explore' ? 'Palate' : `${words} · Palate`;
}

export function Header() {
  const { studio } = useUi();
  const here = studio.place.value.kind === 'art' ? studio.placeBehind.value : studio.place.value;
  const critic = studio.critic.value;
  // Until it is awake, the ring stands where it stood.
  const gauge = critic === null ? lastGauge() : critic.gauge.value;
  const isCovered = studio.place.value.kind === 'art' && layout.value === 'narrow';
  const title = titleOf(studio);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <header class="bar" inert={isCovered}>
      <a class="brand" href="#/explore">
        <Logo offset={gauge} />
        <span>Palate</span>
      </a>
      <nav class="places" aria-label="Places">
        {places.map(({ place, words }) => (
          <a
            key={place.kind}
            href={formatPlace(place)}
            aria-current={here.kind === place.kind ? 'page' : undefined}
          >
            {words}
          </a>
        ))}
      </nav>
      <p class={here.kind === 'explore' ? 'saving in-explore' : 'saving'}>
        {barWord.value ?? studio.training.words.value ?? savedWords(studio)}
      </p>
      {layout.value === 'narrow' ? (
        here.kind === 'explore' ? (
          <WallsButton />
        ) : (
          <Button kind="quiet" onPress={() => studio.actions.openSheet('menu')}>
            Menu
          </Button>
        )
      ) : (
        <>
          <OpenFileButton />
          <button type="button" class="find-button" onClick={() => studio.actions.openSheet('find')}>
            {layout.value === 'wide' ? 'Search or do anything' : 'Search'}
            <span class="key" aria-hidden="true">
              {modWord} K
            </span>
          </button>
        </>
      )}
    </header>
  );
}
