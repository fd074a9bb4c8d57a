import { useSignal } from '@preact/signals';
import { type Command, commands, isTyped } from '#studio/commands.ts';
import { type Claim, claimKey, swapKeys, withoutKey } from '#studio/keymap.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { Switch } from '../parts/switch.tsx';
import { letters } from '../settings.ts';
import { capsOf, nameKey } from '../shell/key-name.ts';
import { keyFor, keymap, setKeymap } from '../shell/keys.ts';
import './keys-sheet.css';
import { Sheet } from './sheet.tsx';

/** The keys of the views themselves, which are in no table. */
const viewKeys: readonly (readonly [words: string, caps: readonly string[]])[] = [
  ['Move along the wall or gallery', ['Arrows']],
  ['Pan the canvas, with Shift further', ['Arrows']],
  ['Zoom, whole picture; in the gallery, larger and smaller', ['+', '−', 'Backspace']],
  ['Turn', [',', '.']],
];

const resting = 'Press a key cap to choose another.';

interface Asking {
  readonly command: Command;
  readonly claim: Claim | null;
}

/** Every key there is, from the table of commands; those that are typed can be changed. */
export function KeysSheet() {
  const { studio } = useUi();
  /** The row a key is being chosen for, and what came of the last one pressed. */
  const asking = useSignal<Asking | null>(null);
  const groups = new Map<string, Command[]>();
  for (const command of commands)
    if (command.isAlias !== true) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);

  const hear = (event: KeyboardEvent) => {
    const { value } = asking;
    if (value === null || event.key === 'Tab' || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key))
      return;
    event.preventDefault();
    event.stopPropagation();
    const { command } = value;
    if (event.key === 'Escape') asking.value = null;
    else if (event.key === 'Backspace' || event.key === 'Delete') {
      setKeymap(withoutKey(keymap.value, command.id));
      asking.value = null;
    } else {
      const claim = claimKey(keymap.value, command.id, nameKey(event));
      if (claim.kind === 'done') setKeymap(claim.keymap);
      asking.value = claim.kind === 'done' ? null : { command, claim };
    }
  };

  return (
    <Sheet label="Keys" class="keys-sheet" onClose={studio.actions.closeSheet}>
      <h2>Keys</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears what is typed on the caps inside */}
      <div class="key-groups" onKeyDown={hear}>
        {[...groups].map(([group, rows]) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl>
              {rows.map((command) => (
                <KeyRow
                  key={command.id}
                  command={command}
                  isAsking={asking.value?.command === command}
                  onAsk={() => {
                    asking.value = asking.value?.command === command ? null : { command, claim: null };
                  }}
                  onLeave={() => {
                    const { value } = asking;
                    if (value?.command === command && value.claim?.kind !== 'taken') asking.value = null;
                  }}
                />
              ))}
            </dl>
          </section>
        ))}
        <section aria-label="Moving">
          <h3>Moving</h3>
          <dl>
            {viewKeys.map(([words, caps]) => (
              <div key={words}>
                <dt>{words}</dt>
                <dd>
                  <Caps caps={caps} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <div class="keys-foot">
        <Verdict
          asking={asking.value}
          onSettled={() => {
            asking.value = null;
          }}
        />
        <Button
          whyNot={Object.keys(keymap.value).length === 0 ? 'These are the keys it came with.' : null}
          onPress={() => setKeymap({})}
        >
          As they were
        </Button>
        <Button onPress={studio.actions.closeSheet}>Close</Button>
      </div>
      <Switch
        label="Single letters, digits and signs are keys"
        isOn={letters.chosen.value === 'on'}
        onChange={(isOn) => letters.choose(isOn ? 'on' : 'off')}
      />
    </Sheet>
  );
}

interface KeyRowProps {
  readonly command: Command;
  readonly isAsking: boolean;
  readonly onAsk: () => void;
  readonly onLeave: () => void;
}

function KeyRow({ command, isAsking, onAsk, onLeave }: KeyRowProps) {
  const key = keymap.value[command.id] ?? command.key;
  const isOff = key !== '' && keyFor(command) === '';
  const caps = isAsking ? ['…'] : key === '' ? ['none'] : capsOf(key);
  return (
    <div class={isOff ? 'off' : undefined}>
      <dt>{command.words}</dt>
      <dd>
        {command.key === '' || isTyped(command.key) ? (
          <button
            type="button"
            class="key-choice"
            aria-label={`${command.words}: ${isAsking ? 'press a key' : caps.join(' ')}. Choose another`}
            onClick={(event) => {
              event.currentTarget.focus(); // not every browser does so
              onAsk();
            }}
            onBlur={onLeave}
          >
            <Caps caps={caps} />
          </button>
        ) : (
          <Caps caps={caps} />
        )}
      </dd>
    </div>
  );
}

const Caps = ({ caps }: { caps: readonly string[] }) => (
  <>{caps.map((cap, index) => [index > 0 && ' ', <kbd key={cap}>{cap}</kbd>])}</>
);

/** What is asked for, or what stands against the key that was pressed. */
function Verdict({ asking, onSettled }: { asking: Asking | null; onSettled: () => void }) {
  const claim = asking?.claim ?? null;
  const words =
    asking === null
      ? resting
      : claim === null
        ? `Press a key for ${asking.command.words}. Backspace leaves it without one, Esc as it is.`
        : claim.kind === 'refused'
          ? `${claim.sentence} Press another.`
          : claim.kind === 'taken'
            ? `That key is ${claim.by.words}.`
            : '';
  return (
    <>
      <p class="hint" role="status">
        {words}
      </p>
      {asking !== null && claim?.kind === 'taken' && (
        <>
          <Button
            onPress={() => {
              setKeymap(swapKeys(keymap.value, asking.command.id, claim.by.id));
              onSettled();
            }}
          >
            Swap them
          </Button>
          <Button kind="quiet" onPress={onSettled}>
            Leave it
          </Button>
        </>
      )}
    </>
  );
}
