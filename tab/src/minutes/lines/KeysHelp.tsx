import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useText } from '../../app/locale.ts';
import { useFocusBack } from '../../app/use-focus-back.ts';
import { recordingsText } from '../recordings/text.ts';
import { useLinesStyles } from './Lines.styles.ts';
import { linesText } from './text.ts';

const KEYS = [
  ['Enter', 'keys.split'],
  ['Shift+Enter', 'keys.line'],
  ['Backspace', 'keys.join'],
  ['↑ ↓ / Alt+↑ Alt+↓', 'keys.move'],
  ['Ctrl+Enter', 'keys.speaker'],
  ['Alt+N', 'keys.uncertain'],
  ['Ctrl+Z', 'undo'],
  ['Ctrl+Y', 'redo'],
  ['Ctrl+/', 'keys.help'],
] as const;

const PLAY_KEYS = [
  ['Alt+Enter', 'keys.here'],
  ['Alt+P', 'keys.toggle'],
  ['Alt+B', 'keys.back'],
  ['Alt+, Alt+.', 'keys.speed'],
] as const;

function PlayKeys() {
  const t = useText(recordingsText);
  return PLAY_KEYS.map(([keys, what]) => (
    <div key={keys} style={{ display: 'contents' }}>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd style={{ margin: 0 }}>{t(what)}</dd>
    </div>
  ));
}

/** The keys of the editor. */
export function KeysHelp({ plays, onClose }: { readonly plays: boolean; readonly onClose: () => void }) {
  useFocusBack();
  const styles = useLinesStyles();
  const t = useText(linesText);
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface data-testid="keys-help">
        <DialogBody>
          <DialogTitle>{t('keys.title')}</DialogTitle>
          <DialogContent>
            <dl className={styles.keys}>
              {KEYS.map(([keys, what]) => (
                <div key={keys} style={{ display: 'contents' }}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd style={{ margin: 0 }}>{t(what)}</dd>
                </div>
              ))}
              {plays ? <PlayKeys /> : null}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('keys.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
