import { useMemo } from 'preact/hooks';
import type { Artwork } from '#core/gallery/records.ts';
import { allControls } from '#platform/sketch/host-controls.ts';
import { formatPlace } from '#studio/place.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { ControlPanel } from '../parts/control-panel.tsx';
import { Picture } from '../pictures/picture.tsx';
import type { ListedSketch } from './sketch-list.ts';
import { Thumbnails } from './thumbnails.tsx';
import { setValue, valuesOf } from './values.ts';

interface SketchPaneProps {
  readonly all: readonly ListedSketch[];
  readonly shown: ListedSketch;
  readonly artwork: Artwork;
  readonly isDrawn: boolean;
  /** By the sketch itself. */
  readonly said: string | null;
  readonly failure: string | null;
  readonly onChoose: () => void;
}

export function SketchPane({ all, shown, artwork, isDrawn, said, failure, onChoose }: SketchPaneProps) {
  const { studio } = useUi();
  const sketch = 'sketch' in shown ? shown.sketch : null;
  const controls = useMemo(() => (sketch === null ? {} : allControls(sketch)), [sketch]);
  return (
    <aside class="sketch-side" aria-label="About this sketch">
      <Thumbnails all={all} shown={shown.name} artwork={artwork} mayDraw={isDrawn} />
      <h1 class="title">{shown.title}</h1>
      <p class="sketch-words">{said ?? shown.description}</p>
      {failure !== null && (
        <p class="sketch-failure" role="alert">
          {failure}
        </p>
      )}
      <div class="drawn-with">
        <a
          class="drawn-picture"
          href={formatPlace({ kind: 'art', artwork: artwork.id })}
          aria-label={artwork.title}
        >
          <Picture artwork={artwork} widthPx={58} heightPx={58} rank={0} />
        </a>
        <p>
          drawn with <span class="title">{artwork.title}</span>
        </p>
        <Button onPress={onChoose}>Choose another</Button>
      </div>
      {sketch !== null && (
        <>
          <ControlPanel
            label="Controls of the sketch"
            controls={controls}
            values={valuesOf(shown.name, controls).value}
            onChange={(key, value, isSettled) => setValue(shown.name, controls, key, value, isSettled)}
          />
          <Button class="new-seed" keyCap="N" onPress={() => studio.sketchActs.value?.newSeed()}>
            New seed
          </Button>
        </>
      )}
    </aside>
  );
}
