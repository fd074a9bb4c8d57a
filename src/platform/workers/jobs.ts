// What the workers can be asked: types only, shared by the pool and worker.ts.
import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest, Pixels } from '#core/cppn/pixels.ts';
import type { Print } from '#core/evolution/picture-distance.ts';
import type { Proposal, ProposedWall, WallRequest } from '#core/evolution/propose-wall.ts';
import type { Artwork } from '#core/gallery/records.ts';

/** Each job: what goes in, what comes out. */
export interface Jobs {
  paint: { input: { genome: Genome; request: PaintRequest }; output: ImageBitmap };
  readPixels: { input: { genome: Genome; request: PaintRequest }; output: Pixels };
  /** Proposals with their words; progress in [0, 1]. */
  propose: {
    input: WallRequest;
    output: Omit<ProposedWall, 'proposals'> & {
      proposals: readonly (Proposal & { title: string; altText: string })[];
    };
  };
  /** Words and print of one genome: for imports. */
  describe: { input: Genome; output: { title: string; altText: string; print: Print } };
  prints: { input: readonly Genome[]; output: readonly Print[] };
  /** Reads a dropped file; never rejects for what the file holds. */
  openFile: { input: File; output: OpenedFile };
}

export type OpenedFile =
  | { readonly kind: 'artwork'; readonly artwork: Artwork; readonly warnings: readonly string[] }
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string };

export type JobName = keyof Jobs;

/** The pool, as the studio sees it. */
export interface Workers {
  run<N extends JobName>(
    name: N,
    input: Jobs[N]['input'],
    options?: { signal?: AbortSignal; onProgress?: (progress: number) => void; priority?: number },
  ): Promise<Jobs[N]['output']>;
  dispose(): void;
}
