import type { Signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '#core/cppn/view.ts';
import { useUi } from './context.ts';
import { useEaselView } from './easel/easel-view.ts';
import { Bench } from './explore/bench.tsx';
import { Explore } from './explore/explore.tsx';
import { rememberWall } from './first-paint.ts';
import * as late from './late.tsx';
import { AlertLine } from './shell/alert-line.tsx';
import { DropVeil } from './shell/drop-veil.tsx';
import { Header } from './shell/header.tsx';
import { keepFocus } from './shell/keep-focus.ts';
import { listenForKeys } from './shell/listen-for-keys.ts';
import { SkipLink } from './shell/skip-link.tsx';
import { StatusLine } from './shell/status-line.tsx';
import { useReturn } from './shell/use-return.ts';
import { Staged } from './staged.tsx';

export function App() {
  const { studio } = useUi();
  const state = studio.state.value;
  const exporting = studio.exporting.value;
  const importing = studio.importing.value;
  // One file is shown once it is read; of several, it is told how far they are.
  const isReadingSeveral = (studio.reading.value?.total ?? 0) > 1;
  const easel = studio.easel.value;
  const sheet = studio.sheet.value;
  const view = useEaselView(easel);
  useKeys(view);
  useReturn();
  useEffect(keepFocus, []);

  const wall = studio.explore.wall.value;
  useEffect(() => {
    if (wall !== null) rememberWall(wall);
  }, [wall?.wall.id]);

  const isCovered = studio.place.value.kind === 'art';
  const behind = isCovered ? studio.placeBehind.value : studio.place.value;
  // An export is waited for: what hangs behind it can become sharp afterwards.
  const isPaused = isCovered || exporting?.work.kind === 'painting';
  const isReady = state.kind === 'ready';
  return (
    <>
      <SkipLink />
      <Header />
      <AlertLine />
      <main id="main" tabIndex={-1}>
        {state.kind === 'damaged' && <late.damaged.View state={state} />}
        {state.kind === 'outdated' && <late.outdated.View />}
        {isReady && behind.kind === 'explore' && <Explore isCovered={isCovered} isPaused={isPaused} />}
        {isReady && behind.kind === 'gallery' && (
          <late.gallery.View isCovered={isCovered} isPaused={isPaused} />
        )}
        {isReady && behind.kind === 'taste' && <late.taste.View isCovered={isCovered} isPaused={isPaused} />}
        {isReady && behind.kind === 'sketches' && (
          <late.sketches.View name={behind.sketch} isCovered={isCovered} />
        )}
        {isReady && behind.kind === 'train' && <late.train.View isCovered={isCovered} isPaused={isPaused} />}
        {easel !== null && view !== null && (
          <late.easelCanvas.View
            key={easel.opened}
            artwork={easel.artwork}
            isStored={easel.isStored}
            view={view}
          />
        )}
      </main>
      {isReady && behind.kind === 'explore' && (
        <Staged at={4}>
          <Bench />
        </Staged>
      )}
      {easel !== null && view !== null && (
        <aside class="easel-side" aria-label="About this artwork">
          <late.easelSide.View key={easel.opened} easel={easel} view={view} />
        </aside>
      )}
      {exporting !== null && <late.exportSheet.View key={exporting.artwork.id} state={exporting} />}
      {importing !== null && (importing.length > 0 || isReadingSeveral) && (
        <late.importSheet.View files={importing} />
      )}
      {sheet !== null && <late.shellSheet.View key={sheet} name={sheet} />}
      {studio.critic.value !== null && <late.marks.View critic={studio.critic.value} />}
      <StatusLine />
      <DropVeil />
    </>
  );
}

function useKeys(view: Signal<View> | null): void {
  const { studio } = useUi();
  const easelView = useRef(view);
  useLayoutEffect(() => {
    easelView.current = view;
  }, [view]);
  useEffect(() => listenForKeys(studio, () => easelView.current), [studio]);
}
