import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { Strip } from './strip.tsx';
import { Wall } from './wall.tsx';

export function Explore({ isCovered }: { isCovered: boolean }) {
  const { studio } = useUi();
  const shown = studio.explore.wall.value;
  return (
    <div class="explore" inert={isCovered}>
      <h1 class="sr-only">Explore</h1>
      {layout.value === 'wide' && <Strip />}
      {shown !== null && <Wall shown={shown} isCovered={isCovered} />}
    </div>
  );
}
