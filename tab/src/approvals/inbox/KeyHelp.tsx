import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Switch,
  tokens,
} from '@fluentui/react-components';
import { KeyboardRegular } from '@fluentui/react-icons';
import { useText } from '../../app/locale.ts';
import { inboxText } from './text.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', '& th': { textAlign: 'start', fontWeight: tokens.fontWeightRegular } },
  key: { paddingInlineEnd: tokens.spacingHorizontalL, paddingBlock: tokens.spacingVerticalXXS },
  cap: {
    fontFamily: tokens.fontFamilyMonospace,
    paddingInline: tokens.spacingHorizontalXS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
  },
});

const KEYS = [
  ['j k ↓ ↑', 'inbox.keys.move'],
  ['Enter', 'inbox.keys.open'],
  ['a', 'inbox.keys.approve'],
  ['r', 'inbox.keys.return'],
  ['q', 'inbox.keys.question'],
  ['n', 'inbox.keys.next'],
  ['x', 'inbox.keys.select'],
] as const;

export interface KeyHelpProps {
  readonly letters: boolean;
  readonly onLetters: (on: boolean) => void;
}

export function KeyHelp({ letters, onLetters }: KeyHelpProps) {
  const styles = useStyles();
  const t = useText(inboxText);
  return (
    <Popover positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<KeyboardRegular />} data-testid="key-help">
          {t('inbox.keys')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={t('inbox.keys')}>
        <table className={styles.table}>
          <tbody>
            {KEYS.map(([keys, meaning]) => (
              <tr key={keys}>
                <th scope="row" className={styles.key}>
                  {keys.split(' ').map((key) => (
                    <span key={key}>
                      <kbd className={styles.cap}>{key}</kbd>{' '}
                    </span>
                  ))}
                </th>
                <td>{t(meaning)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Switch
          checked={letters}
          label={t('inbox.keys.on')}
          onChange={(_, { checked }) => onLetters(checked)}
          data-testid="key-letters"
        />
      </PopoverSurface>
    </Popover>
  );
}
