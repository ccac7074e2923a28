import { Button } from '@fluentui/react-components';
import { CheckmarkRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import type { LineView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { useLineHost } from './desk-context.ts';
import { useLinesStyles } from './Lines.styles.ts';
import { linesText } from './text.ts';

/** A line whose speaker is not certain, and why; whoever has looked at it says so. */
export function Uncertain({ line, why }: { readonly line: LineView; readonly why: string }) {
  const styles = useLinesStyles();
  const t = useText(linesText);
  const { mayEdit, settle } = useLineHost();
  return (
    <div className={styles.uncertain} data-testid="line-uncertain">
      <span>
        <QuestionCircleRegular className={styles.mark} aria-hidden /> {t('line.uncertain', { why })}
      </span>
      {mayEdit && line.attendeeId !== null ? (
        <Button
          {...{ size: 'small', appearance: 'transparent', icon: <CheckmarkRegular /> }}
          onClick={() => settle(line.id)}
          data-testid="line-sure"
        >
          {t('uncertain.sure')}
        </Button>
      ) : null}
    </div>
  );
}
