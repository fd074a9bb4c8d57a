import type { NeuronPlace } from '#core/cppn/edit-genome.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { isMuted } from '#core/cppn/mute-neuron.ts';
import { buildNeuronGenome } from '#core/cppn/neuron-genome.ts';
import { GenomePicture } from './genome-picture.tsx';
import type { DiagramNode } from './network-layout.ts';
import { showAlone, showAloneSoon } from './neuron-alone.ts';
import { describeNeuron, nameNeuron } from './neuron-words.ts';

interface NeuronDiscProps {
  readonly genome: Genome;
  readonly node: DiagramNode;
  /** Of its picture. */
  readonly pictureKey: string;
  readonly discPx: number;
  readonly count: number;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  readonly isChanged: boolean;
  readonly onFocus: (place: NeuronPlace) => void;
  readonly onOpen: (place: NeuronPlace) => void;
}

/** One neuron by its own picture; a ring only, when it is muted. */
export function NeuronDisc(props: NeuronDiscProps) {
  const { genome, node, pictureKey, discPx, isSelected, isChanged } = props;
  const { layer, neuron } = node;
  const place = { layer, neuron };
  const muted = layer >= 0 && isMuted(genome, place);
  const name = `${nameNeuron(genome, place)}, ${describeNeuron(genome, place)}${isChanged ? ', changed' : ''}`;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the cell in it takes the focus
    // biome-ignore lint/a11y/useSemanticElements: no table: neurons stand where the diagram puts them
    <div
      role="row"
      aria-level={2}
      aria-posinset={neuron + 1}
      aria-setsize={props.count}
      aria-selected={isSelected}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: no table */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys */}
      <div
        role="gridcell"
        class={['neuron', muted && 'muted', isSelected && 'selected', isChanged && 'changed']
          .filter(Boolean)
          .join(' ')}
        tabIndex={props.isTabStop ? 0 : -1}
        data-layer={layer}
        data-neuron={neuron}
        aria-label={name}
        style={{
          left: `${node.x - discPx / 2}px`,
          top: `${node.y - discPx / 2}px`,
          width: `${discPx}px`,
          height: `${discPx}px`,
        }}
        onFocus={() => props.onFocus(place)}
        onClick={() => props.onOpen(place)}
        onPointerMove={(event) => {
          // A disc that comes to lie under a hand at rest, as after a double click on a tile, was not pointed at.
          const isMoved = event.movementX !== 0 || event.movementY !== 0;
          if (isMoved && event.pointerType !== 'touch') showAloneSoon(place);
        }}
        onPointerLeave={() => showAlone(null)}
      >
        <GenomePicture
          pictureKey={pictureKey}
          build={() => buildNeuronGenome(genome, place)}
          sidePx={discPx}
          rank={Math.min(900, 100 + (layer + 1) * 10 + neuron)}
        />
      </div>
    </div>
  );
}
