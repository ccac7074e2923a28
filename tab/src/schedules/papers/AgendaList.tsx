import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { BookingPapers } from '@kaigi/core/contract';
import { useId } from 'react';
import { useText } from '../../app/locale.ts';
import { personText } from '../../app/words.ts';
import { timeText } from '../week/columns.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { minutesTooLong, timesOf } from './agenda-form.ts';
import { papersOfItem } from './editions.ts';
import { PaperRow, type PaperRowProps } from './PaperRow.tsx';
import { usePapersStyles } from './Papers.styles.ts';
import { bookingPapersText } from './text.ts';

type Acts = Pick<PaperRowProps, 'onReplace' | 'onWithdraw'>;
type Of = Acts & { readonly papers: BookingPapers; readonly itemId: string | null };

function PapersOf({ papers, itemId, ...acts }: Of) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const own = papersOfItem(papers, itemId);
  if (own.length === 0) return itemId === null ? null : <p className={styles.small}>{t('papers.item.none')}</p>;
  return (
    <ul className={styles.papers}>
      {own.map((paper) => (
        <PaperRow key={paper.paperId} {...{ papers, paper }} {...acts} />
      ))}
    </ul>
  );
}

function Item({ item, time, ...of }: Of & { readonly item: BookingPapers['agenda'][number]; readonly time: Time }) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const { title, owner, minutes } = item;
  return (
    <li className={styles.item} data-testid="agenda-item">
      <span className={styles.itemHead}>
        <span className={styles.itemTitle}>{title}</span>
        {time ? (
          <span className={styles.when}>
            {timeText(time.from)}–{timeText(time.to)}
          </span>
        ) : null}
        {minutes === null ? null : <span className={styles.when}>{t('papers.minutes.count', { count: minutes })}</span>}
        {owner ? <span className={styles.small}>{t('papers.item.owner', { name: personText(owner) })}</span> : null}
      </span>
      <PapersOf {...of} />
    </li>
  );
}

type Time = ReturnType<typeof timesOf>[number];

/** 次第, each item with its papers; then those of the whole meeting. */
export function AgendaList({ papers, ...acts }: Acts & { readonly papers: BookingPapers }) {
  const styles = usePapersStyles();
  const dialog = useDialogStyles();
  const t = useText(bookingPapersText);
  const id = useId();
  const times = timesOf(papers.agenda, papers.from);
  const over = minutesTooLong(papers);
  const whole = papersOfItem(papers, null).length > 0;
  return (
    <>
      {over > 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('papers.too_long', { count: over })}</MessageBarBody>
        </MessageBar>
      ) : null}
      {papers.agenda.length === 0 ? null : (
        <ol className={styles.agenda} aria-label={t('papers.agenda')}>
          {papers.agenda.map((item, at) => (
            <Item key={item.id} {...{ papers, item, time: times[at] ?? null }} itemId={item.id} {...acts} />
          ))}
        </ol>
      )}
      {whole ? (
        <section aria-labelledby={id}>
          {papers.agenda.length === 0 ? null : (
            <h3 id={id} className={dialog.heading}>
              {t('papers.whole')}
            </h3>
          )}
          <PapersOf {...{ papers, itemId: null }} {...acts} />
        </section>
      ) : null}
    </>
  );
}
