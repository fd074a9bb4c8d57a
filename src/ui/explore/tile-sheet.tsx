import type { ArtworkId } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { RatingDiscs } from '../parts/rating-discs.tsx';
import { Sheet } from '../sheets/sheet.tsx';

/** What a long press on a tile raises: big discs and the acts that a keyboard has keys for. */
export function TileSheet({ artworkId, onClose }: { artworkId: ArtworkId; onClose: () => void }) {
  const { studio } = useUi();
  const artwork = studio.explore.wall.value?.tiles.find((tile) => tile.artwork.id === artworkId)?.artwork;
  if (artwork === undefined) return null;
  const ring = studio.critic.value?.rings.value.get(artworkId);
  const andClose = (act: () => unknown) => () => {
    onClose();
    act();
  };
  return (
    <Sheet label={artwork.title} class="tile-sheet" onClose={onClose}>
      <p class="title">
        <bdi>{artwork.title}</bdi>
      </p>
      <RatingDiscs artworkId={artwork.id} isBig />
      {ring !== undefined && <p class="verdict">{ring.sentence}</p>}
      <div class="tile-sheet-buttons">
        <Button
          kind="primary"
          onPress={andClose(() => studio.actions.go({ kind: 'art', artwork: artwork.id }))}
        >
          Open
        </Button>
        <Button onPress={andClose(() => studio.actions.keep(artwork.id))}>Keep</Button>
        <Button onPress={andClose(() => studio.actions.notThis(artwork.id))}>Not this</Button>
        <Button onPress={() => studio.actions.showGuess(artwork.id)}>Guess</Button>
        <Button onPress={andClose(() => studio.actions.showWhy(artwork.id))}>Why</Button>
        <Button onPress={andClose(() => studio.actions.openExport(artwork.id, artwork.view, 'link'))}>
          Share
        </Button>
      </div>
    </Sheet>
  );
}
