import { classNames } from '#core/cppn/class-colors.ts';
import { type PointsTarget, targetLimits } from '#core/cppn/training-target.ts';
import type { TrainingRoom } from '#studio/training-room.ts';
import { ClassMark } from './class-mark.tsx';

interface PointsBarProps {
  readonly room: TrainingRoom;
  readonly target: PointsTarget;
  /** Class of the next point. */
  readonly own: number;
  readonly onOwn: (own: number) => void;
}

/** Which class the next point is of; one more class, and a plane without points. */
export function PointsBar({ room, target, own, onOwn }: PointsBarProps) {
  const drawOn = (changes: Partial<PointsTarget>) =>
    room.actions.tellApart({ ...target, title: 'Your own points', ...changes });
  return (
    <div class="points-bar">
      <div role="radiogroup" aria-label="Class of the next point" class="points-classes">
        {target.classNames.map((name, index) => (
          <label key={name} class="points-class">
            <input
              type="radio"
              name="points-class"
              checked={index === Math.min(own, target.classNames.length - 1)}
              onChange={() => onOwn(index)}
            />
            <svg viewBox="-1.5 -1.5 3 3" width="14" height="14" aria-hidden="true">
              <ClassMark own={index} x={0} y={0} r={1} />
            </svg>
            {name}
          </label>
        ))}
        {target.classNames.length < targetLimits.classes && (
          <button
            type="button"
            class="points-more"
            onClick={() => {
              onOwn(target.classNames.length);
              drawOn({ classNames: [...target.classNames, classNames[target.classNames.length]!] });
            }}
          >
            Another class
          </button>
        )}
        <button
          type="button"
          class="points-more"
          onClick={() => drawOn({ places: new Float32Array(0), classes: new Uint8Array(0) })}
        >
          Empty plane
        </button>
      </div>
    </div>
  );
}
