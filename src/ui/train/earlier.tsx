import type { TrainingRoom } from '#studio/training-room.ts';
import { count } from './numbers.ts';

/** What was trained before, to be looked at or gone on with. */
export function Earlier({ room }: { room: TrainingRoom }) {
  const earlier = room.earlier.value;
  if (earlier.length === 0) return null;
  return (
    <details class="train-earlier">
      <summary>Earlier trainings ({earlier.length})</summary>
      <ul>
        {earlier.map(({ id, title, epoch }) => (
          <li key={id}>
            <a href={`#/train/${id}`}>
              <bdi>{title}</bdi>, {count(epoch, 'epoch', 'epochs')}
            </a>
          </li>
        ))}
      </ul>
      <p class="train-hint">The last twelve are kept.</p>
    </details>
  );
}
