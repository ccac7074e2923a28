import { Badge, Button, MessageBar, MessageBarBody, mergeClasses, Radio, RadioGroup } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import type { PaperReading } from '@kaigi/core/contract';
import { useId, useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { PackDiffView } from '../../approvals/reading-pack/PackDiffView.tsx';
import { Paper } from '../../approvals/reading-pack/Paper.tsx';
import { readingText } from '../../approvals/reading-pack/text.ts';
import { usePapersStyles, useReadingPageStyles } from './Papers.styles.ts';
import { bookingPapersText } from './text.ts';

type Page = NonNullable<PaperReading['pages']>[number];
type View = 'all' | 'only' | 'words';

const isMarked = ({ change }: Page): boolean => change === 'CHANGED' || change === 'NEW';

interface OnePage {
  readonly page: Page;
  readonly against: number | null;
  readonly anchor: string;
}

function PageShown({ page, against, anchor }: OnePage) {
  const styles = useReadingPageStyles();
  const papers = usePapersStyles();
  const t = useText(bookingPapersText);
  const { number, change, was, lines } = page;
  const marked = change === 'CHANGED' || change === 'NEW';
  return (
    <section
      id={anchor}
      tabIndex={-1}
      className={mergeClasses(styles.page, marked && styles.marked)}
      aria-labelledby={`${anchor}-head`}
      data-testid="reading-page"
      data-change={change ?? ''}
    >
      <h2 id={`${anchor}-head`} className={styles.pageHead}>
        {t('reading.page', { n: number })}
        {marked ? (
          <Badge appearance="filled" color={change === 'NEW' ? 'success' : 'warning'}>
            {t(`reading.${change}`)}
          </Badge>
        ) : null}
        {was !== null && against !== null && was !== number ? (
          <span className={papers.small}>{t('reading.was', { edition: against, n: was })}</span>
        ) : null}
      </h2>
      {lines.length === 0 ? <p className={papers.small}>{t('reading.empty')}</p> : null}
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <p key={at} className={styles.line}>
          {line}
        </p>
      ))}
    </section>
  );
}

function goToPage(anchor: string | undefined): void {
  const page = anchor === undefined ? null : document.getElementById(anchor);
  page?.scrollIntoView({ block: 'start' });
  page?.focus({ preventScroll: true });
}

/** From one changed page to the next, for whoever has ten minutes and a hundred pages. */
function Steps({ anchors }: { readonly anchors: readonly string[] }) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const [at, setAt] = useState(-1);
  const step = (to: number) => {
    setAt(to);
    goToPage(anchors[to]);
  };
  return (
    <span className={styles.buttons}>
      <Button
        icon={<ArrowUpRegular />}
        disabledFocusable={at <= 0}
        onClick={() => (at > 0 ? step(at - 1) : undefined)}
        data-testid="reading-before"
      >
        {t('reading.before')}
      </Button>
      <Button
        icon={<ArrowDownRegular />}
        disabledFocusable={at >= anchors.length - 1}
        onClick={() => (at < anchors.length - 1 ? step(at + 1) : undefined)}
        data-testid="reading-next"
      >
        {t('reading.next')}
      </Button>
    </span>
  );
}

function Summary({ reading, marked }: { readonly reading: PaperReading; readonly marked: number }) {
  const styles = useReadingPageStyles();
  const papers = usePapersStyles();
  const t = useText(bookingPapersText);
  const locale = useLocale();
  const { against, gone } = reading;
  if (against === null || !reading.pages) return null;
  const said = { edition: against, pages: gone.join(locale === 'ja' ? '、' : ', ') };
  return (
    <div role="status" data-testid="reading-summary">
      <p className={styles.summary}>
        {t(marked > 0 ? 'reading.summary' : 'reading.summary.none', { against, count: marked })}
      </p>
      {gone.length > 0 ? <p className={papers.small}>{t('reading.gone', said)}</p> : null}
    </div>
  );
}

function Choice({ reading, view, marked, onView }: ChoiceProps) {
  const styles = useReadingPageStyles();
  const t = useText(bookingPapersText);
  if (reading.against === null) return null;
  return (
    <RadioGroup
      layout="horizontal"
      className={styles.choice}
      aria-label={t('reading.view')}
      value={view}
      onChange={(_, { value }) => onView(value as View)}
      data-testid="reading-view"
    >
      <Radio value="all" label={t('reading.all')} />
      {marked > 0 ? <Radio value="only" label={t('reading.only', { count: marked })} /> : null}
      {reading.diff ? <Radio value="words" label={t('reading.words')} /> : null}
    </RadioGroup>
  );
}

interface ChoiceProps {
  readonly reading: PaperReading;
  readonly view: View;
  readonly marked: number;
  readonly onView: (view: View) => void;
}

function Notes({ reading }: { readonly reading: PaperReading }) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const whole = useText(readingText);
  const { pages, pageCount, part } = reading;
  const cut = pages && pageCount !== null && pages.length < pageCount;
  // That of a PDF not all pages are shown is said with their number.
  const notes = part.notes.filter((note) => !(pages && note === 'TOO_LARGE'));
  return (
    <>
      {cut ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('reading.cut', { count: pages.length, all: pageCount })}</MessageBarBody>
        </MessageBar>
      ) : null}
      {notes.map((note) => (
        <p key={note} className={styles.small}>
          {whole(`reading.note.${note}`)}
        </p>
      ))}
    </>
  );
}

/** The words of a paper; pages that are not as they were stand out, and can be gone through one by one. */
export function ReadingPages({ reading }: { readonly reading: PaperReading }) {
  const styles = useReadingPageStyles();
  const t = useText(bookingPapersText);
  const id = useId();
  const [view, setView] = useState<View>('all');
  const { pages, part, diff, against } = reading;
  const anchored = (pages ?? []).map((page) => ({ page, against, anchor: `${id}page${page.number}` }));
  const marked = anchored.filter(({ page }) => isMarked(page));
  const shown = view === 'only' ? marked : anchored;
  return (
    <>
      <Summary reading={reading} marked={marked.length} />
      <Choice {...{ reading, view, marked: marked.length, onView: setView }} />
      <Notes reading={reading} />
      {view === 'words' && diff ? (
        <PackDiffView diff={{ parts: [diff], changedParts: 1 }} none={t('reading.words.none')} />
      ) : (
        <>
          {marked.length > 0 ? <Steps key={view} anchors={marked.map(({ anchor }) => anchor)} /> : null}
          <div className={styles.pages}>
            {shown.map((one) => (
              <PageShown key={one.page.number} {...one} />
            ))}
            {part.html ? <Paper html={part.html} /> : null}
          </div>
        </>
      )}
    </>
  );
}
