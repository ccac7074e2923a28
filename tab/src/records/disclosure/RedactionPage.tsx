import {
  Button,
  Field,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Spinner,
} from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import type { DisclosureView, Redacted } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { listText } from '../../app/words.ts';
import { sizeText } from '../../approvals/route-progress.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import { DownloadButton } from '../DownloadButton.tsx';
import { useDisposalStyles } from '../disposal/Disposal.styles.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { useDiffering } from './Differing.tsx';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { HideTools, Passages } from './HideTools.tsx';
import { copyName } from './Items.tsx';
import { redactionText } from './redaction-text.ts';
import { type DisclosureItem, useDisclosure, useWords } from './use-disclosures.ts';
import { type Hiding, type HidingProps, useHiding } from './use-hiding.ts';
import { WordsBox } from './WordsBox.tsx';

interface OfRequest {
  readonly view: DisclosureView;
  readonly item: DisclosureItem;
}

/** What came of it: whether something is left over is told before anybody hands it out. */
function Made({ view, made }: { readonly view: DisclosureView; readonly made: Redacted }) {
  const { nth, pages, size, leftOver } = made;
  const t = useText(redactionText);
  const locale = useLocale();
  const words = listText(
    leftOver.map((word) => t('make.word', { word })),
    locale,
  );
  const differing = useDiffering(view)(made);
  const isClean = leftOver.length === 0 && differing.length === 0;
  return (
    <MessageBar intent={isClean ? 'success' : 'warning'} layout="multiline" data-testid="redaction-made">
      <MessageBarBody>
        <MessageBarTitle>{t('make.done', { nth, pages, size: sizeText(size) })}</MessageBarTitle>
        {leftOver.length === 0 ? t('make.clean') : t('make.left_over', { words })}
        {differing.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Makes the copy, and gives the newest one. */
function Make({ view, item, hiding: { made, order, fits, make } }: OfRequest & { readonly hiding: Hiding }) {
  const styles = useBookStyles();
  const t = useText(redactionText);
  const locale = useLocale();
  const nth = made?.nth ?? item.copy?.nth ?? null;
  return (
    <>
      <div className={styles.tools}>
        <Button
          appearance="primary"
          icon={order.isPending ? <Spinner size="tiny" /> : null}
          disabledFocusable={order.isPending || !fits}
          onClick={make}
          data-testid="redaction-make"
        >
          {t(order.isPending ? 'make.busy' : 'make.button')}
        </Button>
        {nth === null ? null : (
          <DownloadButton
            fileName={copyName(view, item.id, nth)}
            from={(api) => api.disclosure.copy({ id: view.id, itemId: item.id })}
            testId="redaction-download"
          >
            {t('download')}
          </DownloadButton>
        )}
      </div>
      {order.error ? (
        <MessageBar intent="error" layout="multiline" data-testid="redaction-error">
          <MessageBarBody>
            <MessageBarTitle>{t('make.failed')}</MessageBarTitle>
            {errorWords(order.error, locale).sentence}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {made === null ? null : <Made view={view} made={made} />}
    </>
  );
}

function Chooser(props: HidingProps) {
  const styles = useDisclosureStyles();
  const t = useText(redactionText);
  const [isPreview, setIsPreview] = useState(false);
  const hiding = useHiding(props);
  return (
    <div className={styles.page}>
      <HideTools hiding={hiding} />
      <Field label={t('show.label')}>
        <RadioGroup
          layout="horizontal"
          value={isPreview ? 'preview' : 'choose'}
          onChange={(_, { value }) => setIsPreview(value === 'preview')}
          data-testid="redaction-view"
        >
          <Radio value="choose" label={t('show.choose')} />
          <Radio value="preview" label={t('show.preview')} />
        </RadioGroup>
      </Field>
      <WordsBox hiding={hiding} isPreview={isPreview} />
      <Passages hiding={hiding} />
      <Make view={props.view} item={props.item} hiding={hiding} />
    </div>
  );
}

/** The words of the document; each time they are asked for stands in the log of readings. */
function OfWords({ view, item }: OfRequest) {
  const t = useText(redactionText);
  const { data: words, error, isPending, refetch } = useWords({ id: view.id, itemId: item.id });
  if (isPending) return <LoadingState />;
  if (!words) return <ErrorState error={error} title={t('refused')} onRetry={() => void refetch()} />;
  return <Chooser key={words.textSha256} {...{ view, item, words }} />;
}

/** 墨消し of one document of a request. */
export function RedactionPage({ id, itemId }: { readonly id: string; readonly itemId: string }) {
  const styles = useDisposalStyles();
  const t = useText(redactionText);
  const { data: view, error, isPending, refetch } = useDisclosure(id);
  if (isPending) return <LoadingState />;
  if (!view) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const item = view.items.find((one) => one.id === itemId);
  return (
    <>
      <RecordsParts current="disclosures" />
      <Link className={styles.back} href={hashOf({ page: 'records', part: 'disclosures', id, wish: {} })}>
        {t('back')}
      </Link>
      <div className={styles.head}>
        <div>
          <PageHeading title={`${t('title')} ${item?.title ?? view.number}`} focusKey={`redaction ${itemId}`} />
          <p className={styles.lead}>{t('lead')}</p>
          <p className={styles.lead}>{t('not_kept')}</p>
        </div>
      </div>
      {item?.mayJudge && item.recordId !== null ? (
        <OfWords view={view} item={item} />
      ) : (
        <EmptyState icon={<LockClosedRegular />} title={t('refused')} body={t('not_yours')} />
      )}
    </>
  );
}
