import { useUi } from '../context.ts';

/** First in the tab order: to the wall, or whatever the place shows. */
export function SkipLink() {
  const { studio } = useUi();
  const isExploring = studio.place.value.kind === 'explore';
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a part of the page
    <a
      class="skip"
      href="#main"
      onClick={(event) => {
        // The fragment names places: it must not change.
        event.preventDefault();
        const target =
          document.querySelector<HTMLElement>('main [tabindex="0"]') ?? document.getElementById('main');
        target?.focus();
      }}
    >
      {isExploring ? 'Skip to the wall' : 'Skip to the pictures'}
    </a>
  );
}
