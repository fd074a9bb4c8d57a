import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type NeuronPlace, setWeight } from '#core/cppn/edit-genome.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { neuronKeys } from '#core/cppn/neuron-genome.ts';
import { numberWord } from '#core/gallery/number-words.ts';
import type { Editing } from '#studio/editing.ts';
import { type DiagramBox, layOutNetwork } from './network-layout.ts';
import { NetworkLinks } from './network-links.tsx';
import { showAlone } from './neuron-alone.ts';
import { NeuronDisc } from './neuron-disc.tsx';
import { NeuronPanel } from './neuron-panel.tsx';
import { outputNames } from './neuron-words.ts';
import './network.css';
import { moveInNetwork } from './network-moves.ts';
import { useEaselAct } from './use-easel-act.ts';

interface NetworkProps {
  readonly genome: Genome;
  readonly editing: Editing;
  readonly box: DiagramBox;
}

/** The network as it is: every neuron by its own picture, the strongest lines between them, and a panel for one of them. */
export function Network({ genome, editing, box }: NetworkProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const opened = useSignal<NeuronPlace | null>(null);
  const focused = useSignal<NeuronPlace>({ layer: genome.layers.length - 1, neuron: 0 });
  const lit = useSignal<NeuronPlace | null>(null);
  const scrolledPx = useSignal(0);
  const counts = [genome.coordinates.inputs.length, ...genome.layers.map(({ biases }) => biases.length)];
  const diagram = useMemo(
    () => layOutNetwork(counts, box),
    [counts.join(), box.widthPx, box.heightPx, box.discPx],
  );
  const keys = useMemo(() => neuronKeys(genome), [genome]);
  const before = editing.began.value;
  const keysBefore = useMemo(() => (before === null ? null : ownKeys(before)), [before]);
  const keysNow = useMemo(() => ownKeys(genome), [genome]);

  const isChanged = ({ layer, neuron }: NeuronPlace) => {
    const name = genome.layers[layer]?.neurons[neuron];
    return name !== undefined && keysBefore !== null && keysBefore.get(name) !== keysNow.get(name);
  };

  // Inputs come and go: whatever was meant must still be there.
  const isThere = (place: NeuronPlace | null) =>
    place !== null && place.neuron < (counts[place.layer + 1] ?? 0);
  const panelPlace = isThere(opened.value) ? opened.value : null;
  const tabStop = isThere(focused.value) ? focused.value : { layer: 0, neuron: 0 };
  // A wide network is drawn where one looks: 16,000 discs would stall the page.
  const isShown = (layer: number) => {
    const column = diagram.columns[layer + 1]!;
    const margin = 240;
    return (
      column.at(-1)!.x >= scrolledPx.value - margin && column[0]!.x <= scrolledPx.value + box.widthPx + margin
    );
  };

  const meant = panelPlace ?? (isThere(lit.value) ? lit.value : null);
  useEaselAct('mute', meant === null || meant.layer < 0 ? null : () => void editing.toggleMute(meant));

  const close = () => {
    if (opened.peek() === null) return;
    const { layer, neuron } = opened.peek()!;
    const hadFocus = document.activeElement?.closest('.neuron-panel') != null;
    opened.value = null;
    if (hadFocus) cellAt(scroller.current!, { layer, neuron })?.focus();
  };
  const open = (place: NeuronPlace) => {
    const isOpen = isSamePlace(opened.peek(), place);
    opened.value = isOpen ? null : place;
    focused.value = place;
    if (!isOpen) showAlone(null);
  };
  const focusOn = (place: NeuronPlace) => {
    focused.value = place;
    const { x } = diagram.columns[place.layer + 1]![place.neuron]!;
    const element = scroller.current!;
    if (x < element.scrollLeft + 40) element.scrollLeft = x - 40;
    else if (x > element.scrollLeft + element.clientWidth - 40)
      element.scrollLeft = x + 40 - element.clientWidth;
    scrolledPx.value = element.scrollLeft;
    // Its column may be drawn only now.
    requestAnimationFrame(() => cellAt(element, place)?.focus());
  };

  useLayoutEffect(() => {
    const element = scroller.current!;
    // Pictures come from the outputs: wide networks open at their end.
    element.scrollLeft = diagram.widthPx;
    scrolledPx.value = element.scrollLeft;
  }, [diagram.widthPx]);

  const hiddenCount = genome.layers.length - 1;

  return (
    <section class="network" aria-label="Network">
      <div
        class="network-scroller"
        ref={scroller}
        style={{ height: `${box.heightPx}px` }}
        onScroll={(event) => {
          scrolledPx.value = event.currentTarget.scrollLeft;
        }}
      >
        <div class="network-space" style={{ width: `${diagram.widthPx}px`, height: `${diagram.heightPx}px` }}>
          <NetworkLinks
            genome={genome}
            diagram={diagram}
            lit={panelPlace ?? lit.value}
            isShown={(layer) => isShown(layer) || isShown(layer - 1)}
            onDrag={(link, weight) =>
              editing.tryEdit(weight === null ? null : (was) => setWeight(was, link, link.input, weight))
            }
            onKeep={(link, weight) =>
              void editing.edit('Weight', (was) => setWeight(was, link, link.input, weight))
            }
          />
          <div
            role="treegrid"
            aria-label="Network, by layer and neuron"
            onFocusCapture={(event) => {
              lit.value = placeOf(event.target);
            }}
            onBlurCapture={() => {
              lit.value = null;
            }}
            onPointerOver={(event) => {
              lit.value = placeOf(event.target);
            }}
            onPointerOut={() => {
              lit.value = placeOf(document.activeElement);
            }}
            onKeyDown={(event) => {
              if (event.ctrlKey || event.metaKey || event.altKey) return;
              const place = placeOf(event.target);
              if (place === null) return;
              if (event.key === 'Enter' || event.key === ' ') open(place);
              else {
                const next = moveInNetwork(place, event.key, counts);
                if (next === null) return;
                focusOn(next);
              }
              event.preventDefault();
              event.stopPropagation();
            }}
          >
            {diagram.columns.map((column, at) =>
              !isShown(at - 1) ? null : (
                // biome-ignore lint/a11y/useSemanticElements: no table
                <div role="rowgroup" key={at}>
                  {/* biome-ignore lint/a11y/useSemanticElements: no table */}
                  {/* biome-ignore lint/a11y/useFocusableInteractive: a heading for the layer */}
                  <div role="row" aria-level={1} aria-expanded={true} class="sr-only">
                    {/* biome-ignore lint/a11y/useSemanticElements: no table */}
                    {/* biome-ignore lint/a11y/useFocusableInteractive: a heading for the layer */}
                    <span role="gridcell">{nameLayer(at - 1, hiddenCount, column.length)}</span>
                  </div>
                  {column.map((node) => (
                    <NeuronDisc
                      key={node.neuron}
                      genome={genome}
                      node={node}
                      pictureKey={keys[at]![node.neuron]!}
                      discPx={diagram.discPx}
                      count={column.length}
                      isTabStop={isSamePlace(tabStop, node)}
                      isSelected={isSamePlace(panelPlace, node)}
                      isChanged={isChanged(node)}
                      onFocus={(place) => {
                        focused.value = place;
                      }}
                      onOpen={open}
                    />
                  ))}
                </div>
              ),
            )}
          </div>
        </div>
      </div>
      <p class="network-captions" aria-hidden="true">
        <span>place</span>
        <span>
          {hiddenCount === 0
            ? 'no layer of thought'
            : `${numberWord(hiddenCount)} ${hiddenCount === 1 ? 'layer' : 'layers'} of thought`}
        </span>
        <span>{outputNames(genome).join(', ')}</span>
      </p>
      {panelPlace !== null && (
        <NeuronPanel genome={genome} place={panelPlace} editing={editing} onClose={close} />
      )}
    </section>
  );
}

