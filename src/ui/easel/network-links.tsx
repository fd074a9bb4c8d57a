import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { NeuronPlace } from '#core/cppn/edit-genome.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { linksInto, strongestWeight } from '#core/cppn/network-links.ts';
import { type Diagram, linkPath, linkWidth } from './network-layout.ts';
import { showWeight } from './neuron-words.ts';

/** A link by the neuron it leads to. */
export interface LinkPlace extends NeuronPlace {
  readonly input: number;
}

interface Held {
  readonly link: LinkPlace;
  readonly weight: number;
  readonly at: Readonly<Record<string, string>>;
}

interface NetworkLinksProps {
  readonly genome: Genome;
  readonly diagram: Diagram;
  /** Whose links are lit. */
  readonly lit: NeuronPlace | null;
  readonly isShown: (layer: number) => boolean;
  /** A weight under the hand; null: it is let go, or taken back. */
  readonly onDrag: (link: LinkPlace, weight: number | null) => void;
  readonly onKeep: (link: LinkPlace, weight: number) => void;
}

const SHOWN_INPUTS = 2;
const PER_PX = 0.01;
const FINE_PER_PX = 0.001;

/** The two strongest links into each neuron. Dragging one up or down changes its weight; every weight has a field as well. */
export function NetworkLinks({ genome, diagram, lit, isShown, onDrag, onKeep }: NetworkLinksProps) {
  const drag = useRef<{ link: LinkPlace; start: number; yPx: number; weight: number } | null>(null);
  const held = useSignal<Held | null>(null);
  const { discPx, columns } = diagram;

  const links = genome.layers.flatMap((genes, layer) => {
    if (!isShown(layer)) return [];
    const strongest = strongestWeight(genes);
    return genes.biases.flatMap((_, neuron) => {
      const all = linksInto(genes, neuron);
      const own = held.value?.link;
      const isHeldHere = own?.layer === layer && own.neuron === neuron;
      // The one under the hand stays in sight, however weak it becomes.
      const shown = all.filter(({ input }, i) => i < SHOWN_INPUTS || (isHeldHere && input === own.input));
      return shown.map(({ input, weight }) => ({
        link: { layer, neuron, input },
        weight,
        widthPx: linkWidth(weight, strongest),
        path: linkPath(columns[layer]![input]!, columns[layer + 1]![neuron]!, discPx),
      }));
    });
  });
  const isLit = ({ layer, neuron, input }: LinkPlace) => {
    if (held.value !== null) return isSameLink(held.value.link, { layer, neuron, input });
    if (lit === null) return false;
    return (
      (lit.layer === layer && lit.neuron === neuron) || (lit.layer === layer - 1 && lit.neuron === input)
    );
  };

  const end = (isKept: boolean) => {
    const current = drag.current;
    drag.current = null;
    held.value = null;
    if (current === null) return;
    if (isKept && current.weight !== current.start) onKeep(current.link, current.weight);
    else onDrag(current.link, null);
  };

  return (
    <>
      <svg
        class="network-links"
        width={diagram.widthPx}
        height={diagram.heightPx}
        aria-hidden="true"
        onPointerMove={(event) => {
          const current = drag.current;
          if (current === null) return;
          const perPx = event.shiftKey ? FINE_PER_PX : PER_PX;
          current.weight += (current.yPx - event.clientY) * perPx;
          current.yPx = event.clientY;
          held.value = { ...held.peek()!, weight: current.weight };
          onDrag(current.link, current.weight);
        }}
        onPointerUp={() => end(true)}
        onPointerCancel={() => end(false)}
      >
        {links.map(({ link, weight, widthPx, path }) => (
          <g key={`${link.layer} ${link.neuron} ${link.input}`} class={isLit(link) ? 'link lit' : 'link'}>
            <path
              class="line"
              d={path}
              stroke-width={widthPx}
              stroke-dasharray={weight < 0 ? '2 3' : undefined}
            />
            <path
              class="hit"
              d={path}
              onPointerDown={(event) => {
                if (event.button !== 0) return;
                event.preventDefault();
                event.currentTarget.ownerSVGElement!.setPointerCapture(event.pointerId);
                drag.current = { link, start: weight, yPx: event.clientY, weight };
                held.value = { link, weight, at: besideHand(event.currentTarget, event) };
              }}
            />
          </g>
        ))}
      </svg>
      {held.value !== null && (
        <output class="link-weight" style={held.value.at}>
          {showWeight(held.value.weight)}
        </output>
      )}
    </>
  );
}

/** Where the line was taken, on the side that has room. It stays there: the hand may leave the diagram. */
function besideHand(line: SVGPathElement, { clientX, clientY }: PointerEvent) {
  const diagram = line.ownerSVGElement!.getBoundingClientRect();
  const seen = line.closest('.network-scroller')!.getBoundingClientRect();
  const top = `${Math.max(0, clientY - diagram.top - 12)}px`;
  return clientX < (seen.left + seen.right) / 2
    ? { top, left: `${clientX - diagram.left + 14}px` }
    : { top, right: `${diagram.right - clientX + 14}px` };
}

const isSameLink = (a: LinkPlace, b: LinkPlace) =>
  a.layer === b.layer && a.neuron === b.neuron && a.input === b.input;
