import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Reason, Why } from '#studio/critic-view.ts';
import { announcement } from '../shell/status-line.tsx';

const edgePx = 8;
const widthPx = 228;

/** Why the critic expects what it does, beside the picture. */
export function WhyNote({ why, onClose }: { why: Why; onClose: () => void }) {
  const { lead, average, reasons } = why;
  const start = `Of an average picture ${average.toFixed(1)}.`;
  const place = useSignal<{ left: number; top: number } | null>(null);

  useLayoutEffect(() => {
    place.value = placeBeside(why.artwork);
    announcement.value = `${lead} ${start} ${reasons.map(sentenceOf).join(' ')}`;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // It is what Escape closes first.
      event.stopImmediatePropagation();
      onClose();
    };
    window.addEventListener('keydown', close, { capture: true });
    for (const name of ['scroll', 'resize', 'pointerdown', 'hashchange'] as const)
      window.addEventListener(name, onClose, { capture: true, passive: true });
    return () => {
      window.removeEventListener('keydown', close, { capture: true });
      for (const name of ['scroll', 'resize', 'pointerdown', 'hashchange'] as const)
        window.removeEventListener(name, onClose, { capture: true });
    };
  }, []);

  if (place.value === null) return null;
  return (
    <div
      class="why"
      role="note"
      style={{ left: `${place.value.left}px`, top: `${place.value.top}px`, width: `${widthPx}px` }}
    >
      <h2>Why I think so</h2>
      <p>{lead}</p>
      <ul>
        <li>
          An average picture <span class="weight">{average.toFixed(1)}</span>
        </li>
        {reasons.map((reason) => (
          <li key={reason.words}>
            {reason.words} <span class="weight">{signed(reason)}</span>
          </li>
        ))}
        {reasons.length === 0 && <li>Nothing in it tells me much.</li>}
      </ul>
    </div>
  );
}

/** Under the picture's upper edge on the wall, beside the discs on the easel; inside the window. */
function placeBeside(artwork: string): { left: number; top: number } {
  const onEasel = document.querySelector('.label-rating')?.getBoundingClientRect();
  const tile = document.querySelector(`main [data-artwork="${artwork}"]`)?.getBoundingClientRect();
  const left = onEasel?.left ?? (tile?.left ?? 0) + edgePx;
  const top = onEasel === undefined ? (tile?.top ?? 0) + edgePx : onEasel.bottom + edgePx;
  return {
    left: Math.max(edgePx, Math.min(left, window.innerWidth - widthPx - edgePx)),
    top: Math.max(edgePx, top),
  };
}

/** `+0.6`, with a real minus. */
const signed = ({ weight }: Reason) => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;

const sentenceOf = (reason: Reason) =>
  `${reason.words}: ${reason.weight < 0 ? 'minus' : 'plus'} ${Math.abs(reason.weight).toFixed(1)}.`;
