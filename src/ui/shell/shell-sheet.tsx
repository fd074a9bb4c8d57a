import type { SheetName } from '#studio/studio.ts';
import { CompareSheet } from '../compare/compare-sheet.tsx';
import { CommandPalette } from '../find/command-palette.tsx';
import { CollectSheet } from '../gallery/collect-sheet.tsx';
import { KeysSheet } from '../sheets/keys-sheet.tsx';
import { MachineSheet } from '../sheets/machine-sheet.tsx';
import { MenuSheet } from '../sheets/menu-sheet.tsx';
import { SettingsSheet } from '../sheets/settings-sheet.tsx';
import { SpaceSheet } from '../sheets/space-sheet.tsx';

const sheets = {
  find: CommandPalette,
  keys: KeysSheet,
  settings: SettingsSheet,
  menu: MenuSheet,
  collect: CollectSheet,
  space: SpaceSheet,
  machine: MachineSheet,
  compare: CompareSheet,
} as const;

/** One of the shell's own sheets, all in one late part. */
export function ShellSheet({ name }: { name: SheetName }) {
  const Named = sheets[name];
  return <Named />;
}
