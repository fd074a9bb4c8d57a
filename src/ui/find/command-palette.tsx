import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { askedWords, type FindRow, rankAnswers, rankPalettes, rankRows } from '#studio/find-rows.ts';
import { findLink } from '#studio/place.ts';
import { useUi } from '../context.ts';
import { recall, remember } from '../remembered.ts';
import { scrollToShow } from '../scroll-to-show.ts';
import { Sheet } from '../sheets/sheet.tsx';
import { announcement } from '../shell/status-line.tsx';
import { takeTypedAhead } from '../shell/typed-ahead.ts';
import './command-palette.css';
import { listRows } from './list-rows.ts';
import { Option } from './option.tsx';

const recentName = 'recent';
const recentLimit = 12;
const shownLimit = 9;

/** Anything at all, by typing some of it: acts, places, artworks, settings; at the end, a wall for words. */
export function CommandPalette() {
  const { studio } = useUi();
  const ahead = useMemo(takeTypedAhead, []);
  const text = useSignal(ahead.text);
  /** null: what Enter is most likely meant for. */
  const activeIndex = useSignal<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const recent = useMemo(readRecent, []);
  const rows = useMemo(() => listRows(studio), [studio.gallery.items.value]);
  const { found, likeliest } = listFound(text.value);
  const active = Math.min(activeIndex.value ?? likeliest, found.length - 1);

  useLayoutEffect(() => {
    input.current!.value = ahead.text;
    input.current!.focus();
  }, []);
  useEffect(() => {
    // What hangs is found wherever one is; where it cannot be read, the rest is.
    void studio.loadGallery().then((gallery) => gallery?.open());
  }, []);
  useEffect(() => {
    scrollToShow(list.current?.querySelector('[aria-selected=true]'), list.current!);
  }, [active, text.value]);
  useEffect(() => {
    const timer = setTimeout(() => {
      announcement.value = found.length === 1 ? '1 found' : `${found.length} found`;
    }, 500);
    return () => clearTimeout(timer);
  }, [text.value]);

  /** Words that name nothing are most likely asked for, though artworks and palettes may have their colours. */
  function listFound(typed: string): { found: readonly FindRow[]; likeliest: number } {
    const link = findLink(typed);
    if (link !== null) return { found: [linkRow(() => studio.actions.goToFragment(link))], likeliest: 0 };
    const named = rankRows(rows, typed, { recent, limit: shownLimit });
    const alike = [...rankAnswers(rows, typed), ...rankPalettes(rows, typed)];
    const others = alike.filter((row) => !named.includes(row));
    return {
      found: [...named, ...others, ...askRow(typed, (words) => void studio.actions.askForWall(words))],
      likeliest: named.length > 0 ? 0 : others.length,
    };
  }
  const choose = (row: FindRow | undefined) => {
    if (row === undefined) return;
    if (row.kind !== 'ask' && row.needs === undefined)
      remember(
        recentName,
        JSON.stringify([row.id, ...recent.filter((id) => id !== row.id)].slice(0, recentLimit)),
      );
    studio.actions.closeSheet();
    // The focus is back on what was left by then: that is what acts are about.
    requestAnimationFrame(row.run);
  };
  useEffect(() => {
    if (ahead.isEntered) choose(found[active]);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) activeIndex.value = (active + step + found.length) % Math.max(1, found.length);
    else if (event.key === 'Enter' && !event.isComposing) choose(found[active]);
    else return;
    event.preventDefault();
  };

  return (
    <Sheet label="Search or do anything" class="find-sheet" onClose={studio.actions.closeSheet}>
      <input
        ref={input}
        class="find-input"
        type="text"
        role="combobox"
        aria-label="Search or do anything"
        aria-expanded="true"
        aria-controls="found"
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `found-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder="Search or do anything"
        onInput={(event) => {
          text.value = event.currentTarget.value;
          activeIndex.value = null;
        }}
        onKeyDown={onKeyDown}
      />
      <div class="found" id="found" role="listbox" aria-label="Found" ref={list}>
        {found.map((row, index) => (
          <Option
            key={row.id}
            id={`found-${index}`}
            row={row}
            isActive={index === active}
            onChoose={() => choose(row)}
            onPoint={() => (activeIndex.value = index)}
          />
        ))}
      </div>
      {found.length === 0 && (
        <p class="hint found-none">
          Nothing called “{text.value}”. Colours, forms and light can be asked for: dark round red.
        </p>
      )}
    </Sheet>
  );
}

/** A link that somebody sent can be pasted here. */
const linkRow = (run: () => void): FindRow => ({
  id: 'link',
  kind: 'ask',
  words: 'Open the shared artwork',
  detail: 'Link',
  key: '',
  run,
});

function askRow(text: string, ask: (words: readonly string[]) => void): readonly FindRow[] {
  const words = askedWords(text);
  if (words.length === 0) return [];
  return [
    {
      id: 'ask',
      kind: 'ask',
      words: `Ask for a wall: ${words.join(', ')}`,
      detail: '',
      key: '',
      run: () => ask(words),
    },
  ];
}

function readRecent(): readonly string[] {
  try {
    const value: unknown = JSON.parse(recall(recentName) ?? '[]');
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
