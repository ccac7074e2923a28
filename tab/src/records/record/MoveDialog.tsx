import { Field, Select, Spinner, Textarea } from '@fluentui/react-components';
import { errorWords } from '../../api/error-text.ts';
import { dayText, fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useFolderChoices } from '../folders/use-keeping.ts';
import { ActDialog } from './ActDialog.tsx';
import { actText } from './text.ts';
import { type ActProps, useAct, useTyped } from './use-act.ts';

const OUT = 'none';

/** 簿冊の変更: into another of its section and class, or out of any. */
export function MoveDialog({ kept, onClose }: ActProps) {
  const t = useText(actText);
  const locale = useLocale();
  const choices = useFolderChoices(kept.recordId);
  const { order, send } = useAct({ kept, onClose });
  const { said, type, missing, when } = useTyped({ folderId: '', reason: '' });
  const items = choices.data?.items ?? [];
  const chosen = items.find(({ id }) => id === said.folderId);
  const handleSubmit = () =>
    when(chosen?.needsReason ? ['folderId', 'reason'] : ['folderId'], () => {
      const reason = said.reason.trim() === '' ? {} : { reason: said.reason };
      send({ act: 'moveTo', folderId: said.folderId === OUT ? null : said.folderId, ...reason });
    });
  const ends = (endsOn: string | null) =>
    endsOn === null ? t('move.no_end') : t('move.ends', { day: dayText(endsOn, locale) });
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.move'), lead: t('move.lead'), submit: t('save'), testId: 'move-dialog' }}
      onSubmit={handleSubmit}
    >
      {choices.isPending ? <Spinner size="tiny" label={t('move.loading')} /> : null}
      {choices.error ? <p role="alert">{errorWords(choices.error, locale).sentence}</p> : null}
      {choices.data && items.length === 0 ? <p>{t('move.none')}</p> : null}
      {choices.data?.truncated ? <p data-testid="cut-note">{t('move.cut', { count: items.length })}</p> : null}
      <Field label={t('move.folder')} required {...missing('folderId')}>
        <Select value={said.folderId} onChange={type('folderId')} data-testid="move-folder">
          <option value="" />
          {items.map(({ id, title, fiscalYear, endsOn }) => (
            <option key={id} value={id}>
              {`${fiscalYearText(fiscalYear, locale)} ${title} / ${ends(endsOn)}`}
            </option>
          ))}
          {kept.folder ? <option value={OUT}>{t('move.out')}</option> : null}
        </Select>
      </Field>
      <Field
        label={t('reason')}
        required={chosen?.needsReason === true}
        {...(chosen?.needsReason ? { hint: t('move.needs_reason'), ...missing('reason') } : {})}
      >
        <Textarea value={said.reason} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </ActDialog>
  );
}
