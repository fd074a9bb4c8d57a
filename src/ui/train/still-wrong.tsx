import type { ExaminedPicture, ExaminedPoints } from '#core/cppn/examine-training.ts';
import type { PictureTarget, PointsTarget } from '#core/cppn/training-target.ts';
import type { ShownTraining, TrainingRoom } from '#studio/training-room.ts';
import { percent } from './numbers.ts';
import { RgbCanvas } from './rgb-canvas.tsx';

/** A light map of a picture's error, or which class is taken for which. */
export function StillWrong({ room, training: { target } }: { room: TrainingRoom; training: ShownTraining }) {
  const examined = room.examined.value;
  if (examined === null || examined.kind !== target.kind) return null;
  return (
    <section class="still-wrong" aria-label="Where it is still wrong">
      <h2>Where it is still wrong</h2>
      {target.kind === 'picture' && examined.kind === 'picture' && (
        <LightMap target={target} examined={examined} />
      )}
      {target.kind === 'points' && examined.kind === 'points' && (
        <Confusion target={target} examined={examined} />
      )}
    </section>
  );
}

const rows = ['top', 'middle', 'bottom'] as const;
const columns = ['left', 'centre', 'right'] as const;

function LightMap({ target, examined }: { target: PictureTarget; examined: ExaminedPicture }) {
  const [row, column] = examined.worstNinth;
  const place = row === 1 && column === 1 ? 'in the middle' : `at the ${rows[row]} ${columns[column]}`;
  const words = `Most of it ${place}. The worst tenth of the picture holds ${percent(examined.worstTenthShare)} of the error.`;
  return (
    <figure>
      <RgbCanvas
        widthPx={target.widthPx}
        heightPx={target.heightPx}
        bytes={examined.light}
        label={`The lighter, the further off. ${words}`}
      />
      <figcaption>
        {words} White is {percent(examined.whiteIs)} off.{' '}
        {examined.worstTenthShare > 0.5 && 'Edges and thin things come last.'}
      </figcaption>
    </figure>
  );
}

function Confusion({
  target: { classNames },
  examined: { confusion },
}: {
  target: PointsTarget;
  examined: ExaminedPoints;
}) {
  const mistakes = confusion
    .flatMap((guesses, own) =>
      guesses.map((count, guess) => ({ own: classNames[own]!, guess: classNames[guess]!, count })),
    )
    .filter(({ own, guess, count }) => own !== guess && count > 0)
    .sort((a, b) => b.count - a.count);
  return (
    <>
      <table class="confusion">
        <caption class="sr-only">How many points of each class are taken for which</caption>
        <thead>
          <tr>
            <td />
            {classNames.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {confusion.map((guesses, own) => (
            <tr key={classNames[own]}>
              <th scope="row">{classNames[own]}</th>
              {guesses.map((count, guess) => (
                <td key={classNames[guess]} class={own === guess ? 'right' : count > 0 ? 'wrong' : ''}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {mistakes.length === 0 ? (
        <p>Nothing: every point is told right.</p>
      ) : (
        <ul class="mistakes">
          {mistakes.slice(0, 6).map(({ own, guess, count }) => (
            <li key={`${own} ${guess}`}>
              {own} taken for {guess}: {count}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
