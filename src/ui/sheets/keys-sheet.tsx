import { type Command, commands } from '#studio/commands.ts';
import { areLettersOn, isKeysSheetOpen, setLettersOn } from '../shell/keys.ts';
import './keys-sheet.css';
import { Sheet } from './sheet.tsx';

/** The keys of the views themselves, which are in no table. */
const viewKeys: readonly Row[] = [
  { words: 'Move along the wall or gallery', key: 'Arrows' },
  { words: 'Pan the canvas, with Shift further', key: 'Arrows' },
  { words: 'Zoom, whole picture', key: '+ − Backspace' },
  { words: 'Turn', key: ', .' },
  { words: 'These keys', key: '?' },
];

interface Row {
  readonly words: string;
  readonly key: string;
}

/** Every key there is, from the table of commands. */
export function KeysSheet() {
  const groups = new Map<string, Row[]>();
  for (const command of commands)
    if (command.isAlias !== true)
      groups.set(command.group, [...(groups.get(command.group) ?? []), rowOf(command)]);
  groups.set('Moving', [...viewKeys]);
  const close = () => {
    isKeysSheetOpen.value = false;
  };
  return (
    <Sheet label="Keys" class="keys-sheet" onClose={close}>
      <h2>Keys</h2>
      <div class="key-groups">
        {[...groups].map(([group, rows]) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl>
              {rows.map(({ words, key }) => (
                <div key={words}>
                  <dt>{words}</dt>
                  <dd>
                    {key.split(' ').map((cap) => (
                      <kbd key={cap}>{cap}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label class="switch">
        <span>Single letters, digits and signs are keys</span>
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox has its state by itself
          role="switch"
          checked={areLettersOn.value}
          onChange={(event) => setLettersOn(event.currentTarget.checked)}
        />
      </label>
    </Sheet>
  );
}

const names: Readonly<Record<string, string>> = { Escape: 'Esc', Shift: 'Shift' };

function rowOf({ words, key }: Command): Row {
  const caps = key.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return { words, key: caps.join(' ') };
}
