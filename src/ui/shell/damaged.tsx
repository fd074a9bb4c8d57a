import type { StudioState } from '#studio/studio.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import './damaged.css';

/** Never looks like a first visit: the store holds less than the witness remembers. */
export function Damaged({ state }: { state: Extract<StudioState, { kind: 'damaged' }> }) {
  const { studio } = useUi();
  const artworks = state.copied === 1 ? '1 artwork' : `${state.copied} artworks`;
  return (
    <div class="damaged">
      <h1>The gallery did not open. {state.copied > 0 && `A second copy with ${artworks} is here.`}</h1>
      <p>
        {state.copied > 0
          ? 'Nothing is written until you choose. The copy stays where it is either way.'
          : 'No second copy was found. Nothing is written until you choose.'}
      </p>
      <div class="row-of-buttons">
        {state.copied > 0 && (
          <Button kind="primary" isBusy={state.isRestoring} onPress={() => void studio.actions.restoreCopy()}>
            {state.isRestoring ? 'Restoring' : 'Restore'}
          </Button>
        )}
        <Button
          kind="plain"
          whyNot={state.isRestoring ? 'Restoring' : null}
          onPress={() => void studio.actions.startEmpty()}
        >
          Start empty
        </Button>
      </div>
    </div>
  );
}

/** Another tab runs a newer version: this one reads and writes nothing. */
export function Outdated() {
  return (
    <div class="damaged">
      <h1>This tab is out of date. Reload to go on.</h1>
      <p>Nothing is lost. A newer version has been here, and this one would read it wrongly.</p>
      <div class="row-of-buttons">
        <Button kind="primary" onPress={() => location.reload()}>
          Reload
        </Button>
      </div>
    </div>
  );
}
