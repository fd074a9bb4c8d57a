/** What part of the infinite picture to see, and when. */
export interface View {
  /** Picture units; the short side spans [-1, 1]. */
  readonly center: readonly [x: number, y: number];
  /** 1 = whole picture; [0.05, 10^4]. */
  readonly zoom: number;
  /** Radians, counter-clockwise. */
  readonly rotation: number;
  /** Position in the loop, [0, 1). */
  readonly phase: number;
}

export const wholeView: View = { center: [0, 0], zoom: 1, rotation: 0, phase: 0 };

export const zoomRange = [0.05, 1e4] as const;
