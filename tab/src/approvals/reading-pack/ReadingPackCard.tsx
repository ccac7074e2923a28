import { Link, Radio, RadioGroup } from '@fluentui/react-components';
import type { CaseView, ReadingAnswer, ReadingPackView, ReadingPartView } from '@kaigi/core/contract';
import { useId, useState } from 'react';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { PackDiffView } from './PackDiffView.tsx';
import { PartWords } from './PartWords.tsx';
import { useReadingStyles } from './ReadingPack.styles.ts';
import { ReadWhenWanted } from './ReadWhenWanted.tsx';
import { readingText } from './text.ts';
import { useReadingPack } from './use-reading-pack.ts';

function usePages(): (part: Pick<ReadingPartView, 'pageCount' | 'counted'>) => string {
  const t = useText(readingText);
  return ({ pageCount, counted }) => {
    if (pageCount === null) return '';
    return t(counted === 'ESTIMATE' ? 'reading.pages.about' : 'reading.pages', { count: pageCount });
  };
}

function Total({ pack }: { readonly pack: ReadingPackView }) {
  const styles = useReadingStyles();
  const t = useText(readingText);
  const counts = { pages: pack.totalPages, parts: pack.parts.length };
  return (
    <p className={styles.small} data-testid="reading-total">
      {t(pack.estimated ? 'reading.total.about' : 'reading.total', counts)}{' '}
      {pack.uncountedParts > 0 ? t('reading.uncounted', { count: pack.uncountedParts }) : null}
    </p>
  );
}

interface PartProps {
  readonly part: ReadingPartView;
  readonly order: number;
  readonly anchor: string;
}

function Part({ part, order, anchor }: PartProps) {
  const styles = useReadingStyles();
  const pages = usePages();
  return (
    <section className={styles.part} id={anchor} tabIndex={-1} aria-label={part.title} data-testid="reading-part">
      <h3 className={styles.partTitle}>
        {order}. {part.title}
      </h3>
      <p className={styles.small}>
        {part.fileName} {pages(part)}
      </p>
      <PartWords part={part} />
    </section>
  );
}

function goToPart(anchor: string): void {
  const part = document.getElementById(anchor);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}

function Everything({ pack }: { readonly pack: ReadingPackView }) {
  const styles = useReadingStyles();
  const t = useText(readingText);
  const pages = usePages();
  const id = useId();
  const parts = pack.parts.map((part, index) => ({ part, order: index + 1, anchor: `${id}${part.key}` }));
  return (
    <>
      {parts.length > 1 ? (
        <nav aria-label={t('reading.contents')}>
          <ol className={styles.contents}>
            {parts.map(({ part, order, anchor }) => (
              <li key={part.key} className={styles.content}>
                <Link as="button" onClick={() => goToPart(anchor)}>
                  {order}. {part.title}
                </Link>
                <span className={styles.small}>{pages(part)}</span>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      {parts.map((one) => (
        <Part key={one.part.key} {...one} />
      ))}
    </>
  );
}

type Shown = 'all' | 'diff' | 'cited';

/** What can be shown beside the whole: the difference from last time, and from the case that it was drafted from. */
function Choice({ answer, shown, onShow }: ChoiceProps) {
  const styles = useReadingStyles();
  const t = useText(readingText);
  const locale = useLocale();
  const { diff, since, cited } = answer;
  if (!diff && !cited) return null;
  return (
    <>
      <RadioGroup
        layout="horizontal"
        className={styles.choice}
        aria-label={t('reading.view')}
        value={shown}
        onChange={(_, { value }) => onShow(value as Shown)}
        data-testid="reading-view"
      >
        <Radio value="all" label={t('reading.view.all')} />
        {diff ? <Radio value="diff" label={t('reading.view.diff', { count: diff.changedParts })} /> : null}
        {cited ? <Radio value="cited" label={t('reading.view.cited', { count: cited.diff.changedParts })} /> : null}
      </RadioGroup>
      {since && shown !== 'cited' ? (
        <p className={styles.small}>{t('reading.since', { when: whenText(since, locale) })}</p>
      ) : null}
      {cited && shown === 'cited' ? (
        <p className={styles.small}>
          {t('reading.cited')}
          <Link href={hashOf({ page: 'case', id: cited.caseId })} data-testid="reading-cited">
            {[cited.documentNumber?.label, cited.title].filter(Boolean).join(' ')}
          </Link>
        </p>
      ) : null}
    </>
  );
}

interface ChoiceProps {
  readonly answer: ReadingAnswer;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

function Pack({ answer }: { readonly answer: ReadingAnswer }) {
  const t = useText(readingText);
  const { pack, diff, cited } = answer;
  const [wanted, setShown] = useState<Shown>('all');
  // Read anew, it may no longer have what was looked at.
  const shown = (wanted === 'diff' && !diff) || (wanted === 'cited' && !cited) ? 'all' : wanted;
  return (
    <>
      <Total pack={pack} />
      <Choice answer={answer} shown={shown} onShow={setShown} />
      {shown === 'diff' && diff ? <PackDiffView diff={diff} none={t('reading.diff.none')} /> : null}
      {shown === 'cited' && cited ? <PackDiffView diff={cited.diff} none={t('reading.cited.none')} /> : null}
      {shown === 'all' ? <Everything pack={pack} /> : null}
    </>
  );
}

function Body({ id, version }: Pick<CaseView, 'id' | 'version'>) {
  const t = useText(readingText);
  const question = useReadingPack(id, version);
  if (question.isPending) return <LoadingState />;
  if (!question.data) {
    return <ErrorState error={question.error} title={t('reading.error')} onRetry={() => void question.refetch()} />;
  }
  return <Pack answer={question.data} />;
}

/** Text and attachments as one view to scroll through, on a phone too. */
export function ReadingPackCard({ view }: { readonly view: CaseView }) {
  const t = useText(readingText);
  return (
    <ReadWhenWanted title={t('reading.title')} lead={t('reading.lead')}>
      <Body id={view.id} version={view.revision} />
    </ReadWhenWanted>
  );
}
