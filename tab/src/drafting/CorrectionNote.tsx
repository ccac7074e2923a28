import { MessageBar, MessageBarBody, MessageBarTitle, mergeClasses } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { listText, personText } from '../app/words.ts';
import { useDraftingStyles } from './Drafting.styles.ts';
import type { DraftField } from './draft-form.ts';
import { markOutlook } from './marks.ts';
import { draftingText } from './text.ts';

export interface CorrectionNoteProps {
  readonly view: CaseView;
  readonly changed: readonly DraftField[];
}

const PARTS = ['kept', 'voided', 'again'] as const;

/** Why it came back, and whose marks stay or fall when it is submitted again. */
export function CorrectionNote({ view, changed }: CorrectionNoteProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const locale = useLocale();
  const { sentBack, returns } = view;
  if (!sentBack) return null;
  const outlook = markOutlook(view.route, changed);
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="correction-note">
      <MessageBarBody>
        <MessageBarTitle>{t('correct.title')}</MessageBarTitle>
        <span className={mergeClasses(styles.small, styles.block)}>
          {personText(sentBack.by)} {whenText(sentBack.at, locale)}
          {returns > 1 ? ` ${t('correct.returns', { count: returns })}` : null}
        </span>
        <p style={{ whiteSpace: 'pre-wrap' }}>{sentBack.reason}</p>
        {PARTS.map((part) =>
          outlook[part].length > 0 ? (
            <p key={part} className={part === 'voided' ? styles.red : styles.small} data-testid={`marks-${part}`}>
              {t(`correct.${part}`, { names: listText(outlook[part], locale) })}
            </p>
          ) : null,
        )}
        <p className={styles.small}>{t('correct.rule')}</p>
      </MessageBarBody>
    </MessageBar>
  );
}
