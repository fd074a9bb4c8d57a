// Files in: read one by one, previewed, and stored only when the person says so.
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { jsonFromLink } from '#core/formats/artwork-link.ts';
import type { ActId, Artwork, RecordChange } from '#core/gallery/records.ts';
import { type Entry, readEntries } from '#platform/export/read-entries.ts';
import type { OpenedFile } from '#platform/workers/jobs.ts';
import { WorkerFailure } from '#platform/workers/worker-failure.ts';
import type { Acting } from './acting.ts';
import { countArtworks } from './artworks.ts';
import { change, isArtwork } from './changes.ts';
import type { History, Plan } from './history.ts';
import { createKnownGenomes } from './known-genomes.ts';
import { go, hasClosedTab } from './navigating.ts';
import { undoMs } from './notices.ts';
import type { Session } from './session.ts';
import type { ImportedFile, SketchStill } from './studio.ts';

export const fileLimit = 500;
/** How many files are read side by side, and how many artworks are written in one transaction. */
const readersCount = 4;
const batchSize = 50;

export function createImporting(
  session: Session,
  history: History,
  { inTurn, atOnce }: Acting,
  learn: (picture: File) => Promise<void>,
) {
  const { keeping, lookedAt, notices, options, shown } = session;
  let reading: AbortController | null = null;

  async function read(files: readonly File[]) {
    reading?.abort(new DOMException('Other files were dropped.', 'AbortError'));
    const controller = new AbortController();
    reading = controller;
    const signal = AbortSignal.any([controller.signal, session.end.signal]);
    const queue = files.slice(0, fileLimit);
    const lines: (ImportedFile | undefined)[] = Array.from(queue, () => undefined);
    const knownGenomes = createKnownGenomes(keeping);
    shown.importing.value = [];
    shown.reading.value = { done: 0, total: queue.length };
    if (files.length > fileLimit) {
      notices.say(`${files.length} files are too many at once. These are the first ${fileLimit}.`);
    }

    let next = 0;
    let done = 0;
    async function readNext(): Promise<void> {
      for (let index = next++; index < queue.length; index = next++) {
        const line = await readFile(queue[index]!, signal);
        signal.throwIfAborted();
        if (queue.length === 1 && line.kind === 'fine' && line.sketch !== null)
          return reopen({ artwork: line.artwork, recipe: line.sketch });
        lines[index] = line.kind === 'fine' ? await compare(line, knownGenomes) : line;
        signal.throwIfAborted();
        done++;
        shown.importing.value = lines.filter((one) => one !== undefined);
        shown.reading.value = { done, total: queue.length };
      }
    }
    try {
      await Promise.all(Array.from({ length: readersCount }, readNext));
    } finally {
      if (reading === controller) {
        reading = null;
        shown.reading.value = null;
      }
    }
  }

  /** A still opens where it was drawn; nothing is stored. */
  function reopen(still: SketchStill) {
    closeImport();
    lookedAt.set(still.artwork.id, still.artwork);
    shown.still.value = still;
    go(session, { kind: 'sketches', sketch: still.recipe.sketch });
  }

  /** Never rejects for one file: the others go on. */
  async function readFile(file: File, signal: AbortSignal): Promise<ImportedFile> {
    const fileName = file.name;
    try {
      const opened = await options.workers.run('openFile', file, { signal });
      if (opened.kind === 'refused') {
        return { ...opened, fileName, picture: opened.code === 'no-network' ? file : null };
      }
      const { artwork, warnings, sketch } = opened;
      const named = await withWords(artwork, signal);
      return { kind: 'fine', fileName, artwork: named, warnings, isHere: false, sketch };
    } catch (error) {
      if (!(error instanceof WorkerFailure)) throw error;
      const sentence = 'This file could not be read. Nothing of it was kept.';
      return { kind: 'refused', fileName, code: 'unreadable', sentence, picture: null };
    }
  }

  async function withWords(artwork: Artwork, signal: AbortSignal): Promise<Artwork> {
    if (artwork.title !== '' && artwork.altText !== '') return artwork;
    const { title, altText } = await options.workers.run('describe', artwork.genome, { signal });
    return { ...artwork, title: artwork.title || title, altText: artwork.altText || altText };
  }

  async function compare(
    line: Extract<ImportedFile, { kind: 'fine' }>,
    knownGenomes: ReturnType<typeof createKnownGenomes>,
  ): Promise<ImportedFile> {
    const known = await knownGenomes.meet(line.artwork);
    if (known === null) return line;
    const warning =
      known === 'dropped'
        ? 'The same artwork is among these files already. It is kept once.'
        : `This artwork is here already: ${known}.`;
    return { ...line, warnings: [...line.warnings, warning], isHere: true };
  }

  async function keep() {
    const artworks = (shown.importing.peek() ?? []).flatMap((line) =>
      line.kind === 'fine' && !line.isHere ? [line.artwork] : [],
    );
    closeImport();
    let act: ActId | null = null;
    let keptCount = 0;
    for (let start = 0; start < artworks.length; start += batchSize) {
      const batch = artworks.slice(start, start + batchSize);
      let batchCount = 0;
      const written: ActId | null = await history.act(
        async () => {
          const plan = await planKeeping(batch, keptCount);
          batchCount = plan?.changes.length ?? 0;
          return plan;
        },
        { continues: act },
      );
      if (written === null) continue;
      act = written;
      keptCount += batchCount;
    }
    tell(act, keptCount, artworks);
  }

  async function planKeeping(batch: readonly Artwork[], keptCount: number): Promise<Plan | null> {
    const stored = await keeping.getMany(
      'artwork',
      batch.map(({ id }) => id),
    );
    const changes: RecordChange[] = [];
    for (const [index, artwork] of batch.entries()) {
      const before = stored[index] ?? null;
      if (isArtwork(before) && before.isHung) continue;
      const after = isArtwork(before) ? before : { ...artwork, createdAtMs: options.now() };
      changes.push(change('artwork', artwork.id, before, { ...after, isHung: true, hungSequence: 0 }));
    }
    if (changes.length === 0) return null;
    return { label: `Kept ${countArtworks(keptCount + changes.length)}`, changes };
  }

  function tell(act: ActId | null, count: number, artworks: readonly Artwork[]) {
    if (act === null) return notices.say('Everything in these files is here already.');
    const ids = new Set(artworks.map(({ id }) => id));
    const heldCount = keeping.held('artwork').filter(({ id }) => ids.has(id)).length;
    if (heldCount > 0) {
      return notices.say(
        `${count - heldCount} of ${countArtworks(count)} are saved. The others are held here.`,
      );
    }
    const undo = { label: 'Undo', run: () => void inTurn(() => history.undo(act)) };
    const where = count === 1 ? 'It hangs' : 'They hang';
    notices.say(`Kept ${countArtworks(count)}. ${where} in the gallery.`, {
      about: 'undo',
      milliseconds: undoMs,
      action: undo,
    });
  }

  /** What an address carries lies on the easel, and nothing of it is stored before something is done with it. */
  async function openLink(link: string) {
    const opened = await readLink(link);
    if (shown.link.peek() !== link) return;
    if (opened.kind === 'refused') return refuseLink(opened);
    const read = await withWords(opened.artwork, session.end.signal);
    if (shown.link.peek() !== link || hasClosedTab(session, read.id)) return;
    const artwork: Artwork = { ...read, origin: { kind: 'shared', from: null } };
    lookedAt.set(artwork.id, artwork);
    go(session, { kind: 'art', artwork: artwork.id, link });
  }

  function refuseLink({ code, sentence }: Extract<OpenedFile, { kind: 'refused' }>) {
    const isNewer = code === 'newer-version';
    // A newer one is read after a reload.
    if (!isNewer) shown.link.value = null;
    const advice = isNewer ? 'Reload to open it.' : 'Ask for it again, or for the PNG.';
    notices.say(`${sentence} ${advice}`, { about: 'link' });
  }

  async function readLink(link: string): Promise<OpenedFile> {
    try {
      const file = new File([jsonFromLink(link)], 'link');
      return await options.workers.run('openFile', file, { signal: session.end.signal });
    } catch (error) {
      if (!(error instanceof ForeignDataError)) throw error;
      return { kind: 'refused', code: error.code, sentence: error.message };
    }
  }

  async function learnFrom(picture: File) {
    closeImport();
    await learn(picture);
  }

  function closeImport() {
    reading?.abort(new DOMException('The preview was closed.', 'AbortError'));
    reading = null;
    shown.reading.value = null;
    shown.importing.value = null;
  }

  async function openFiles(files: readonly File[]) {
    if (files.length === 0) return;
    await read(files);
    // In Train, a picture is what it learns from.
    const [only, ...others] = shown.importing.peek() ?? [];
    const isLearned = shown.place.peek().kind === 'train' && others.length === 0;
    if (isLearned && only?.kind === 'refused' && only.picture !== null) await learnFrom(only.picture);
  }

  return {
    openFiles: (files: readonly File[]) => atOnce(() => openFiles(files)),
    openEntries: (entries: readonly Entry[]) => atOnce(async () => openFiles(await readEntries(entries))),
    openLink: (link: string) => atOnce(() => openLink(link)),
    learnFrom: (picture: File) => atOnce(() => learnFrom(picture)),
    keepImported: () => inTurn(keep),
    lookAtImported: () => {
      const line = shown.importing.peek()?.find(({ kind }) => kind === 'fine');
      if (line?.kind !== 'fine') return;
      lookedAt.set(line.artwork.id, line.artwork);
      closeImport();
      go(session, { kind: 'art', artwork: line.artwork.id });
    },
    closeImport,
  };
}
