import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Genome } from '#core/cppn/genome.ts';
import type { Editing } from '#studio/editing.ts';
import { layout } from '../layout.ts';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { isAbort } from '../pictures/pictures.ts';
import { GenomePicture, genomeKey } from './genome-picture.tsx';

const shownCount = { wide: 7, medium: 5, narrow: 0 } as const;
/** The hand, and the picture itself, come first. */
const restMs = 900;

interface OneStepProps {
  readonly genome: Genome;
  readonly editing: Editing;
  /** What goes further than a step. */
  readonly children: ComponentChildren;
}

/** Seven pictures a small mutation away, made anew after each change; a press moves there. */
export function OneStepAway({ genome, editing, children }: OneStepProps) {
  const near = useSignal<readonly { readonly key: string; readonly genome: Genome }[] | null>(null);
  const count = shownCount[layout.value];
  useEffect(() => {
    if (count === 0) return undefined;
    near.value = null;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      editing.proposeNear(genome, abort.signal).then(
        (found) => {
          if (!abort.signal.aborted)
            near.value = found.map((other) => ({ key: genomeKey(other), genome: other }));
        },
        (error: unknown) => {
          // Without neighbours the easel is as good: nothing is said.
          if (!isAbort(error)) near.value = [];
        },
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      abort.abort(new DOMException('The picture changed.', 'AbortError'));
    };
  }, [genome, count]);

  if (count === 0) return null;
  const found = near.value;
  const tiles = Array.from({ length: count }, (_, i) => found?.[i] ?? null);
  return (
    <section class="one-step" aria-labelledby="one-step" aria-busy={found === null}>
      <div class="one-step-head">
        <h2 id="one-step">One step away</h2>
        <p aria-hidden="true">{found?.length === 0 ? 'nothing near was found' : 'click to move there'}</p>
        {children}
      </div>
      <ul>
        {tiles.map((tile, index) => (
          <li key={index}>
            {tile === null ? (
              <span class="near" style={{ backgroundImage: gradientImage(gradientOf(genome)) }} />
            ) : (
              <button
                type="button"
                class="near"
                aria-label={`Move to neighbour ${index + 1}`}
                style={{ backgroundImage: gradientImage(gradientOf(tile.genome)) }}
                onClick={() => void editing.edit('Step', () => tile.genome)}
              >
                <GenomePicture pictureKey={tile.key} build={() => tile.genome} sidePx={65} rank={index} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
