import { Badge, Button, Checkbox, Link } from '@fluentui/react-components';
import { FolderRegular } from '@fluentui/react-icons';
import type { HandoverView } from '@kaigi/core/contract';
import { useState } from 'react';
import { fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { CutNote } from '../CutNote.tsx';
import { ActDialog } from '../record/ActDialog.tsx';
import { useKeepingStyles } from './Keeping.styles.ts';
import { handoverText } from './text-handover.ts';
import { useHandovers, useKeepingOrder } from './use-keeping.ts';

type Item = HandoverView['items'][number];

interface EntryProps {
  readonly item: Item;
  /** Null where the reader takes nothing over. */
  readonly onChosen: ((isChosen: boolean) => void) | null;
  readonly isChosen: boolean;
}

function Entry({ item: { folder, lacks }, onChosen, isChosen }: EntryProps) {
  const styles = useKeepingStyles();
  const t = useText(handoverText);
  const href = hashOf({ page: 'records', part: 'folders', id: folder.id, wish: {} });
  return (
    <li className={styles.entry} data-testid="handover-item">
      {onChosen && lacks.length === 0 ? (
        <Checkbox
          checked={isChosen}
          onChange={(_, { checked }) => onChosen(checked === true)}
          aria-label={folder.title}
          data-testid="handover-choose"
        />
      ) : null}
      <Link className={styles.name} href={href}>
        {folder.title}
      </Link>
      <span className={styles.quiet}>{folder.unitName}</span>
      {lacks.length === 0 ? <Badge color="success">{t('handover.ready')}</Badge> : null}
      {lacks.map(({ code, said }) => (
        <Badge key={code} appearance="tint" color="warning">
          {said}
        </Badge>
      ))}
    </li>
  );
}

/** Those that are taken over, by name, before they are. */
function TakeOver({ chosen, onDone }: { readonly chosen: readonly Item[]; readonly onDone: () => void }) {
  const t = useText(handoverText);
  const notify = useNotice();
  const order = useKeepingOrder();
  const [open, setOpen] = useState(false);
  const label = t('handover.take', { count: chosen.length });
  const handleSubmit = () => {
    const folders = chosen.map(({ folder: { id, version } }) => ({ id, version }));
    const told = {
      onSuccess: () => {
        notify({ text: t('handover.done', { count: folders.length }), intent: 'success' });
        setOpen(false);
        onDone();
      },
    };
    order.mutate({ to: 'handOver', body: { folders } }, told);
  };
  return (
    <>
      <Button
        appearance="primary"
        disabledFocusable={chosen.length === 0}
        onClick={() => (chosen.length === 0 ? undefined : setOpen(true))}
        data-testid="handover-take"
      >
        {label}
      </Button>
      {open ? (
        <ActDialog
          {...{ order, title: label, lead: t('handover.take.lead'), submit: label, testId: 'handover-dialog' }}
          onClose={() => setOpen(false)}
          onSubmit={handleSubmit}
        >
          <ul>
            {chosen.map(({ folder }) => (
              <li key={folder.id}>{`${folder.unitName} ${folder.title}`}</li>
            ))}
          </ul>
        </ActDialog>
      ) : null}
    </>
  );
}

/** 引継: what of a 年度 the sections still have, what is in the way, and the taking over. */
export function HandoverPage({ fiscalYear }: { readonly fiscalYear: number }) {
  const styles = useKeepingStyles();
  const t = useText(handoverText);
  const locale = useLocale();
  const list = useHandovers(fiscalYear);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  if (list.isPending) return <LoadingState />;
  if (!list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const { items, truncated, mayHandOver } = list.data;
  const choose = (id: string) => (isChosen: boolean) =>
    setIds(new Set(isChosen ? [...ids, id] : [...ids].filter((one) => one !== id)));
  const chosen = items.filter(({ folder, lacks }) => ids.has(folder.id) && lacks.length === 0);
  return (
    <section className={styles.part} aria-label={t('handover.title')} data-testid="handover">
      <h2 className={styles.heading}>{t('handover.of', { year: fiscalYearText(fiscalYear, locale) })}</h2>
      <p className={styles.lead}>{t('handover.lead')}</p>
      {mayHandOver ? <TakeOver chosen={chosen} onDone={() => setIds(new Set())} /> : <p>{t('handover.chief')}</p>}
      <CutNote truncated={truncated} shown={items.length} />
      {items.length === 0 ? (
        <EmptyState icon={<FolderRegular />} title={t('handover.none')} body={t('handover.none.body')} />
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <Entry
              key={item.folder.id}
              item={item}
              isChosen={ids.has(item.folder.id)}
              onChosen={mayHandOver ? choose(item.folder.id) : null}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
