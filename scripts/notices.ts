// What others wrote and we pass on: read from the lock file and the installed packages, so that no list is kept by hand.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface LockEntry {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

export interface ShippedPackage {
  /** Where it is installed: node_modules/idb. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** SPDX, or '' where the package does not say. */
  readonly license: string;
}

// What a licence asks us to say beyond its own text.
const remarks: Readonly<Record<string, string>> = {
  mediabunny: 'Used as published, unchanged. Its source: https://github.com/Vanilagy/mediabunny',
  p5: 'Used as published, unchanged. Its source: https://github.com/processing/p5.js',
  tweakpane:
    'Modified when Palate is built: its icons and its style sheet are made without HTML from strings, as our policy demands.',
};

export const readLock = (): Lock => JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

/** Everything that `dependencies` of package.json reach, directly or not, in order of name. What only tools need is left out. */
export function listShipped({ packages }: Lock): ShippedPackage[] {
  const paths = new Set<string>();
  const visit = (from: string) => {
    for (const name of Object.keys(packages[from]?.dependencies ?? {})) {
      const path = findInstalled(packages, from, name);
      if (paths.has(path)) continue;
      paths.add(path);
      visit(path);
    }
  };
  visit('');
  return [...paths]
    .map((path) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: packages[path]!.version,
      license: packages[path]!.license ?? '',
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The nearest copy, as Node looks for it: in the package's own folder, then in those around it. */
function findInstalled(packages: Lock['packages'], from: string, name: string): string {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = join(folder, 'node_modules', name).replaceAll('\\', '/');
    if (packages[path] !== undefined) return path;
    if (folder === '')
      throw new Error(`The lock file has no entry for ${name}, which ${from || 'package.json'} needs.`);
  }
}

/** The short list, one line a package: the file NOTICES. */
export function describeShipped(shipped: readonly ShippedPackage[]): string {
  const lines = shipped.map(({ name, version, license }) =>
    remarks[name] === undefined
      ? `${name} ${version}: ${license}`
      : `${name} ${version}: ${license}\n  ${remarks[name]}`,
  );
  return `Palate is built with the work of others. Their licences in full are served beside the app, as licenses.txt.
This list is made from package-lock.json by \`npm run notices\`.

${lines.join('\n')}
`;
}

/** The whole text: each package's name, version, licence, and licence text as it was published. */
export function writeLicenses(shipped: readonly ShippedPackage[]): string {
  const parts = shipped.map(({ path, name, version, license }) => {
    const remark = remarks[name] === undefined ? '' : `\n${remarks[name]}`;
    return `${'='.repeat(80)}\n${name} ${version}\nLicence: ${license}${remark}\n\n${readLicenseText(path)}\n`;
  });
  return `Palate, and the work of others it is built with.\n\n${readFileSync('LICENSE', 'utf8')}\n${parts.join('\n')}`;
}

function readLicenseText(path: string): string {
  const names = readdirSync(path).filter((name) => /^(licen[cs]e|copying|notice|ofl)\b/i.test(name));
  if (names.length > 0)
    return names.map((name) => readFileSync(join(path, name), 'utf8').trim()).join('\n\n');
  const { author } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
    author?: string | { name: string };
  };
  const owner = typeof author === 'object' ? author.name : author;
  return `Published without the text of its licence; that of MIT stands at the top. Author: ${owner ?? 'not named'}.`;
}

/** Puts licenses.txt beside the built app, and serves it in development. */
export function notices(): Plugin {
  const write = () => writeLicenses(listShipped(readLock()));
  return {
    name: 'palate-notices',
    apply: ({ build }) => !build?.ssr,
    configureServer(server) {
      server.middlewares.use('/licenses.txt', (_request, response) => {
        response.setHeader('Content-Type', 'text/plain; charset=utf-8');
        response.end(write());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: write() });
    },
  };
}
