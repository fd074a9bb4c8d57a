import { useLayoutEffect, useRef } from 'preact/hooks';
import type { GalleryList } from '#studio/place.ts';
import { useGallery } from './gallery-context.ts';

/** Results replace the rows while one types. An empty search is one just asked for: the field takes the focus. */
export function SearchField({ list }: { list: GalleryList | undefined }) {
  const gallery = useGallery();
  const field = useRef<HTMLInputElement>(null);
  const text = list?.kind === 'search' ? list.text : '';
  const isAsked = list?.kind === 'search' && list.text === '';
  useLayoutEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  // What is typed is the field's own; the address changes it from outside only.
  useLayoutEffect(() => {
    const input = field.current!;
    if (input.value.trim() !== text.trim()) input.value = text;
  }, [text]);
  return (
    <search class="search">
      <input
        ref={field}
        type="search"
        class="text-field"
        aria-label="Search the gallery"
        placeholder="Search"
        title="Words, or rating:5, from:TITLE, finish:lines, palette:fig"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        onInput={(event) => gallery.search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            gallery.search('');
            field.current!.value = '';
            requestAnimationFrame(() =>
              (firstStop() ?? document.getElementById('main'))?.focus({ preventScroll: true }),
            );
          }
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            firstStop()?.focus();
          }
        }}
      />
    </search>
  );
}

const firstStop = () => document.querySelector<HTMLElement>('#rows [tabindex="0"]');
