import { useId } from 'preact/hooks';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { Segments } from '../parts/segments.tsx';
import { Switch } from '../parts/switch.tsx';
import { controls, guessPreview, letters, motion, theme } from '../settings.ts';
import { chooseTheme } from '../theme.ts';
import './settings-sheet.css';
import { Sheet } from './sheet.tsx';

const themeOptions = [
  { value: 'system', words: 'System' },
  { value: 'dark', words: 'Dark' },
  { value: 'light', words: 'Light' },
] as const;

const guessOptions = [
  { value: 'at-rest', words: 'At rest' },
  { value: 'after-rating', words: 'After rating' },
  { value: 'never', words: 'Never' },
] as const;

/** What can be chosen about this browser: twelve rows at most. */
export function SettingsSheet() {
  const { studio } = useUi();
  const plainId = useId();
  return (
    <Sheet label="Settings" class="settings-sheet" onClose={studio.actions.closeSheet}>
      <h2>Settings</h2>
      <div class="setting">
        <span aria-hidden="true">Theme</span>
        <Segments label="Theme" options={themeOptions} value={theme.chosen.value} onChange={chooseTheme} />
      </div>
      <div class="setting">
        <span aria-hidden="true">My guess on a picture</span>
        <Segments
          label="My guess on a picture"
          options={guessOptions}
          value={guessPreview.chosen.value}
          onChange={guessPreview.choose}
        />
      </div>
      <p class="hint">
        At rest: when the pointer stays on a picture for a moment. A guess seen before the rating does not
        count for my score.
      </p>
      <Switch
        label="Pictures may move"
        isOn={motion.chosen.value === 'moving'}
        onChange={(isOn) => motion.choose(isOn ? 'moving' : 'still')}
      />
      <Switch
        label="Plain controls"
        describedBy={plainId}
        isOn={controls.chosen.value === 'plain'}
        onChange={(isOn) => controls.choose(isOn ? 'plain' : 'pane')}
      />
      <p class="hint" id={plainId}>
        Fine-tuning by simple sliders and fields, easier for keys and screen readers than the pane.
      </p>
      <Switch
        label="Single letters are keys"
        isOn={letters.chosen.value === 'on'}
        onChange={(isOn) => letters.choose(isOn ? 'on' : 'off')}
      />
      <div class="row-of-buttons">
        <Button onPress={() => studio.actions.openSheet('keys')}>Change the keys</Button>
        <Button onPress={() => studio.actions.openSheet('machine')}>About this machine</Button>
      </div>
      <p class="hint">Kept in this browser. Nothing leaves your device.</p>
      <div class="row-of-buttons">
        <Button onPress={studio.actions.closeSheet}>Close</Button>
      </div>
    </Sheet>
  );
}
