import { Badge, Button, Link } from '@fluentui/react-components';
import { ArrowSyncRegular, DeleteRegular } from '@fluentui/react-icons';
import type { BookingPapers, PaperEdition } from '@kaigi/core/contract';
import { shortWhen } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { scheduleHash } from '../../app/schedule-routes.ts';
import { listText, personText } from '../../app/words.ts';
import { openers, type Paper, rangesText, seenBefore } from './editions.ts';
import { usePapersStyles } from './Papers.styles.ts';
import { bookingPapersText } from './text.ts';

/** Which pages are not as they were in the edition before. */
export function useChanged(): (edition: PaperEdition) => readonly string[] {
  const t = useText(bookingPapersText);
  const locale = useLocale();
  return ({ edition, changes, pages, file }) => {
    if (edition === 1) return [];
    const between = locale === 'ja' ? '、' : ', ';
    const said = pages.length === 0 ? [] : [t('paper.said', { pages: rangesText(pages, between) })];
    const isPdf = file?.mediaType === 'application/pdf';
    if (!changes) return isPdf ? [...said, t('paper.uncompared')] : said;
    const { changed, added, gone, compared, pageCount } = changes;
    const found = [
      changed.length > 0 ? t('paper.changed', { pages: rangesText(changed, between) }) : '',
      added.length > 0 ? t('paper.added', { pages: rangesText(added, between) }) : '',
      gone > 0 ? t('paper.gone', { count: gone }) : '',
    ].filter((one) => one !== '');
    const cut = compared < pageCount ? [t('paper.compared', { count: compared, all: pageCount })] : [];
    return [...(found.length === 0 ? [t('paper.same')] : found), ...cut, ...said];
  };
}

function Openers({ edition, people }: { readonly edition: PaperEdition } & Pick<BookingPapers, 'people'>) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const locale = useLocale();
  const found = openers(edition, people);
  if (!found) return null;
  const names = (all: BookingPapers['people']) =>
    all.length === 0
      ? t('paper.nobody')
      : listText(
          all.map((person) => (person.name === '' ? t('paper.opened.gone') : personText(person))),
          locale,
        );
  return (
    <details data-testid="paper-openers">
      <summary>{t('paper.opened', { opened: found.opened.length, not: found.not.length })}</summary>
      <p className={styles.small}>
        {t('paper.opened.list')}: {names(found.opened)}
      </p>
      <p className={styles.small}>
        {t('paper.opened.not')}: {names(found.not)}
      </p>
    </details>
  );
}

export interface PaperRowProps {
  readonly papers: BookingPapers;
  readonly paper: Paper;
  readonly onReplace: (paper: Paper) => void;
  readonly onWithdraw: (paper: Paper) => void;
}

function Acts({ paper, onReplace, onWithdraw }: Omit<PaperRowProps, 'papers'>) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const title = paper.editions[0]?.title ?? '';
  if (!paper.may.replace) return null;
  return (
    <div className={styles.buttons}>
      <Button
        size="small"
        icon={<ArrowSyncRegular />}
        aria-label={t('paper.replace.of', { title })}
        onClick={() => onReplace(paper)}
        data-testid="paper-replace"
      >
        {t('paper.replace')}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={t('paper.withdraw.of', { title })}
        onClick={() => onWithdraw(paper)}
        data-testid="paper-withdraw"
      >
        {t('paper.withdraw')}
      </Button>
    </div>
  );
}

function Head({ papers, paper, newest }: Pick<PaperRowProps, 'papers' | 'paper'> & { readonly newest: PaperEdition }) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const { title, edition, opened, file } = newest;
  const isNew = !opened && paper.editions.some((one) => one.opened);
  const named = { page: 'schedules', part: 'paper', bookingId: papers.bookingId, paperId: paper.paperId } as const;
  return (
    <span className={styles.itemHead}>
      <Link
        href={scheduleHash({ ...named, edition: null, against: seenBefore(paper) })}
        aria-label={t('paper.read', { title, edition })}
        data-testid="paper-link"
      >
        {title}
      </Link>
      <Badge appearance={edition === 1 ? 'outline' : 'tint'} color={edition === 1 ? 'informative' : 'brand'}>
        {t('paper.edition', { edition })}
      </Badge>
      {opened ? null : (
        <Badge appearance="filled" color={isNew ? 'danger' : 'informative'} data-testid="paper-unread">
          {t(isNew ? 'paper.new' : 'paper.unread')}
        </Badge>
      )}
      <span className={styles.small}>{file ? file.fileName : t('paper.link')}</span>
    </span>
  );
}

/** One paper: its newest edition, what became of its pages, and who has opened it. */
export function PaperRow({ papers, paper, ...acts }: PaperRowProps) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const locale = useLocale();
  const changed = useChanged();
  const [newest] = paper.editions;
  if (!newest) return null;
  const said = changed(newest);
  return (
    <li className={styles.paper} data-testid="paper">
      <Head {...{ papers, paper, newest }} />
      {said.length === 0 ? null : (
        <p className={styles.changed} data-testid="paper-changed">
          {said.join(locale === 'ja' ? '・' : ' · ')}
        </p>
      )}
      {newest.note === '' ? null : <p className={styles.small}>{newest.note}</p>}
      <p className={styles.small}>
        {t('paper.laid', { when: shortWhen(newest.at, locale), name: personText(newest.by) })}
      </p>
      <Openers edition={newest} people={papers.people} />
      <Acts paper={paper} {...acts} />
    </li>
  );
}
