import { Button, Link } from '@fluentui/react-components';
import type { DisclosureView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { hashOf } from '../../app/routes.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import { DownloadButton } from '../DownloadButton.tsx';
import { DropDialog } from './ActDialogs.tsx';
import { DecisionBadge } from './Badges.tsx';
import { DifferingNote } from './Differing.tsx';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { JudgeDialog } from './JudgeDialog.tsx';
import { disclosureText } from './text.ts';
import type { DisclosureItem } from './use-disclosures.ts';

interface ItemProps {
  readonly view: DisclosureView;
  readonly item: DisclosureItem;
}

/** As the copy itself is called: after nobody, for a title may name somebody. */
export const copyName = ({ number, items }: DisclosureView, itemId: string, nth: number): string =>
  `${number} 開示用写し ${items.findIndex(({ id }) => id === itemId) + 1}-${nth}.pdf`;

function Acts({ view, item }: ItemProps) {
  const styles = useBookStyles();
  const t = useText(disclosureText);
  const [asked, setAsked] = useState<'judge' | 'drop' | null>(null);
  const { id: itemId, title, recordId, copy, mayJudge } = item;
  const onClose = () => setAsked(null);
  const redaction = hashOf({ page: 'records', part: 'disclosures', id: view.id, wish: { item: itemId } });
  return (
    <div className={styles.tools}>
      {mayJudge ? (
        <Button onClick={() => setAsked('judge')} aria-label={t('items.judge_of', { title })} data-testid="item-judge">
          {t('act.judge')}
        </Button>
      ) : null}
      {mayJudge && recordId !== null ? (
        <Button as="a" href={redaction} aria-label={t('items.redact_of', { title })} data-testid="item-redact">
          {t('act.redact')}
        </Button>
      ) : null}
      {copy === null ? null : (
        <DownloadButton
          fileName={copyName(view, itemId, copy.nth)}
          from={(api) => api.disclosure.copy({ id: view.id, itemId })}
          aria-label={t('items.copy_of', { title, nth: copy.nth, pages: copy.pages })}
          testId="item-copy"
        >
          {t('items.copy', { nth: copy.nth, pages: copy.pages })}
        </DownloadButton>
      )}
      {mayJudge ? (
        <Button
          appearance="subtle"
          onClick={() => setAsked('drop')}
          aria-label={t('items.drop_of', { title })}
          data-testid="item-drop"
        >
          {t('act.drop')}
        </Button>
      ) : null}
      {asked === 'judge' ? <JudgeDialog {...{ view, item, onClose }} /> : null}
      {asked === 'drop' ? <DropDialog {...{ view, item, onClose }} /> : null}
    </div>
  );
}

/** One document: what becomes of it, by which ground, and its copy. */
function Item({ view, item }: ItemProps) {
  const styles = useDisclosureStyles();
  const quiet = useBookStyles().quiet;
  const t = useText(disclosureText);
  const { title, recordId, decision, grounds, note, judgedBy } = item;
  // Of a request that ended without a decision no document was decided on, whatever was thought of it before.
  const isUndecided = view.withdrawnOn !== null || view.dismissedOn !== null;
  const articles = view.scheme.grounds.filter(({ id }) => grounds.includes(id)).map(({ article }) => article);
  const facts = isUndecided
    ? []
    : [...articles, ...(judgedBy === null ? [] : [t('items.by', { name: judgedBy.name })])];
  return (
    <li className={styles.item} data-testid="disclosure-item">
      <div className={styles.itemHead}>
        {recordId === null ? (
          <span className={styles.grow}>{`${t('items.absent')}${t('in_brackets', { words: title })}`}</span>
        ) : (
          <Link className={styles.grow} href={hashOf({ page: 'records', part: 'record', id: recordId, wish: {} })}>
            {title}
          </Link>
        )}
        {isUndecided ? null : <DecisionBadge decision={decision} />}
      </div>
      {facts.length === 0 ? null : <p className={quiet}>{facts.join(' / ')}</p>}
      {isUndecided || note === '' ? null : <p className={styles.note}>{note}</p>}
      {isUndecided ? null : <DifferingNote view={view} item={item} />}
      <Acts view={view} item={item} />
    </li>
  );
}

/** 対象の文書 */
export function Items({ view }: { readonly view: DisclosureView }) {
  const styles = useBookStyles();
  const own = useDisclosureStyles();
  const t = useText(disclosureText);
  const { items, state } = view;
  const unjudged = items.filter(({ decision }) => decision === null).length;
  const title = t('items.title', { count: items.length });
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {items.length === 0 ? <p className={styles.quiet}>{t('items.empty')}</p> : null}
      {unjudged === 0 || state !== 'OPEN' ? null : <p>{t('items.unjudged', { count: unjudged })}</p>}
      <ul className={own.hits}>
        {items.map((item) => (
          <Item key={item.id} view={view} item={item} />
        ))}
      </ul>
    </section>
  );
}
