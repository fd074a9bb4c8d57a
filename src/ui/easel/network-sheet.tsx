import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Genome } from '#core/cppn/genome.ts';
import type { Editing } from '#studio/editing.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../sheets/sheet.tsx';
import { GenomePicture, genomeKey } from './genome-picture.tsx';
import { Network } from './network.tsx';

const HIT_PX = 44;
const PICTURE_PX = 96;
/** The picture, the captions and the button. */
const AROUND_PX = 190 + PICTURE_PX + 14;
const zoomRange = [0.6, 2.5] as const;

interface NetworkSheetProps {
  readonly genome: Genome;
  readonly editing: Editing;
  readonly onClose: () => void;
}

/** On a phone: the network over the whole height, to pan, and to pinch larger or smaller. */
export function NetworkSheet({ genome, editing, onClose }: NetworkSheetProps) {
  const zoom = useSignal(1);
  const area = useRef<HTMLDivElement>(null);
  const rows = Math.min(12, Math.max(...genome.layers.map(({ biases }) => biases.length)));
  const box = {
    widthPx: window.innerWidth - 16,
    heightPx: Math.round(Math.max(window.innerHeight - AROUND_PX, rows * HIT_PX) * zoom.value),
    discPx: Math.round(26 * zoom.value),
    pitchPx: Math.round(56 * zoom.value),
  };
  useEffect(() => {
    const element = area.current!;
    const fingers = new Map<number, { x: number; y: number }>();
    const apart = () => {
      const [a, b] = [...fingers.values()];
      return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y);
    };
    const down = (event: PointerEvent) => {
      if (event.pointerType === 'touch') fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    };
    const move = (event: PointerEvent) => {
      if (!fingers.has(event.pointerId)) return;
      const before = apart();
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (fingers.size !== 2 || before === 0) return;
      const [least, most] = zoomRange;
      zoom.value = Math.min(most, Math.max(least, (zoom.peek() * apart()) / before));
    };
    const up = (event: PointerEvent) => fingers.delete(event.pointerId);
    const ended = new AbortController();
    const { signal } = ended;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', up, { signal });
    return () => ended.abort();
  }, []);
  return (
    <Sheet label="Network" class="network-sheet" onClose={onClose}>
      {/* The canvas is covered: what a weight does is seen here. */}
      <div class="network-result">
        <div>
          <GenomePicture pictureKey={genomeKey(genome)} build={() => genome} sidePx={PICTURE_PX} rank={0} />
        </div>
        <p class="hint">Press a neuron to change its activation, its bias and its weights.</p>
      </div>
      <div ref={area}>
        <Network genome={genome} editing={editing} box={box} />
      </div>
      <Button onPress={onClose}>Done</Button>
    </Sheet>
  );
}