function nameLayer(layer: number, hiddenCount: number, count: number): string {
  const neurons = `${count} ${count === 1 ? 'neuron' : 'neurons'}`;
  if (layer < 0) return `${count} ${count === 1 ? 'input' : 'inputs'}`;
  return layer === hiddenCount ? `Outputs, ${neurons}` : `Layer ${layer + 1}, ${neurons}`;
}

const isSamePlace = (a: NeuronPlace | null, b: NeuronPlace) =>
  a !== null && a.layer === b.layer && a.neuron === b.neuron;

const cellAt = (root: Element, { layer, neuron }: NeuronPlace) =>
  root.querySelector<HTMLElement>(`[data-layer="${layer}"][data-neuron="${neuron}"]`);

function placeOf(target: EventTarget | null): NeuronPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.neuron') : null;
  return cell === null ? null : { layer: Number(cell.dataset.layer), neuron: Number(cell.dataset.neuron) };
}

/** What each neuron is by itself, whatever comes before it. By name, since neurons keep theirs. */
function ownKeys({ layers }: Genome): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  for (const { neurons, kernel, biases, activations } of layers) {
    const count = kernel.length / biases.length;
    neurons.forEach((name, unit) => {
      own.set(
        name,
        [activations[unit], biases[unit], ...kernel.slice(unit * count, (unit + 1) * count)].join(' '),
      );
    });
  }
  return own;
}
