import type { RecordChange } from '#core/gallery/records.ts';

/**
 * What a write of that sequence stores for a change; null when it takes the record away. An artwork that begins to hang is
 * given its place in the gallery, a new one whatever it says: it may be a copy of one that hangs.
 */
export function stampRecord({ before, after }: RecordChange, sequence: number): RecordChange['after'] {
  if (after === null) return null;
  const isNewlyHung =
    'hungSequence' in after && after.isHung && (after.hungSequence === 0 || before === null);
  return isNewlyHung ? { ...after, sequence, hungSequence: sequence } : { ...after, sequence };
}
