import { useRef } from 'preact/hooks';
import { buildPointSet, pointSetNames } from '#core/cppn/point-sets.ts';
import type { PointsTarget } from '#core/cppn/training-target.ts';
import type { ShownTraining, TrainingRoom } from '#studio/training-room.ts';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';
import { ClassMark } from './class-mark.tsx';
import { Named } from './help.tsx';
import { RgbCanvas } from './rgb-canvas.tsx';
import { help } from './words.ts';

const thumbPx = 66;

/** What can be learned from, the one at hand first. */
export function Targets({ room, training }: { room: TrainingRoom; training: ShownTraining }) {
  return (
    <Named name="Target" help={help.target}>
      {() => (
        <>
          {training.target.kind === 'picture' ? (
            <PictureTargets room={room} training={training} />
          ) : (
            <PointTargets room={room} target={training.target} />
          )}
          {room.refusal.value !== null && (
            <p class="train-refusal" role="alert">
              {room.refusal.value}
            </p>
          )}
        </>
      )}
    </Named>
  );
}

function PictureTargets({ room, training: { target } }: { room: TrainingRoom; training: ShownTraining }) {
  const input = useRef<HTMLInputElement>(null);
  if (target.kind !== 'picture') return null;
  const others = room.choices.value.filter(({ id }) => id !== target.from);
  return (
    <ul class="train-targets">
      <li>
        <span class="train-target current">
          <RgbCanvas widthPx={target.widthPx} heightPx={target.heightPx} bytes={target.rgb} />
          <span class="sr-only">{target.title}, chosen</span>
        </span>
      </li>
      <li>
        <button type="button" class="train-target drop" onClick={() => input.current!.click()}>
          drop a picture
        </button>
        <input
          ref={input}
          hidden
          type="file"
          accept="image/*"
          aria-label="A picture to copy"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file can be chosen again.
            event.currentTarget.value = '';
            if (file !== undefined) void room.actions.copyFile(file);
          }}
        />
      </li>
      {others.slice(0, 4).map((artwork, index) => (
        <li key={artwork.id}>
          <button
            type="button"
            class="train-target"
            aria-label={`Copy ${artwork.title}`}
            title={artwork.title}
            style={{ backgroundImage: gradientImage(gradientOf(artwork.genome)) }}
            onClick={() => void room.actions.copyArtwork(artwork)}
          >
            <Picture artwork={artwork} widthPx={thumbPx} heightPx={thumbPx} rank={index} />
          </button>
        </li>
      ))}
    </ul>
  );
}

const examples = pointSetNames.map((name) => ({ name, points: buildPointSet(name, 1, 120) }));

function PointTargets({ room, target }: { room: TrainingRoom; target: PointsTarget }) {
  const collections = room.collections.value;
  return (
    <ul class="train-targets">
      {collections.length >= 2 && (
        <li>
          <button
            type="button"
            class="train-target drop"
            title={collections.join(', ')}
            onClick={() => void room.actions.tellCollectionsApart()}
          >
            your collections
          </button>
        </li>
      )}
      {examples.map(({ name, points }) => (
        <li key={name}>
          <button
            type="button"
            class={points.title === target.title ? 'train-target current' : 'train-target'}
            aria-label={points.title}
            title={points.title}
            aria-pressed={points.title === target.title}
            onClick={() => room.actions.tellApart(name)}
          >
            <svg viewBox="-1.05 -1.05 2.1 2.1" aria-hidden="true">
              {Array.from(points.classes, (own, point) => (
                <ClassMark
                  key={point}
                  own={own}
                  x={points.places[2 * point]!}
                  y={points.places[2 * point + 1]!}
                  r={0.05}
                />
              ))}
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}
