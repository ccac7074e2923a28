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

export interface MoreButtonProps {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly error: unknown;
    fetchNextPage(): unknown;
  };
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
        onClick={() => void list.fetchNextPage()}
        data-testid="more-button"
      >
        {t('state.more')}
      </Button>
    </div>
  );
}
