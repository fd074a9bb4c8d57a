import { useSignal } from '@preact/signals';
import type { ExportPart, ExportState } from '#studio/export-state.ts';
import { useUi } from '../context.ts';
import { Segments } from '../parts/segments.tsx';
import { CodeExport } from './code-export.tsx';
import { LinkExport } from './link-export.tsx';
import { PictureExport } from './picture-export.tsx';
import { Sheet } from './sheet.tsx';
import { VideoExport } from './video-export.tsx';

const parts: readonly { readonly value: ExportPart; readonly words: string }[] = [
  { value: 'picture', words: 'Picture' },
  { value: 'print', words: 'Print' },
  { value: 'video', words: 'Video' },
  { value: 'link', words: 'Link' },
  { value: 'code', words: 'Code' },
];

/** All that can leave of an artwork. While something is being painted, there is only that. */
export function ExportSheet({ state }: { state: ExportState }) {
  const { studio } = useUi();
  const part = useSignal(state.part);
  const isPainting = state.work.kind === 'painting';
  return (
    <Sheet
      label="Export"
      class="export-sheet"
      onClose={() => (isPainting ? studio.actions.cancelExport() : studio.actions.closeExport())}
    >
      <h2>
        Export{' '}
        <span class="title">
          <bdi>{state.artwork.title}</bdi>
        </span>
      </h2>
      <fieldset class="export-parts" disabled={isPainting}>
        <Segments
          label="As what"
          options={parts}
          value={part.value}
          onChange={(next) => {
            part.value = next;
            studio.actions.cancelExport();
          }}
        />
      </fieldset>
      <Part key={part.value} part={part.value} state={state} />
    </Sheet>
  );
}

function Part({ part, state }: { part: ExportPart; state: ExportState }) {
  switch (part) {
    case 'picture':
    case 'print':
      return <PictureExport isPrint={part === 'print'} state={state} />;
    case 'video':
      return <VideoExport state={state} />;
    case 'link':
      return <LinkExport state={state} />;
    case 'code':
      return <CodeExport state={state} />;
    default:
      return part satisfies never;
  }
}
