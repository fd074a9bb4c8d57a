import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { allControls } from '#platform/sketch/host-controls.ts';
import type { Sketching } from '#studio/sketching.ts';
import { useUi } from '../context.ts';
import { recall, remember } from '../remembered.ts';
import { ChooseArtwork } from './choose-artwork.tsx';
import { type ListedSketch, loadSketch, sketchNames } from './sketch-list.ts';
import { SketchPane } from './sketch-pane.tsx';
import { SketchStage } from './sketch-stage.tsx';
import './sketches.css';
import { setValues } from './values.ts';

const artworkName = 'sketch-artwork';

/** One sketch running, and everything about it. `name` null, or unknown: the first. */
export function Sketches({ name, isCovered }: { name: string | null; isCovered: boolean }) {
  const { studio } = useUi();
  const sketching = useSignal<Sketching | null>(null);
  const listed = useSignal<readonly ListedSketch[]>([]);
  const isChoosing = useSignal(false);
  const failure = useSignal<string | null>(null);
  const said = useSignal<string | null>(null);
  /** Any sketch has been, since the place was opened; or failed to be. */
  const isDrawn = useSignal(false);
  const wanted = name !== null && sketchNames.includes(name) ? name : sketchNames[0]!;
  /** The still this sketch was last opened by. */
  const reopened = useSignal<{
    readonly sketch: string;
    readonly phase: number;
    readonly frames: number;
    readonly count: number;
  } | null>(null);
  const shown = listed.value.find((one) => one.name === wanted) ?? null;

  useEffect(() => {
    void studio.loadSketching().then(async (loaded) => {
      if (loaded === null) return;
      await loaded.open(loaded.artwork.peek()?.id ?? recall(artworkName));
      sketching.value = loaded;
    });
    void Promise.all(sketchNames.map(loadSketch)).then((all) => (listed.value = all));
  }, []);

  const still = studio.still.value;
  useEffect(() => {
    if (still === null || sketching.value === null || listed.value.length === 0) return;
    const { sketch, values, phase, frames } = still.recipe;
    const known = listed.value.find((one) => one.name === sketch);
    if (known !== undefined && 'sketch' in known) setValues(sketch, allControls(known.sketch), values);
    reopened.value = { sketch, phase, frames, count: (reopened.peek()?.count ?? 0) + 1 };
    sketching.value.reopen(still, known !== undefined);
  }, [still, sketching.value, listed.value]);

  useEffect(() => {
    if (name !== null && name !== wanted && still === null) sketching.value?.sayUnknown();
  }, [name, sketching.value]);

  useEffect(() => {
    if (reopened.peek()?.sketch !== wanted) reopened.value = null;
  }, [wanted]);

  // What the last sketch said of itself is not said of this one.
  useEffect(() => {
    failure.value = shown !== null && 'failure' in shown ? shown.failure : null;
    said.value = null;
  }, [shown]);

  if (sketching.value === null || shown === null) return <div class="sketches" aria-busy="true" />;
  const artwork = sketching.value.artwork.value;
  if (artwork === null)
    return <p class="sketches-empty">Sketches draw with a picture. Breed or keep one first.</p>;
  return (
    <div class="sketches" inert={isCovered}>
      <SketchStage
        key={`${wanted} ${reopened.value?.count}`}
        listed={shown}
        artwork={artwork}
        sketching={sketching.value}
        isCovered={isCovered}
        still={reopened.value?.sketch === wanted ? reopened.value : null}
        failure={failure}
        said={said}
        onDrawn={() => (isDrawn.value = true)}
      />
      <SketchPane
        all={listed.value}
        shown={shown}
        artwork={artwork}
        isDrawn={isDrawn.value || failure.value !== null}
        said={said.value}
        failure={failure.value}
        onChoose={() => (isChoosing.value = true)}
      />
      {isChoosing.value && (
        <ChooseArtwork
          choices={sketching.value.choices.value}
          chosen={artwork.id}
          onClose={() => (isChoosing.value = false)}
          onChoose={(id) => {
            sketching.value?.drawWith(id);
            remember(artworkName, id);
            isChoosing.value = false;
          }}
        />
      )}
    </div>
  );
}
