import { Field, Select, Spinner, Textarea } from '@fluentui/react-components';
import type { FolderChoices } from '@kaigi/core/contract';
import { useEffect, useRef } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { dayText, fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useFolderChoices } from '../folders/use-keeping.ts';
import { ActDialog } from './ActDialog.tsx';
import { actText } from './text.ts';
import { type ActProps, useAct, useTyped } from './use-act.ts';

const OUT = 'none';

interface FieldsProps {
  readonly items: FolderChoices['items'];
  readonly mayLeave: boolean;
  readonly form: ReturnType<typeof useTyped<{ readonly folderId: string; readonly reason: string }>>;
  readonly needsReason: boolean;
}

function Fields({ items, mayLeave, form: { said, type, missing }, needsReason }: FieldsProps) {
  const t = useText(actText);
  const locale = useLocale();
  const ends = (endsOn: string | null) =>
    endsOn === null ? t('move.no_end') : t('move.ends', { day: dayText(endsOn, locale) });
  return (
    <>
      <Field label={t('move.folder')} required {...missing('folderId')}>
        <Select value={said.folderId} onChange={type('folderId')} data-testid="move-folder">
          <option value="" />
          {items.map(({ id, title, fiscalYear, endsOn }) => (
            <option key={id} value={id}>
              {`${fiscalYearText(fiscalYear, locale)} ${title} / ${ends(endsOn)}`}
            </option>
          ))}
          {mayLeave ? <option value={OUT}>{t('move.out')}</option> : null}
        </Select>
      </Field>
      <Field
        label={t('reason')}
        required={needsReason}
        {...(needsReason ? { hint: t('move.needs_reason'), ...missing('reason') } : {})}
      >
        <Textarea value={said.reason} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </>
  );
}

/** Where it takes the place of the fields, it takes the focus too. */
function NoOther({ isAll }: { readonly isAll: boolean }) {
  const t = useText(actText);
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isAll) place.current?.focus();
  }, [isAll]);
  return (
    <p ref={place} tabIndex={-1} data-testid="move-none">
      {t('move.none')}
    </p>
  );
}

/** 簿冊の変更: into another of its section and class, or out of any. Where neither can be, there is nothing to fill in. */
export function MoveDialog({ kept, onClose }: ActProps) {
  const t = useText(actText);
  const locale = useLocale();
  const { data, error, isPending } = useFolderChoices(kept.recordId);
  const { order, send } = useAct({ kept, onClose });
  const form = useTyped({ folderId: '', reason: '' });
  const { said } = form;
  const items = data?.items ?? [];
  const mayLeave = kept.folder !== null;
  const canMove = isPending || (data !== undefined && (items.length > 0 || mayLeave));
  const needsReason = items.find(({ id }) => id === said.folderId)?.needsReason === true;
  const handleSubmit = () =>
    form.when(needsReason ? ['folderId', 'reason'] : ['folderId'], () => {
      const reason = said.reason.trim() === '' ? {} : { reason: said.reason };
      send({ act: 'moveTo', folderId: said.folderId === OUT ? null : said.folderId, ...reason });
    });
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.move'), lead: t('move.lead'), testId: 'move-dialog' }}
      submit={canMove ? t('save') : null}
      onSubmit={handleSubmit}
    >
      {isPending ? <Spinner size="tiny" label={t('move.loading')} /> : null}
      {error ? <p role="alert">{errorWords(error, locale).sentence}</p> : null}
      {data && items.length === 0 ? <NoOther isAll={!mayLeave} /> : null}
      {data?.truncated ? <p data-testid="cut-note">{t('move.cut', { count: items.length })}</p> : null}
      {canMove ? <Fields {...{ items, mayLeave, form, needsReason }} /> : null}
    </ActDialog>
  );
}
