import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from './locale.ts';
import { appText } from './text.ts';

const useStyles = makeStyles({
  more: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalL,
    '@media print': { display: 'none' },
  },
});

interface Loaded {
  readonly hasNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly data: { readonly pages: readonly unknown[] } | undefined;
}

export interface MoreButtonProps {
  readonly list: Loaded & {
    readonly isFetchingNextPage: boolean;
    readonly error: unknown;
    fetchNextPage(options: { cancelRefetch: boolean }): Promise<Loaded>;
  };
}

/** A change told meanwhile breaks off the page under way: then it is asked for again, so that no press is lost. */
async function loadNext(list: MoreButtonProps['list']): Promise<void> {
  const before = list.data?.pages.length ?? 0;
  for (;;) {
    const { isFetchNextPageError, hasNextPage, data } = await list.fetchNextPage({ cancelRefetch: false });
    if (isFetchNextPageError || !hasNextPage || (data?.pages.length ?? 0) > before) return;
  }
}

/** The rest of a list that comes by cursor. */
export function MoreButton({ list }: MoreButtonProps) {
  const styles = useStyles();
  const t = useText(appText);
  const locale = useLocale();
  if (!list.hasNextPage) return null;
  const busy = list.isFetchingNextPage;
  return (
    <div className={styles.more}>
      {list.isFetchNextPageError ? (
        <span role="alert">
          {t('state.more_failed')} {errorWords(list.error, locale).sentence}
        </span>
      ) : null}
      <Button
        disabledFocusable={busy}
        icon={busy ? <Spinner size="tiny" /> : null}
        onClick={() => void loadNext(list)}
        data-testid="more-button"
      >
        {t('state.more')}
      </Button>
    </div>
  );
}
