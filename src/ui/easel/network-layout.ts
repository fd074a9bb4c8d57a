// Where neurons stand in the diagram: inputs left, outputs right, a column a layer, more than one for a tall layer.

export interface DiagramBox {
  /** CSS pixels the diagram should fill; wide networks go beyond the width and are scrolled to. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of a disc where there is room, and at least. */
  readonly discPx: number;
  /** From one layer to the next where there is room. */
  readonly pitchPx: number;
}

export interface DiagramNode {
  /** -1 for the inputs. */
  readonly layer: number;
  readonly neuron: number;
  /** Of its middle. */
  readonly x: number;
  readonly y: number;
}

export interface Diagram {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly discPx: number;
  /** [layer + 1][neuron] */
  readonly columns: readonly (readonly DiagramNode[])[];
}

const LEAST_DISC_PX = 24;
const ROWS_AT_FULL_SIZE = 10;
const ROWS_IN_A_COLUMN = 12;
/** Few neurons stand apart, but not further than this times the size of a disc. */
const WIDEST_PITCH = 2.6;

/** `counts` is how many neurons stand in each column, inputs first. */
export function layOutNetwork(counts: readonly number[], box: DiagramBox): Diagram {
  const most = Math.max(...counts);
  const discPx =
    most <= ROWS_AT_FULL_SIZE
      ? box.discPx
      : Math.max(LEAST_DISC_PX, most <= ROWS_IN_A_COLUMN ? box.discPx - 6 : LEAST_DISC_PX);
  const rowPx = discPx + 4;
  const rowLimit =
    most <= ROWS_IN_A_COLUMN
      ? ROWS_IN_A_COLUMN
      : Math.max(1, Math.floor((box.heightPx - discPx) / rowPx) + 1);
  const stripCounts = counts.map((count) => Math.ceil(count / rowLimit));
  const stripsPx = stripCounts.reduce((sum, strips) => sum + (strips - 1) * rowPx, 0);

  const margin = discPx / 2 + 4;
  const gaps = Math.max(1, counts.length - 1);
  const roomPx = (box.widthPx - 2 * margin - stripsPx) / gaps;
  const pitchPx = Math.max(
    Math.min(box.pitchPx, Math.max(roomPx, discPx + 14)),
    Math.min(roomPx, 1.4 * box.pitchPx),
  );
  const contentPx = pitchPx * (counts.length - 1) + stripsPx + 2 * margin;
  const widthPx = Math.max(box.widthPx, contentPx);

  let x = (widthPx - contentPx) / 2 + margin;
  const columns = counts.map((count, column) => {
    const strips = stripCounts[column]!;
    const rows = Math.ceil(count / strips);
    const pitch = rows < 2 ? 0 : Math.min(WIDEST_PITCH * discPx, (box.heightPx - discPx - 4) / (rows - 1));
    const nodes = Array.from({ length: count }, (_, neuron): DiagramNode => {
      const strip = Math.floor(neuron / rows);
      const row = neuron % rows;
      return {
        layer: column - 1,
        neuron,
        x: x + strip * rowPx,
        y: box.heightPx / 2 + (row - (rows - 1) / 2) * pitch,
      };
    });
    x += (strips - 1) * rowPx + pitchPx;
    return nodes;
  });
  return { widthPx, heightPx: box.heightPx, discPx, columns };
}

/** A line from the right of one disc to the left of another. */
export function linkPath(from: DiagramNode, to: DiagramNode, discPx: number): string {
  const x1 = from.x + discPx / 2;
  const x2 = to.x - discPx / 2;
  const bend = (x2 - x1) * 0.5;
  const at = (value: number) => value.toFixed(1);
  return `M${at(x1)} ${at(from.y)}C${at(x1 + bend)} ${at(from.y)} ${at(x2 - bend)} ${at(to.y)} ${at(x2)} ${at(to.y)}`;
}

/** From .6 to 2.8 px by |weight| relative to the strongest of its layer. */
export const linkWidth = (weight: number, strongest: number) =>
  strongest === 0 ? 0.6 : 0.6 + (2.2 * Math.abs(weight)) / strongest;
