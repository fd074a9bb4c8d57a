import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '#core/cppn/view.ts';
import { parentsOf } from '#core/gallery/card.ts';
import type { Artwork } from '#core/gallery/records.ts';
import type { EaselState } from '#studio/studio.ts';
import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { Button } from '../parts/button.tsx';
import { RatingDiscs } from '../parts/rating-discs.tsx';

interface LabelProps {
  readonly easel: EaselState;
  readonly view: Signal<View>;
}

/** The wall label beside the canvas: what it is called, where it comes from, what you gave. */
export function Label({ easel, view, hasButtons }: LabelProps & { readonly hasButtons: boolean }) {
  const { studio } = useUi();
  const { artwork, provenance, isStored } = easel;
  const stars = studio.stars.value.get(artwork.id);
  const ring = studio.critic.value?.rings.value.get(artwork.id);
  useEffect(studio.actions.wakeCritic, []);
  return (
    <div class="label">
      <Title artwork={artwork} canRename={isStored} />
      <p class="provenance">
        {provenance}{' '}
        {parentsOf(artwork.origin).length > 0 && (
          <button type="button" class="text-button" onClick={() => studio.actions.openSheet('compare')}>
            Compare
          </button>
        )}
      </p>
      <div class="label-rating">
        <RatingDiscs artworkId={artwork.id} />
        <p class="verdict">
          {[stars === undefined ? '' : `You gave ${stars}.`, ring?.sentence ?? ''].join(' ').trim()}
        </p>
        {!hasButtons && (
          <div class="label-acts">
            <Button
              kind="quiet"
              whyNot={studio.history.undo.value === null ? 'Nothing to undo.' : null}
              onPress={() => void studio.actions.undo()}
            >
              Undo
            </Button>
            <Keep easel={easel} />
          </div>
        )}
      </div>
      {hasButtons && <LabelButtons easel={easel} view={view} />}
    </div>
  );
}

/** What is done with an artwork as a whole. On a phone breeding is among it, and sharing lies on the picture. */
export function LabelButtons({ easel, view }: LabelProps) {
  const { studio } = useUi();
  const { artwork } = easel;
  return (
    <div class="label-buttons">
      {layout.value === 'narrow' ? (
        <BreedFrom artwork={artwork} />
      ) : (
        <>
          <Keep easel={easel} />
          <Button onPress={() => studio.actions.openExport(artwork.id, view.peek(), 'link')}>Share</Button>
        </>
      )}
      <Button
        kind="primary"
        class="export"
        keyCap="E"
        onPress={() => studio.actions.openExport(artwork.id, view.peek())}
      >
        Export
      </Button>
    </div>
  );
}

/** Until it hangs: a tile of a wall is stored with it, and hangs nowhere yet. */
function Keep({ easel: { artwork, isStored } }: { easel: EaselState }) {
  const { studio } = useUi();
  if (isStored && artwork.isHung) return null;
  return <Button onPress={() => void studio.actions.keep(artwork.id)}>Keep</Button>;
}

export function BreedFrom({ artwork }: { artwork: Artwork }) {
  const { studio } = useUi();
  return (
    <Button class="breed-from" keyCap="B" onPress={() => void studio.actions.breedFrom(artwork.id)}>
      Breed from here
    </Button>
  );
}

function Title({ artwork, canRename }: { artwork: Artwork; canRename: boolean }) {
  const { studio } = useUi();
  const isEditing = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);

  useLayoutEffect(() => {
    if (isEditing.value) input.current?.select();
    else if (wasEditing.current) button.current?.focus();
    wasEditing.current = isEditing.value;
  }, [isEditing.value]);

  const finish = (title: string) => {
    isEditing.value = false;
    if (title.trim() !== '' && title !== artwork.title) void studio.actions.rename(artwork.id, title.trim());
  };
  if (isEditing.value)
    return (
      <input
        ref={input}
        class="title title-input"
        aria-label="Title"
        maxLength={200}
        defaultValue={artwork.title}
        onBlur={(event) => finish(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // Else it would press the title, which has the focus next.
          event.preventDefault();
          if (event.key === 'Enter') finish(event.currentTarget.value);
          else isEditing.value = false;
        }}
      />
    );
  return (
    <h1 class="title">
      {canRename ? (
        <button
          ref={button}
          type="button"
          class="title-button"
          title="Rename"
          aria-label={`${artwork.title}, rename`}
          onClick={() => (isEditing.value = true)}
        >
          <bdi>{artwork.title}</bdi>
        </button>
      ) : (
        <bdi>{artwork.title}</bdi>
      )}
    </h1>
  );
}
