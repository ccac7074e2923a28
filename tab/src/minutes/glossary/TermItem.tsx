import { Badge, Button } from '@fluentui/react-components';
import type { GlossaryItem } from '@kaigi/core/contract';
import { useState } from 'react';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { focusPageHeading } from '../../app/PageHeading.tsx';
import { personText } from '../../app/words.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { TermForm } from './TermForm.tsx';
import { glossaryText } from './text.ts';
import { contentOf, type TypedTerm, typedOf } from './typed-term.ts';
import { useChangeTerm, useRemoveTerm } from './use-glossary.ts';

interface TermProps {
  readonly term: GlossaryItem;
}

interface DoingProps extends TermProps {
  readonly onClose: () => void;
}

function ChangeTerm({ term, onClose }: DoingProps) {
  const t = useText(glossaryText);
  const notify = useNotice();
  const [begun] = useState(term);
  const { mutate, isPending, error } = useChangeTerm(term.id);
  const handleSend = (typed: TypedTerm) => {
    const onSuccess = () => {
      onClose();
      notify({ text: t('form.changed', { word: typed.written.trim() }), intent: 'success' });
    };
    mutate({ version: begun.version, ...contentOf(typed) }, { onSuccess });
  };
  return (
    <TermForm
      {...{ first: typedOf(begun), may: null, sendLabel: t('form.save'), busy: isPending, error }}
      {...{ onSend: handleSend, onClose }}
    />
  );
}

function RemoveTerm({ term, onClose }: DoingProps) {
  const t = useText(glossaryText);
  const notify = useNotice();
  const { mutate, isPending, error } = useRemoveTerm();
  const handleConfirm = () => {
    const onSuccess = () => {
      onClose();
      notify({ text: t('remove.done'), intent: 'success' });
      focusPageHeading();
    };
    mutate(term.id, { onSuccess });
  };
  return (
    <ConfirmDialog
      {...{ title: t('remove.title'), body: t('remove.body', { word: term.written }) }}
      {...{ confirm: t('remove.confirm'), close: t('remove.close') }}
      {...{ busy: isPending, error, onConfirm: handleConfirm, onClose }}
    />
  );
}

function Facts({ term }: TermProps) {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  const locale = useLocale();
  const { written, reading, kind, bodyName, heard, at, by } = term;
  return (
    <>
      <span className={styles.line}>
        <span className={styles.strong}>{written}</span>
        {reading === '' ? null : <span className={styles.muted}>{reading}</span>}
        <Badge appearance="tint" color="informative">
          {t(`kind.${kind}`)}
        </Badge>
        <Badge appearance="outline" color={bodyName === null ? 'informative' : 'brand'}>
          {bodyName ?? t('scope.city')}
        </Badge>
      </span>
      {heard.length === 0 ? null : (
        <span className={styles.muted}>{t('term.heard', { words: heard.join(locale === 'ja' ? '、' : ', ') })}</span>
      )}
      <span className={styles.small}>{t('term.by', { when: whenText(at, locale), who: personText(by) })}</span>
    </>
  );
}

/** One term, and the ways to change it. */
export function TermItem({ term }: TermProps) {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  const [doing, setDoing] = useState<'change' | 'remove' | null>(null);
  const close = () => setDoing(null);
  return (
    <li className={styles.row} data-testid="term" data-term-id={term.id}>
      {doing === 'change' ? <ChangeTerm term={term} onClose={close} /> : <Facts term={term} />}
      {doing === 'remove' ? <RemoveTerm term={term} onClose={close} /> : null}
      {term.may.change && doing !== 'change' ? (
        <span className={styles.buttons}>
          {(['change', 'remove'] as const).map((one) => (
            <Button
              key={one}
              size="small"
              appearance={one === 'change' ? 'secondary' : 'subtle'}
              aria-label={t(`term.${one}.label`, { word: term.written })}
              onClick={() => setDoing(one)}
              data-testid={`term-${one}`}
            >
              {t(`term.${one}`)}
            </Button>
          ))}
        </span>
      ) : null}
    </li>
  );
}
