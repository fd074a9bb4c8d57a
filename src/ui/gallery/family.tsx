import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { parentsOf } from '#core/gallery/card.ts';
import { describeNetwork } from '#core/gallery/describe-network.ts';
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import type { Family as FamilyFacts, Relative } from '#studio/gallery/family.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';
import { useGallery } from './gallery-context.ts';
import './family.css';

/** So that moving along quickly reads nothing. */
const restMs = 150;

const sizePx: Record<Relative['kin'], number> = { self: 92, ancestor: 56, sister: 62, child: 62 };
const rowPx = 96;
const widthPx = 322;

/** The family of an artwork, drawn as a tree. A press on a relative shows its own; Enter opens. */
export function Family({ artworkId }: { artworkId: ArtworkId }) {
  const { studio } = useUi();
  const gallery = useGallery();
  const chosen = useSignal(artworkId);
  useEffect(() => {
    chosen.value = artworkId;
  }, [artworkId]);
  const facts = useSignal<FamilyFacts | null>(null);
  useSignalEffect(() => {
    const id = chosen.value;
    studio.gallery.items.value;
    let isGone = false;
    const timer = setTimeout(() => {
      void gallery.readFamily(id).then((family) => {
        if (!isGone) facts.value = family;
      });
    }, restMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  });

  const family = facts.value;
  if (family === null) return null;
  const { self } = family;
  const isAlone = family.generations.length === 1 && family.generations[0]!.relatives.length === 1;
  const hasParents =
    parentsOf(self.origin).length > 0 && studio.gallery.items.value.some(({ id }) => id === self.id);
  const open = (id: ArtworkId) => studio.actions.go({ kind: 'art', artwork: id });
  return (
    <>
      <h2 class="title family-title">
        <bdi>{self.title}</bdi>
      </h2>
      <p class="family-words">Family tree. {countWords(family)}</p>
      {isAlone ? (
        <Alone artwork={self} onOpen={() => open(self.id)} />
      ) : (
        <Tree
          family={family}
          onOpen={open}
          onChoose={(id) => {
            chosen.value = id;
          }}
        />
      )}
      <p class="family-words">{birthWords(self, family)}</p>
      <p class="family-words">{describeNetwork(self.genome)}</p>
      <div class="family-acts">
        <Button kind="primary" keyCap="Enter" onPress={() => open(self.id)}>
          Open
        </Button>
        <Button onPress={() => void studio.actions.breedFrom(self.id)}>Breed from here</Button>
        {hasParents && (
          <Button
            onPress={() => {
              gallery.select([]);
              studio.actions.focus(self.id);
              studio.actions.openSheet('compare');
            }}
          >
            Compare
          </Button>
        )}
      </div>
    </>
  );
}

const aloneSize = { widthPx: 354, heightPx: 283 } as const;

/** One without a family yet is looked at by itself. */
function Alone({ artwork, onOpen }: { artwork: Artwork; onOpen: () => void }) {
  return (
    <button
      type="button"
      class="alone"
      aria-label={`Open ${artwork.title}`}
      style={{ backgroundImage: gradientImage(gradientOf(artwork.genome)) }}
      onClick={onOpen}
    >
      <Picture artwork={artwork} {...aloneSize} rank={950} />
    </button>
  );
}

interface TreeProps {
  readonly family: FamilyFacts;
  readonly onChoose: (id: ArtworkId) => void;
  readonly onOpen: (id: ArtworkId) => void;
}

function Tree({ family, onChoose, onOpen }: TreeProps) {
  const places = placeRelatives(family);
  return (
    <div class="family-tree" style={{ height: `${family.generations.length * rowPx + 12}px` }}>
      <svg class="family-lines" aria-hidden="true">
        {[...places.values()].flatMap((child) =>
          child.relative.parents.flatMap((id) => {
            const parent = places.get(id);
            if (parent === undefined) return [];
            const from = parent.yPx + sizePx[parent.relative.kin] / 2;
            const to = child.yPx - sizePx[child.relative.kin] / 2;
            const middle = (from + to) / 2;
            const isDirect = [parent, child].every(
              ({ relative }) => relative.kin !== 'sister' && relative.kin !== 'child',
            );
            return (
              <path
                key={`${id} ${child.relative.id}`}
                class={isDirect ? 'direct' : undefined}
                d={`M${parent.xPx} ${from}C${parent.xPx} ${middle} ${child.xPx} ${middle} ${child.xPx} ${to}`}
              />
            );
          }),
        )}
      </svg>
      <ol>
        {family.generations.map(({ number, relatives, foldedCount }, row) => (
          <li
            key={row}
            class="tree-row"
            style={{ top: `${row * rowPx}px` }}
            aria-label={`Generation ${number}`}
          >
            <span class="generation-number" aria-hidden="true">
              {number}
            </span>
            {relatives.map((relative) => (
              <Node
                key={relative.id}
                relative={relative}
                xPx={places.get(relative.id)!.xPx}
                onChoose={() => onChoose(relative.id)}
                onOpen={() => onOpen(relative.id)}
              />
            ))}
            {foldedCount > 0 && <span class="folded">+ {foldedCount} more</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface NodeProps {
  readonly relative: Relative;
  readonly xPx: number;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}

function Node({ relative, xPx, onChoose, onOpen }: NodeProps) {
  const { artwork, kin, title } = relative;
  const side = sizePx[kin];
  const style = { left: `${xPx - side / 2}px`, width: `${side}px`, height: `${side}px` };
  if (artwork === null) {
    return (
      <span
        class="node missing"
        style={style}
        role="img"
        aria-label={title === '' ? 'Not here any more' : `${title}, deleted`}
      />
    );
  }
  return (
    <button
      type="button"
      class="node"
      aria-label={kin === 'self' ? title : `${title}, ${kinWords[kin]}`}
      aria-current={kin === 'self' ? 'true' : undefined}
      title={title}
      style={{ ...style, backgroundImage: gradientImage(gradientOf(artwork.genome)) }}
      onClick={onChoose}
      onDblClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onOpen();
      }}
    >
      <Picture artwork={artwork} widthPx={side} heightPx={side} rank={950} />
    </button>
  );
}

const kinWords = { ancestor: 'ancestor', sister: 'sister', child: 'child' } as const;

/** Middles of the pictures, in CSS pixels within the tree. */
function placeRelatives({ generations }: FamilyFacts) {
  const places = new Map<
    ArtworkId,
    { readonly relative: Relative; readonly xPx: number; readonly yPx: number }
  >();
  for (const [row, { relatives }] of generations.entries()) {
    const pitch = Math.min(112, widthPx / Math.max(1, relatives.length));
    const self = relatives.findIndex(({ kin }) => kin === 'self');
    // The artwork itself stands in the middle, whoever is beside it.
    const middle = self >= 0 ? self : (relatives.length - 1) / 2;
    for (const [index, relative] of relatives.entries())
      places.set(relative.id, {
        relative,
        xPx: 32 + widthPx / 2 + (index - middle) * pitch,
        yPx: row * rowPx + rowPx / 2,
      });
  }
  return places;
}

function countWords({ generations }: FamilyFacts): string {
  const countOf = (kin: Relative['kin']) =>
    generations.reduce((sum, { relatives, foldedCount }) => {
      const own = relatives.filter((one) => one.kin === kin).length;
      const isRowOf = relatives.some((one) => one.kin === kin);
      return sum + own + (isRowOf ? foldedCount : 0);
    }, 0);
  const say = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  const parts = [
    ...say(countOf('ancestor'), 'ancestor', 'ancestors'),
    ...say(countOf('sister'), 'sister', 'sisters'),
    ...say(countOf('child'), 'child', 'children'),
  ];
  return parts.length === 0 ? 'It stands alone so far.' : `${parts.join(', ')}.`;
}

/** Made when there is a date to tell: it takes the browser 30 ms. */
let dates: Intl.DateTimeFormat | undefined;
function dayOf(atMs: number): string {
  dates ??= new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
  return dates.format(atMs);
}

/** `Bred 11 November from Half Open and Plum, Lit.` */
function birthWords({ origin, createdAtMs }: Artwork, { generations }: FamilyFacts): string {
  const when = dayOf(createdAtMs);
  const known = new Map(generations.flatMap(({ relatives }) => relatives.map((one) => [one.id, one.title])));
  const titleOf = (id: ArtworkId) => known.get(id) || 'one that is not here any more';
  switch (origin.kind) {
    case 'seed':
      return `Grown ${when} from a fresh seed, by the recipe ${origin.recipe.replace('-', ' ')}.`;
    case 'bred':
      return `Bred ${when} from ${new Intl.ListFormat('en-GB').format([...new Set(origin.parents)].map(titleOf))}.`;
    case 'edited':
      return origin.from === null ? `Edited ${when}.` : `Edited ${when} from ${titleOf(origin.from)}.`;
    case 'trained':
      return `Trained ${when}.`;
    case 'imported':
      return origin.from === null ? `Imported ${when}.` : `Imported ${when} from ${origin.from}.`;
    case 'shared':
      return `Opened ${when} from a shared link.`;
  }
}
