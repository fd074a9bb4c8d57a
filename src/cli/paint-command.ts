import { realpath, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { View } from '#core/cppn/view.ts';
import { artworkToJson } from '#core/formats/artwork-json.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { describeTimeLeft, estimateSecondsLeft } from '#core/gallery/time-left.ts';
import { exportPng } from '#platform/export/export-png.ts';
import { openDiskTarget } from './disk-target.ts';
import { makeDirectory } from './make-directory.ts';
import { openArtwork } from './open-artwork.ts';
import type { PaintArguments } from './paint-arguments.ts';
import { createPaintThreads } from './paint-threads.ts';
import { plainText } from './plain-text.ts';
import { refusalWords } from './refusal-words.ts';

export interface Telling {
  /** A line of what was done. */
  readonly say: (line: string) => void;
  /** How far it is, for somebody who watches; '' when there is nothing more to watch. */
  readonly tellProgress: (words: string) => void;
  readonly signal: AbortSignal;
}

/** More would wait for one another's rows. */
const THREADS_LIMIT = 4;

/**
 * Paints the artwork of a file to a PNG, or to the frames of its loop. Resolves to what went wrong, in one sentence, or to null;
 * rejects with the signal's reason on abort. No unfinished file is left.
 */
export async function paintFile(wish: PaintArguments, telling: Telling): Promise<string | null> {
  const opened = await openArtwork(wish.file);
  if (opened.kind === 'refused') return opened.sentence;
  const { artwork, warnings } = opened;
  if (wish.frameCount !== null && artwork.genome.loop.amplitude === 0) {
    return `${wish.file}: this artwork does not move, so all frames would be the same.`;
  }
  for (const warning of warnings) telling.say(`Note: ${plainText(warning)}`);
  const { size } = wish.formFor(artwork.view);
  try {
    const refusal = wish.frameCount === null ? await refuseFile(wish) : null;
    if (refusal !== null) return `Could not write ${wish.out}: ${refusal}.`;
    const names = wish.frameCount === null ? [wish.out] : await nameFrames(wish.out, wish.frameCount);
    await paintAll(artwork, wish, names, telling);
  } catch (error) {
    telling.signal.throwIfAborted();
    const missing =
      wish.frameCount === null
        ? `there is no directory ${dirname(wish.out)}, or it takes no files`
        : 'nothing can be made there';
    return `Could not write ${wish.out}: ${refusalWords(error, missing)}.`;
  } finally {
    telling.tellProgress('');
  }
  const pixels = `${size.widthPx} x ${size.heightPx} px`;
  telling.say(
    wish.frameCount === null
      ? `Wrote ${wish.out}, ${pixels}.`
      : `Wrote ${wish.frameCount} frames of ${pixels} into ${wish.out}, a loop of ${artwork.genome.loop.seconds} s.`,
  );
  return null;
}

/** Why the picture cannot go there, as the end of a sentence, said before an hour was painted; null when nothing speaks against it. */
async function refuseFile({ file, out }: PaintArguments): Promise<string | null> {
  const there = await realpath(out).catch(() => null);
  if (there === null) return null;
  if ((await stat(there)).isDirectory()) return 'it is a directory';
  // With --bare it may be the only copy of its network.
  return there === (await realpath(file)) ? 'it is the file to be painted, so choose another name' : null;
}

/** The files to write, in order. Makes their directory, so that a place that cannot be written costs nobody an hour. */
async function nameFrames(out: string, frameCount: number): Promise<readonly string[]> {
  await makeDirectory(out);
  const digits = Math.max(4, String(frameCount).length);
  return Array.from({ length: frameCount }, (_, i) =>
    join(out, `frame-${String(i + 1).padStart(digits, '0')}.png`),
  );
}

async function paintAll(
  artwork: Artwork,
  { frameCount, formFor, carriesNetwork }: PaintArguments,
  names: readonly string[],
  { tellProgress, signal }: Telling,
): Promise<void> {
  const threads = createPaintThreads(Math.min(availableParallelism(), THREADS_LIMIT));
  const startedAtMs = performance.now();
  try {
    for (const [index, name] of names.entries()) {
      const view: View =
        frameCount === null ? artwork.view : { ...artwork.view, phase: index / names.length };
      await exportPng({
        renderer: threads,
        genome: artwork.genome,
        artworkJson: carriesNetwork ? artworkToJson(artwork, view) : null,
        form: formFor(view),
        target: await openDiskTarget(name),
        signal,
        onProgress: (ofThis) => {
          const share = (index + ofThis) / names.length;
          const seconds = estimateSecondsLeft(share, performance.now() - startedAtMs);
          const timeLeft = seconds === null ? '' : `, ${describeTimeLeft(seconds)} left`;
          tellProgress(`${Math.floor(share * 100)} % painted${timeLeft}`);
        },
      });
    }
  } finally {
    await threads.dispose();
  }
}
