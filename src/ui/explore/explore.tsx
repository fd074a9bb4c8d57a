import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { Staged } from '../staged.tsx';
import { Strip } from './strip.tsx';
import { Wall } from './wall.tsx';

/** `isCovered`: the easel lies over it. `isPaused`: nothing more of it is painted now. */
export function Explore({ isCovered, isPaused }: { isCovered: boolean; isPaused: boolean }) {
  const { studio } = useUi();
  const shown = studio.explore.wall.value;
  return (
    <div class="explore" inert={isCovered}>
      <h1 class="sr-only">Explore</h1>
      {layout.value === 'wide' && (
        <Staged at={5}>
          <Strip />
        </Staged>
      )}
      {shown !== null && (
        <Staged at={1}>
          <Wall shown={shown} isPaused={isPaused} />
        </Staged>
      )}
    </div>
  );
}
