import { Badge, Button, Link } from '@fluentui/react-components';
import type { ExplanationView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { hashOf } from '../../app/routes.ts';
import { personText } from '../../app/words.ts';
import { whenText } from '../slots/Proposals.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { ExplainDialog } from './ExplainDialog.tsx';
import { usePanelStyles } from './Panel.styles.ts';
import { SureDialog } from './SureDialog.tsx';
import { panelText } from './text.ts';
import { useExplanationOrder } from './use-panel.ts';

interface Props {
  readonly one: ExplanationView;
}

interface CancelProps extends Props {
  readonly onClose: () => void;
}

function CancelDialog({ one, onClose }: CancelProps) {
  const t = useText(panelText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending, error } = useExplanationOrder();
  const { person, asker } = one;
  const handleSure = () =>
    mutate(
      { to: 'cancel', id: one.explanationId },
      {
        onSuccess: () => {
          notify({ text: t('explain.done.cancel'), intent: 'success' });
          onClose();
        },
      },
    );
  const body = t('explain.cancel.body', { when: whenText(one, locale), person: person.name, asker: asker.name });
  return (
    <SureDialog
      title={t('explain.cancel.title')}
      sure={t('explain.cancel')}
      {...{ body, isPending, error, onClose }}
      onSure={handleSure}
    />
  );
}

function ConfirmButton({ one }: Props) {
  const t = useText(panelText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useExplanationOrder();
  const { explanationId: id, version } = one;
  const handleConfirm = () =>
    mutate(
      { to: 'confirm', confirmed: { id, version } },
      {
        onSuccess: () => notify({ text: t('explain.done.confirm'), intent: 'success' }),
        onError: (error) => notify({ text: errorWords(error, locale).sentence, intent: 'error' }),
      },
    );
  return (
    <Button
      size="small"
      appearance="primary"
      disabledFocusable={isPending}
      onClick={handleConfirm}
      aria-label={t('explain.confirm.of', { when: whenText(one, locale), asker: one.asker.name })}
      data-testid="explanation-confirm"
    >
      {t('explain.confirm')}
    </Button>
  );
}

function Buttons({ one, onDo }: Props & { readonly onDo: (what: 'move' | 'cancel') => void }) {
  const styles = usePanelStyles();
  const t = useText(panelText);
  const named = { person: one.person.name, asker: one.asker.name };
  if (!one.mayChange) return null;
  return (
    <span className={styles.buttons}>
      {one.mayConfirm ? <ConfirmButton one={one} /> : null}
      <Button
        size="small"
        onClick={() => onDo('move')}
        aria-label={t('explain.move.of', named)}
        data-testid="explanation-move"
      >
        {t('explain.move')}
      </Button>
      <Button
        size="small"
        onClick={() => onDo('cancel')}
        aria-label={t('explain.cancel.of', named)}
        data-testid="explanation-cancel"
      >
        {t('explain.cancel')}
      </Button>
    </span>
  );
}

interface RowProps extends Props {
  /** At the case it is said with whom it is; in somebody's windows who asks, and what stands in the calendar; among one's own both. */
  readonly at: 'case' | 'windows' | 'asked';
}

function What({ one, at }: RowProps) {
  const t = useText(panelText);
  const locale = useLocale();
  const { person, asker, caseId } = one;
  const [when, subject] = [whenText(one, locale), one.subject ?? ''];
  if (at === 'case') return t('explain.one', { when, person: person.name, asker: asker.name });
  if (at === 'windows') return t('explain.asked', { when, asker: personText(asker), subject });
  return (
    <>
      {t('explain.mine', { when, person: personText(person) })}
      <Link href={hashOf({ page: 'case', id: caseId })} inline>
        {subject}
      </Link>
    </>
  );
}

/** One 説明の予約, with what the reader may do with it. */
export function ExplanationRow({ one, at }: RowProps) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const own = usePanelStyles();
  const [doing, setDoing] = useState<'move' | 'cancel' | null>(null);
  const { person, tentative, caseId } = one;
  const close = () => setDoing(null);
  return (
    <li className={styles.line} data-testid="explanation">
      <span>
        {tentative ? (
          <Badge appearance="outline" color="informative" className={own.badge}>
            {t('explain.tentative')}
          </Badge>
        ) : null}
        <What one={one} at={at} />
      </span>
      <Buttons one={one} onDo={setDoing} />
      {doing === 'move' ? <ExplainDialog caseId={caseId} people={[person]} moved={one} onClose={close} /> : null}
      {doing === 'cancel' ? <CancelDialog one={one} onClose={close} /> : null}
    </li>
  );
}
