import { useSignal } from '@preact/signals';
import type { Artwork } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { Button } from '../parts/button.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';
import { ChangeDial, DistanceDial, WildDial } from './dials.tsx';
import { MoreButton } from './more-button.tsx';
import { useLongPress } from './use-long-press.ts';
import { WallsButton } from './walls-button.tsx';

const parentLimit = 4;

/** Parents, dials and what to do with them. */
export function Bench() {
  const { studio } = useUi();
  const isNarrow = layout.value === 'narrow';
  return (
    <aside class="bench" aria-label="Bench" inert={studio.place.value.kind === 'art'}>
      {isNarrow ? (
        <>
          <DistanceDial />
          <NarrowRow />
        </>
      ) : (
        <>
          <Parents />
          <div class="dials">
            <DistanceDial />
            <WildDial />
            <ChangeDial />
          </div>
          <div class="bench-buttons">
            {layout.value === 'medium' && <WallsButton />}
            <UndoButton />
            <Button keyCap="N" onPress={() => void studio.actions.newSeeds()}>
              New seeds
            </Button>
            <BreedButton />
          </div>
        </>
      )}
    </aside>
  );
}

/** What a finger held on Breed raises has a button as well. */
function NarrowRow() {
  const isMoreOpen = useSignal(false);
  const hold = useLongPress(() => (isMoreOpen.value = true));
  return (
    <div class="bench-row">
      <Parents />
      <UndoButton />
      <MoreButton isOpen={isMoreOpen} />
      <span class="breed-hold" {...hold}>
        <BreedButton />
      </span>
    </div>
  );
}

function Parents() {
  const { studio } = useUi();
  const parents = studio.explore.parents.value;
  const isNarrow = layout.value === 'narrow';
  return (
    <fieldset class="parents" aria-label="Parents">
      {parents.map((parent) => (
        <Parent key={parent.id} parent={parent} />
      ))}
      {parents.length < parentLimit && !(isNarrow && parents.length > 0) && (
        <span class="parent-slot" aria-hidden="true">
          +
        </span>
      )}
      {parents.length === 0 ? (
        <Invitation />
      ) : (
        !isNarrow && (
          <div class="bench-words">
            <p>{parents.length === 1 ? '1 parent' : `${parents.length} parents`}</p>
            {parents.length > 1 && (
              <button type="button" class="bench-link" onClick={() => studio.actions.openSheet('compare')}>
                Compare
              </button>
            )}
          </div>
        )
      )}
    </fieldset>
  );
}

/** What to do next; after many walls, that one need not. */
function Invitation() {
  const { studio } = useUi();
  const tired = studio.explore.tired.value;
  return (
    <p class="bench-words" id="why-not-breed">
      {tired === null || studio.explore.breeding.value !== null ? (
        (studio.explore.whyNotBreed.value ?? 'Pick what catches your eye. Then breed.')
      ) : (
        <>
          You have looked at {tired} pictures.{' '}
          <button type="button" class="bench-link" onClick={() => void studio.actions.newSeeds()}>
            A wild wall
          </button>
          , or a rest?
        </>
      )}
    </p>
  );
}

function Parent({ parent }: { parent: Artwork }) {
  const { studio } = useUi();
  return (
    <button
      type="button"
      class="parent"
      aria-label={`Take ${parent.title} off the bench`}
      title={parent.title}
      style={{ backgroundImage: gradientImage(gradientOf(parent.genome)) }}
      onClick={() => void studio.actions.togglePick(parent.id)}
    >
      <Picture artwork={parent} widthPx={52} heightPx={52} rank={0} />
    </button>
  );
}

function UndoButton() {
  const { studio } = useUi();
  const label = studio.history.undo.value;
  return (
    <Button
      kind="quiet"
      class="undo"
      keyCap="Z"
      whyNot={label === null ? 'Nothing to undo.' : null}
      onPress={() => void studio.actions.undo()}
    >
      Undo
    </Button>
  );
}

function BreedButton() {
  const { studio } = useUi();
  const { breeding, whyNotBreed, parents } = studio.explore;
  const progress = breeding.value?.progress;
  const isBusy = progress !== undefined;
  return (
    <Button
      kind="primary"
      class="breed"
      keyCap="B"
      whyNot={isBusy ? null : whyNotBreed.value}
      isBusy={isBusy}
      {...(parents.value.length === 0 && { describedBy: 'why-not-breed' })}
      onPress={() => void studio.actions.breed()}
    >
      {isBusy ? 'Breeding' : 'Breed 15 more'}
      {isBusy && (
        <span class="progress breed-progress" style={{ '--share': String(progress) }} aria-hidden="true">
          <span />
        </span>
      )}
    </Button>
  );
}
