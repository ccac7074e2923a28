import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useText } from '../../app/locale.ts';
import { useLinesStyles } from '../lines/Lines.styles.ts';
import { linesText } from '../lines/text.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';

export interface ConflictCardProps {
  readonly mine: string;
  /** Null where it is gone: then mine can only be read and copied. */
  readonly now: string | null;
  readonly onMine: () => void;
  readonly onNow: () => void;
}

/** Both texts side by side, and a person chooses. */
export function ConflictCard({ mine, now, onMine, onNow }: ConflictCardProps) {
  const styles = useLinesStyles();
  const shared = useMinutesStyles();
  const t = useText(linesText);
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="conflict">
      <MessageBarBody>
        <MessageBarTitle>{t('conflict.title')}</MessageBarTitle>
        <div className={styles.sides}>
          <div>
            <p className={shared.small}>{t('conflict.mine')}</p>
            <p className={styles.side} data-testid="conflict-mine">
              {mine}
            </p>
          </div>
          <div>
            <p className={shared.small}>{t('conflict.now')}</p>
            <p className={styles.side} data-testid="conflict-now">
              {now ?? t('conflict.gone')}
            </p>
          </div>
        </div>
      </MessageBarBody>
      <MessageBarActions>
        {now === null ? null : (
          <Button onClick={onMine} data-testid="conflict-take-mine">
            {t('conflict.take_mine')}
          </Button>
        )}
        <Button onClick={onNow} data-testid="conflict-take-now">
          {t('conflict.take_now')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
