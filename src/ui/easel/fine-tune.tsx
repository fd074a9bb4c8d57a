import { useMemo } from 'preact/hooks';
import { setAmounts, setFinish } from '#core/cppn/edit-coloring.ts';
import { setLoop, setLoopPath, setPlacing } from '#core/cppn/edit-coordinates.ts';
import type { Genome } from '#core/cppn/genome.ts';
import type { Controls, ControlValue } from '#platform/sketch/controls.ts';
import type { Edit, Editing } from '#studio/editing.ts';
import { ControlPanel } from '../parts/control-panel.tsx';

const degrees = 180 / Math.PI;

const placing = {
  scale: { kind: 'number', label: 'scale', group: 'Coordinates', default: 1, min: 0.05, max: 8, step: 0.01 },
  rotation: {
    kind: 'number',
    label: 'rotation',
    unit: 'degrees',
    group: 'Coordinates',
    default: 0,
    min: -180,
    max: 180,
    step: 0.5,
  },
  across: {
    kind: 'number',
    label: 'centre, across',
    group: 'Coordinates',
    default: 0,
    min: -3,
    max: 3,
    step: 0.01,
  },
  down: {
    kind: 'number',
    label: 'centre, down',
    group: 'Coordinates',
    default: 0,
    min: -3,
    max: 3,
    step: 0.01,
  },
} satisfies Controls;

const coloring = {
  gain: { kind: 'number', label: 'gain', group: 'Colour', default: 1, min: 0.1, max: 4, step: 0.01 },
  shade: { kind: 'number', label: 'shade', group: 'Colour', default: 0.08, min: 0, max: 1, step: 0.01 },
  chroma: { kind: 'number', label: 'chroma', group: 'Colour', default: 0.25, min: 0, max: 1, step: 0.01 },
  relief: { kind: 'number', label: 'relief', group: 'Finish', default: 0, min: 0, max: 2, step: 0.01 },
  grain: { kind: 'number', label: 'grain', group: 'Finish', default: 0, min: 0, max: 0.5, step: 0.005 },
  steps: { kind: 'number', label: 'steps', group: 'Finish', default: 0, min: 0, max: 32, step: 1 },
  edge: { kind: 'number', label: 'edge', group: 'Finish', default: 0, min: 0, max: 0.5, step: 0.005 },
  lines: { kind: 'number', label: 'lines', group: 'Finish', default: 0, min: 0, max: 64, step: 1 },
} satisfies Controls;

const loop = {
  seconds: {
    kind: 'number',
    label: 'length',
    unit: 'seconds',
    group: 'Loop',
    default: 8,
    min: 2,
    max: 20,
    step: 0.5,
  },
  amplitude: { kind: 'number', label: 'how far', group: 'Loop', default: 0.15, min: 0, max: 0.5, step: 0.01 },
  path: {
    kind: 'number',
    label: 'path',
    group: 'Loop',
    default: 0,
    min: 0,
    max: 999_999,
    step: 1,
    hasSlider: false,
  },
} satisfies Controls;

type Name = keyof typeof placing | keyof typeof coloring | keyof typeof loop;

/** The numbers of what is on the easel, all in one pane. */
export function FineTune({ genome, editing }: { genome: Genome; editing: Editing }) {
  const hasPalette = genome.coloring.kind === 'palette';
  const controls = useMemo(
    (): Controls => ({ ...placing, ...(hasPalette ? coloring : {}), ...loop }),
    [hasPalette],
  );
  const values = useMemo(() => valuesOf(genome), [genome]);
  return (
    <ControlPanel
      label="Fine-tune"
      controls={controls}
      values={values}
      onChange={(name, value, isSettled) => {
        const edit = editOf(name as Name, value);
        if (isSettled) void editing.edit('Fine-tuning', edit);
        else editing.tryEdit(edit);
      }}
    />
  );
}

function valuesOf({ coordinates, coloring, loop }: Genome): Record<string, ControlValue> {
  const amounts =
    coloring.kind === 'palette'
      ? { gain: coloring.gain, shade: coloring.shade, chroma: coloring.chroma, ...coloring.finish }
      : {};
  return {
    scale: coordinates.scale,
    rotation: coordinates.rotation * degrees,
    across: coordinates.center[0],
    down: coordinates.center[1],
    ...amounts,
    seconds: loop.seconds,
    amplitude: loop.amplitude,
  };
}

function editOf(name: Name, value: ControlValue): Edit {
  const number = Number(value);
  return (genome) => {
    const { center } = genome.coordinates;
    switch (name) {
      case 'scale':
        return setPlacing(genome, { scale: number });
      case 'rotation':
        return setPlacing(genome, { rotation: number / degrees });
      case 'across':
        return setPlacing(genome, { center: [number, center[1]] });
      case 'down':
        return setPlacing(genome, { center: [center[0], number] });
      case 'gain':
      case 'shade':
      case 'chroma':
        return setAmounts(genome, { [name]: number });
      case 'seconds':
      case 'amplitude':
        return setLoop(genome, { [name]: number });
      case 'path':
        return setLoopPath(genome, number);
      default:
        return setFinish(genome, { [name]: number });
    }
  };
}
