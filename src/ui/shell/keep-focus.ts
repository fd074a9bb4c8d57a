/** Nothing that opens a keyboard on a phone. */
const stops = 'a[href], button, summary, [role][tabindex="0"]';

/** The focus is never lost: where what had it is taken away, what stands nearest takes it. Until the returned function is called. */
export function keepFocus(): () => void {
  /** What had the focus last, and all it lay in, from the inside out. */
  let path: readonly Element[] = [];
  const isLost = () => document.activeElement === document.body && path.length > 0 && !path[0]!.isConnected;

  const remember = ({ target }: FocusEvent) => {
    const inside: Element[] = [];
    for (let one = target as Element | null; one !== null; one = one.parentElement) inside.push(one);
    path = inside;
  };
  const mend = () => {
    if (!isLost()) return;
    // Whoever takes something away may know better where the focus belongs: they come first.
    requestAnimationFrame(() => requestAnimationFrame(() => isLost() && findNearest(path)?.focus()));
  };

  document.addEventListener('focusin', remember);
  const observer = new MutationObserver(mend);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}

function findNearest(path: readonly Element[]): HTMLElement | null {
  const main = document.getElementById('main');
  for (const around of path) {
    if (!around.isConnected) continue;
    if (around.contains(main)) break;
    for (const stop of around.querySelectorAll<HTMLElement>(stops))
      if (stop.closest('[inert]') === null && stop.checkVisibility({ visibilityProperty: true })) return stop;
  }
  return main;
}
