import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { errorWords } from '../../api/error-text.ts';
import { isRefusal } from '../../api/problem.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { linesText } from '../lines/text.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';

export interface SaveStateProps {
  readonly saver: {
    readonly waiting: number;
    readonly failed: unknown;
    readonly again: () => void;
    readonly giveUp: () => void;
  };
}

/** Whether everything is with the service; one need never press anything for it. */
export function SaveState({ saver, typing = false }: SaveStateProps & { readonly typing?: boolean }) {
  const styles = useMinutesStyles();
  const t = useText(linesText);
  const { failed } = saver;
  const waiting = saver.waiting + (typing ? 1 : 0);
  const state = waiting === 0 ? 'all' : failed ? 'waits' : 'busy';
  return (
    <span className={styles.small} role="status" data-testid="save-state" data-state={state}>
      {t(`saved.${state}`, { count: waiting })}
    </span>
  );
}

/** What the service will not take, as it says itself; the person decides. */
export function SaveRefused({ saver }: SaveStateProps) {
  const t = useText(linesText);
  const locale = useLocale();
  if (saver.waiting === 0 || !isRefusal(saver.failed)) return null;
  return (
    <MessageBar intent="error" layout="multiline" data-testid="save-refused">
      <MessageBarBody>
        <MessageBarTitle>{t('saved.refused')}</MessageBarTitle>
        {errorWords(saver.failed, locale).sentence}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={saver.again}>{t('saved.again')}</Button>
        <Button onClick={saver.giveUp} data-testid="save-give-up">
          {t('saved.give_up')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
