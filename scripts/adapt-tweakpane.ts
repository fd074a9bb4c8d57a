// Tweakpane makes its icons by innerHTML and its sheet by <style>; the policy refuses both. This rewrites the two places when
// the app is built: icons by createElementNS, the sheet adopted. Its licence (MIT) allows it; the notices say so.
import type { Plugin } from 'vite';

const icons = {
  from: '    elem.innerHTML = ICON_ID_TO_INNER_HTML_MAP[iconId];\n',
  to: `    for (const [, name, attributes] of ICON_ID_TO_INNER_HTML_MAP[iconId].matchAll(/<(\\w+) ([^>]*)\\/>/g)) {
        const shape = document.createElementNS(SVG_NS, name);
        for (const [, key, value] of attributes.matchAll(/(\\w+)="([^"]*)"/g)) shape.setAttribute(key, value);
        elem.appendChild(shape);
    }
`,
};

const sheet = {
  from: `    if (doc.querySelector(\`style[data-tp-style=\${id}]\`)) {
        return;
    }
    const styleElem = doc.createElement('style');
    styleElem.dataset.tpStyle = id;
    styleElem.textContent = css;
    doc.head.appendChild(styleElem);
`,
  to: `    const adopted = (embedStyle.adopted ??= new Set());
    if (adopted.has(id)) {
        return;
    }
    adopted.add(id);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet];
`,
};

/** Throws when a text to rewrite is not there exactly once: another version needs another look. */
export function adaptTweakpane(code: string): string {
  return [icons, sheet].reduce((text, { from, to }) => {
    const parts = text.split(from);
    if (parts.length !== 2)
      throw new Error(
        `Tweakpane is not as scripts/adapt-tweakpane.ts knows it: expected once, found ${parts.length - 1} times:\n${from}`,
      );
    return parts.join(to);
  }, code);
}

/** `optimizeDeps.exclude` must name tweakpane: the dev server's bundling ahead knows no plugins. */
export function tweakpane(): Plugin {
  return {
    name: 'palate-tweakpane',
    config: () => ({ optimizeDeps: { exclude: ['tweakpane'] } }),
    transform(code, id) {
      return /\/tweakpane\/dist\/[^/]*\.js(\?|$)/.test(id) ? { code: adaptTweakpane(code), map: null } : null;
    },
  };
}
